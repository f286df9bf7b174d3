import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { RetentionKind } from './kinds.ts'

/** How long one kind is kept from a day on, and why. */
export type Schedule = {
  readonly id: number
  readonly kind: RetentionKind
  readonly keepMonths: number | null
  readonly reason: string
  readonly fromOn: Day
  readonly madeBy: string | null
}

/** The schedule of each kind in force on a day. Everybody may know it. */
export const schedulesOn = (tx: Tx, on: Day): Promise<Schedule[]> => tx<Schedule[]>`
  select distinct on (kind) id, kind, keep_months, reason, from_on, made_by from privacy.schedule
  where from_on <= ${on} order by kind, from_on desc, id desc
`

/** Every schedule a kind ever had or will have, newest first. */
export const schedulesOf = (tx: Tx, kind: RetentionKind): Promise<Schedule[]> => tx<Schedule[]>`
  select id, kind, keep_months, reason, from_on, made_by from privacy.schedule where kind = ${kind}
  order by from_on desc, id desc
`

export async function insertSchedule(tx: Tx, it: Omit<Schedule, 'id'>, at: Date): Promise<void> {
  await tx`
    insert into privacy.schedule (kind, keep_months, reason, from_on, made_by, made_at)
    values (${it.kind}, ${it.keepMonths}, ${it.reason}, ${it.fromOn}, ${it.madeBy}, ${at})
  `
}
