import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** How much waits for an answer in one mailbox on a day. */
export type Standing = {
  /** null: restricted matters together, or without a mailbox */
  readonly mailboxId: string | null
  readonly open: number
  readonly overdue: number
}

/** What waited for an answer at the begin of a day, by mailbox. */
export const readStandings = (tx: Tx, on: Day): Promise<Standing[]> => tx<Standing[]>`
  select case when not restricted then mailbox_id end as mailbox_id, count(*)::int as open,
    count(*) filter (where due_on < ${on})::int as overdue
  from (${waiting(tx, on)}) as waiting group by 1
`

/** What is open now, and what was answered or closed since that day: the second part is empty for today. */
const waiting = (tx: Tx, on: Day) => tx`
  select id, reference, restricted, mailbox_id, topic_id, received_on, due_on
  from enquiries.enquiry where status not in ('answered', 'closed') and received_on < ${on}
  union all
  select e.id, e.reference, e.restricted, e.mailbox_id, e.topic_id, e.received_on, e.headline_due_on
  from enquiries.enquiry e
  where e.status in ('answered', 'closed') and e.received_on < ${on} and coalesce(e.first_answered_on, e.closed_on) >= ${on}
    and e.id in (select v.enquiry_id from enquiries.event v where v.type in ('answered', 'closed') and v.on_day >= ${on})
`

export type OldCase = {
  readonly reference: string
  /** of a restricted one there is nothing but its reference */
  readonly restricted: boolean
  readonly mailboxId: string | null
  readonly topicId: string | null
  readonly receivedOn: Day
  readonly dueOn: Day | null
}

/** What waited longest at the begin of a day. */
export const readOldest = (tx: Tx, on: Day, limit: number): Promise<OldCase[]> => tx<OldCase[]>`
  select reference, restricted, mailbox_id, topic_id, received_on, due_on
  from (${waiting(tx, on)}) as waiting order by received_on, reference limit ${limit}
`

export type Climbed = { readonly rung: string; readonly n: number }

/** How often each step of the ladder was climbed in a period. */
export const readClimbed = (tx: Tx, from: Day, to: Day): Promise<Climbed[]> => tx<Climbed[]>`
  select data ->> 'rung' as rung, count(*)::int as n
  from enquiries.event where type = 'climbed' and on_day between ${from} and ${to}
  group by 1
`

export type ClimbedCase = Omit<OldCase, 'dueOn' | 'receivedOn'> & {
  readonly onDay: Day
  readonly answeredOn: Day | null
}

/** What reached the leadership team in a period, the latest first; whether it was answered since, as far as a day knows. */
export const readWithLeadership = (
  tx: Tx,
  { from, to, on }: { from: Day; to: Day; on: Day },
  limit: number,
): Promise<ClimbedCase[]> =>
  tx<ClimbedCase[]>`
    select e.reference, e.restricted, e.mailbox_id, e.topic_id, v.on_day,
      (select min(a.on_day) from enquiries.event a
        where a.enquiry_id = v.enquiry_id and a.sequence > v.sequence and a.on_day < ${on}
          and a.type in ('answered', 'closed')) as answered_on
    from enquiries.event v join enquiries.enquiry e on e.id = v.enquiry_id
    where v.type = 'climbed' and v.data ->> 'rung' = 'leadership' and v.on_day between ${from} and ${to}
    order by v.on_day desc, e.reference limit ${limit}
  `

export type RepeatPlace = {
  readonly place: string
  readonly ward: string | null
  readonly n: number
  readonly members: number
}

/**
 * Places named again and again: by so many enquiries of two members or more, so that no single person stands behind one.
 * Restricted ones are not among them.
 */
export const readRepeatPlaces = (tx: Tx, from: Day, to: Day, fewest: number): Promise<RepeatPlace[]> => tx<
  RepeatPlace[]
>`
  select min(e.place) as place, min(w.name) as ward, count(*)::int as n, count(distinct e.member_id)::int as members
  from enquiries.enquiry e left join people.ward w on w.id = e.ward_id
  where e.created_at >= ${from}::date and e.created_at < ${to}::date + 31 and e.received_on between ${from} and ${to}
    and not e.restricted and e.place <> ''
  group by lower(e.place)
  having count(*) >= ${fewest} and count(distinct e.member_id) >= 2
  order by n desc, 1 limit 10
`
