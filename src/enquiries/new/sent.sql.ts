import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'

/**
 * What this person already made under this key of theirs. Whoever only passes on a restricted matter cannot see it
 * afterwards, but is told its number.
 */
export async function sentUnder(tx: Tx, personId: string, key: string): Promise<Reference | undefined> {
  const [row] = await tx<{ reference: Reference }[]>`
    select reference from enquiries.idempotency where person_id = ${personId} and key = ${key}
  `
  return row?.reference
}

/** The same, after waiting for a send under this key that is still under way; the lock is the one raising takes. */
export async function sentAlready(tx: Tx, personId: string, key: string): Promise<Reference | undefined> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0))`
  return sentUnder(tx, personId, key)
}
