import type postgres from 'postgres'
import type { Tx } from './database.ts'

/** A statement that was written and not sent: it can be waited for by itself, or sent with others by `atOnce`. */
export type Statement = postgres.PendingQuery<postgres.Row[]>

/**
 * Sends several writing statements as one: for the driver and the database one question costs a fraction of several.
 * All of them see the rows as they were before, and their order is not defined: none may need what another writes, and
 * no two may change the same row. References between the new rows are checked when all stand. Gaps are left out.
 */
export async function atOnce(tx: Tx, ...statements: readonly (Statement | undefined | false)[]): Promise<void> {
  const given = statements.filter(it => it !== undefined && it !== false)
  if (given.length <= 1) return void (await given[0])
  const named = given.map((it, i) => tx`${i > 0 ? tx`,` : tx``} ${tx(`part_${i}`)} as (${it})`)
  await tx`with ${named} select`
}
