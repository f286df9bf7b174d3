import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

export type DueEnquiry = {
  readonly enquiryId: string
  readonly reference: string
  readonly kind: string
  readonly closedOn: Day
  readonly scheduleId: number
  readonly held: boolean
}

/** Restricted work has a schedule of its own, whatever else it is. */
const due = (tx: Tx, on: Day) => tx`
  select e.id as enquiry_id, e.reference, case when e.restricted then 'restricted' else e.kind end as kind, e.closed_on,
    s.id as schedule_id, exists (
      select from privacy.hold h
      where h.lifted_at is null and h.subject_id in (e.id, e.member_id, e.raised_by, e.holder_id, e.topic_id)
    ) as held
  from enquiries.enquiry e
  join (
    select distinct on (kind) id, kind, keep_months from privacy.schedule
    where from_on <= ${on} order by kind, from_on desc, id desc
  ) s on s.kind = case when e.restricted then 'restricted' else e.kind end
  where e.status = 'closed' and e.erased_on is null
    and e.closed_on + make_interval(months => s.keep_months) <= ${on}::date
`

/** Closed enquiries whose time is over on a day, the oldest first; those under a hold say so. As the system. */
export const dueEnquiries = (tx: Tx, on: Day, limit: number): Promise<DueEnquiry[]> =>
  tx<DueEnquiry[]>`select * from (${due(tx, on)}) d order by closed_on, reference limit ${limit}`

export type DueCount = { readonly kind: string; readonly count: number; readonly held: number }

export const countDue = (tx: Tx, on: Day): Promise<DueCount[]> => tx<DueCount[]>`
  select kind, count(*) filter (where not held)::int as count, count(*) filter (where held)::int as held
  from (${due(tx, on)}) d group by kind order by kind
`

/** Puts what is due, and not held, on the list of an erasing. */
export async function insertDue(tx: Tx, erasingId: string, on: Day): Promise<number> {
  const done = await tx`
    insert into privacy.erasing_item (erasing_id, enquiry_id, reference, kind, closed_on, schedule_id)
    select ${erasingId}, enquiry_id, reference, kind, closed_on, schedule_id from (${due(tx, on)}) d where not held
  `
  return done.count
}

/** The held ones of everything: what an erasing by age leaves alone, too. */
export async function heldEnquiries(tx: Tx): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select distinct e.id from privacy.hold h
    join enquiries.enquiry e on h.subject_id in (e.id, e.member_id, e.raised_by, e.holder_id, e.topic_id)
    where h.lifted_at is null
  `
  return rows.map(it => it.id)
}

/** Whether an enquiry may be erased now: closed, and under no hold. */
export async function erasableNow(tx: Tx, enquiryId: string): Promise<'yes' | 'held' | 'not-due'> {
  const [row] = await tx<{ closed: boolean; held: boolean }[]>`
    select e.status = 'closed' as closed, exists (
      select from privacy.hold h
      where h.lifted_at is null and h.subject_id in (e.id, e.member_id, e.raised_by, e.holder_id, e.topic_id)) as held
    from enquiries.enquiry e where e.id = ${enquiryId}
  `
  return row?.held ? 'held' : row?.closed ? 'yes' : 'not-due'
}

/** Whether an enquiry's words are gone with every message's. */
export async function isErased(tx: Tx, enquiryId: string): Promise<boolean> {
  const [row] = await tx<{ erased: boolean }[]>`
    select erased_on is not null as erased from enquiries.enquiry where id = ${enquiryId}
  `
  return row?.erased ?? false
}
