import { allow, type Refused, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'

/**
 * Does something that a constraint of the database may forbid, and turns exactly the constraints named into refusals.
 * Asking first and writing then would let two people at once slip through between; the constraint cannot be passed.
 */
export async function heeding<T>(
  tx: Tx,
  refusals: Readonly<Record<string, Refused>>,
  work: (tx: Tx) => Promise<T>,
): Promise<Result<T>> {
  try {
    return allow((await tx.savepoint(work)) as T)
  } catch (error) {
    const refused = refusals[(error as { constraint_name?: string }).constraint_name ?? '']
    if (!refused) throw error
    return refused
  }
}
