import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { mostAtOnce } from '../work-list/bulk/bulk.ts'
import type { Movable } from './share-out.ts'

/** The mailboxes whose board the viewer may look at. */
export async function viewersBoards(tx: Tx): Promise<string[]> {
  const [row] = await tx<{ boards: string[] }[]>`select enquiries.viewer_boards() as boards`
  return row!.boards
}

/** How the work of a mailbox stands: each number is that of one list, narrowed to the mailbox. */
export type Standing = {
  readonly open: number
  readonly overdue: number
  readonly soon: number
  readonly unassigned: number
  readonly waiting: number
  readonly partner: number
  readonly review: number
  readonly lane: number
  /** given to somebody who has not accepted it yet */
  readonly assigned: number
  /** not late yet, and more likely late than not */
  readonly likelyLate: number
  /** late, or due within five and ten working days */
  readonly dueInFive: number
  readonly dueInTen: number
}

export const standingNames = [
  'open',
  'overdue',
  'soon',
  'unassigned',
  'waiting',
  'partner',
  'review',
  'lane',
  'assigned',
  'likelyLate',
  'dueInFive',
  'dueInTen',
] as const satisfies readonly (keyof Standing)[]

/** The standing of one holder's work, or of nobody's, in one mailbox. */
export type StandingOf = Standing & { readonly mailboxId: string; readonly holderId: string | null }

/** The days that part the work: today, and the last days that count as soon, as five and as ten working days. */
export type Horizon = { readonly today: Day; readonly soon: Day; readonly five: Day; readonly ten: Day }

/** From this percentage on it is more likely late than not. */
export const likelyPercent = 50

/** One walk over the open work of these mailboxes and what lies in their review lanes, as far as the viewer sees it. */
export const standings = (tx: Tx, mailboxIds: readonly string[], { today, soon, five, ten }: Horizon) => tx<
  StandingOf[]
>`
  with walked as materialized (
    select e.mailbox_id, e.holder_id, e.status, e.due_on, e.lane_on, e.late_percent, true as open
    from enquiries.enquiry e
    where e.mailbox_id = any (${[...mailboxIds]}::uuid[]) and e.status not in ('answered', 'closed')
    union all
    select e.mailbox_id, e.holder_id, e.status, null, e.lane_on, null, false
    from enquiries.enquiry e
    where e.lane_on is not null and e.status in ('answered', 'closed') and e.mailbox_id = any (${[...mailboxIds]}::uuid[])
  )
  select w.mailbox_id, w.holder_id,
    count(*) filter (where w.open)::int as open,
    count(*) filter (where w.due_on < ${today})::int as overdue,
    count(*) filter (where w.due_on between ${today} and ${soon})::int as soon,
    count(*) filter (where w.open and w.holder_id is null)::int as unassigned,
    count(*) filter (where w.status = 'waiting-for-member')::int as waiting,
    count(*) filter (where w.status = 'with-partner')::int as partner,
    count(*) filter (where w.status = 'in-review')::int as review,
    count(*) filter (where w.lane_on is not null)::int as lane,
    count(*) filter (where w.status = 'assigned')::int as assigned,
    count(*) filter (where w.due_on >= ${today} and w.late_percent >= ${likelyPercent})::int as likely_late,
    count(*) filter (where w.due_on <= ${five})::int as due_in_five,
    count(*) filter (where w.due_on <= ${ten})::int as due_in_ten
  from walked w
  group by w.mailbox_id, w.holder_id
`

/** Somebody named in a mailbox today, or who holds its work. */
export type Colleague = {
  readonly personId: string
  readonly name: string
  /** their parts in this mailbox; none for who only holds something of it */
  readonly parts: readonly string[]
  readonly leftOn: Day | null
  readonly absenceId: string | null
  readonly awayFrom: Day | null
  readonly awayUntil: Day | null
  readonly coverId: string | null
  readonly coverName: string | null
}

/** The people of a mailbox with the absence they are in, or the next one within two weeks. */
export const colleaguesIn = (tx: Tx, mailboxId: string, holders: readonly string[], today: Day, until: Day) => tx<
  Colleague[]
>`
  select p.id as person_id, p.name, coalesce(n.parts, '{}') as parts,
    (p.disabled_at at time zone 'Europe/London')::date as left_on,
    a.id as absence_id, a.from_on as away_from, a.until_on as away_until, a.cover_id, c.name as cover_name
  from people.person p
  left join (
    select n.person_id, array_agg(distinct n.part) as parts from mailboxes.named_person n
    where n.mailbox_id = ${mailboxId} and n.from_on <= ${today} and (n.until_on is null or n.until_on >= ${today})
    group by n.person_id
  ) n on n.person_id = p.id
  left join lateral (
    select a.id, a.from_on, a.until_on, a.cover_id from mailboxes.absence a
    where a.person_id = p.id and a.from_on <= ${until} and (a.until_on is null or a.until_on >= ${today})
    order by a.from_on limit 1
  ) a on true
  left join people.person c on c.id = a.cover_id
  where n.person_id is not null or p.id = any (${[...holders]}::uuid[])
  order by p.sort_name, p.id
`

/** What nobody has in a mailbox and may be given out, most urgent first. */
export const unassignedWork = (tx: Tx, mailboxId: string) => tx<Movable[]>`
  select e.reference, e.holder_id from enquiries.enquiry e
  where e.mailbox_id = ${mailboxId} and e.status not in ('answered', 'closed') and e.status = 'new' and e.holder_id is null
  order by e.due_on, e.id limit ${mostAtOnce}
`

/**
 * What these people have in a mailbox and could give on: what is not accepted yet first, then what came last, in which
 * the least work has been put. What waits for somebody else stays where it is.
 */
export const movableWork = (tx: Tx, mailboxId: string, holders: readonly string[]) => tx<Movable[]>`
  select e.reference, e.holder_id from enquiries.enquiry e
  where e.mailbox_id = ${mailboxId} and e.holder_id = any (${[...holders]}::uuid[])
    and e.status not in ('answered', 'closed') and e.status in ('assigned', 'in-progress')
  order by e.accepted, e.clock_from desc, e.id limit ${mostAtOnce}
`
