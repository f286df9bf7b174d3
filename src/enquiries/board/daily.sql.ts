import { addDays, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** So far back days are counted when none is, and so many of the last are counted again each night. */
const countedDays = 60 * 7
const recountedDays = 28

/**
 * Counts what came and what was settled in each mailbox on each day before today, by where it stands now. What came is
 * what was received or opened again; settled is what was answered, or closed with no answer. The last weeks are counted
 * again every night, for acts may be dated back. Harmless to repeat.
 */
export async function countDays(tx: Tx, today: Day): Promise<void> {
  const [known] = await tx<{ any: boolean }[]>`select exists (select from enquiries.daily) as any`
  const from = addDays(today, -(known!.any ? recountedDays : countedDays))
  await tx`delete from enquiries.daily where on_day >= ${from} or on_day < ${addDays(today, -2 * countedDays)}`
  await tx`
    insert into enquiries.daily (mailbox_id, on_day, came, settled)
    select e.mailbox_id, v.on_day, count(*) filter (where v.type in ('received', 'disagreed', 'reopened')),
      count(*) filter (where v.type in ('answered', 'closed', 'withdrawn', 'joined'))
    from enquiries.event v
    join enquiries.enquiry e on e.id = v.enquiry_id
    left join lateral (
      select t.type from enquiries.event t
      where t.enquiry_id = v.enquiry_id and t.sequence < v.sequence
        and t.type in ('received', 'answered', 'answer-undelivered', 'disagreed', 'reopened')
      order by t.sequence desc limit 1
    ) before on v.type in ('closed', 'withdrawn', 'joined')
    where v.on_day >= ${from} and v.on_day < ${today}
      and v.type in ('received', 'disagreed', 'reopened', 'answered', 'closed', 'withdrawn', 'joined')
      and e.mailbox_id is not null and before.type is distinct from 'answered'
    group by 1, 2
  `
}

export type DayCount = { readonly onDay: Day; readonly came: number; readonly settled: number }

/** What came and was settled in one mailbox, day by day from a day on; days on which nothing happened are left out. */
export const daysOf = (tx: Tx, mailboxId: string, from: Day): Promise<DayCount[]> => tx<DayCount[]>`
  select on_day, came, settled from enquiries.daily where mailbox_id = ${mailboxId} and on_day >= ${from} order by on_day
`

/** What was settled in each of these mailboxes from a day on. */
export async function settledSince(tx: Tx, mailboxIds: readonly string[], from: Day): Promise<Map<string, number>> {
  const rows = await tx<{ mailboxId: string; settled: number }[]>`
    select mailbox_id, sum(settled)::int as settled from enquiries.daily
    where mailbox_id = any (${[...mailboxIds]}::uuid[]) and on_day >= ${from}
    group by mailbox_id
  `
  return new Map(rows.map(it => [it.mailboxId, it.settled]))
}
