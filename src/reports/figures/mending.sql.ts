import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** What one nightly comparison found and mended. */
export type Mending = {
  readonly at: Date
  readonly compared: number
  /** references whose facts were wrong or missing */
  readonly mended: readonly string[]
  /** months whose sums were not those of their facts */
  readonly months: readonly Day[]
}

const mostNamed = 100

export async function keepMending(tx: Tx, it: Mending): Promise<Mending> {
  await tx`
    insert into reports.mending (at, compared, mended, mended_count, months)
    values (${it.at}, ${it.compared}, ${it.mended.slice(0, mostNamed)}, ${it.mended.length}, ${it.months as Day[]}::date[])
  `
  return it
}

/** The last comparison; undefined before the first. */
export async function lastMending(
  tx: Tx,
): Promise<{ at: Date; compared: number; mendedCount: number; months: Day[] } | undefined> {
  const [row] = await tx<{ at: Date; compared: number; mendedCount: number; months: Day[] }[]>`
    select at, compared, mended_count, months from reports.mending order by id desc limit 1
  `
  return row
}
