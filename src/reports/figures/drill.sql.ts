import type { Status } from '#enquiries/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Measure, Tally } from './measure.ts'
import type { Period } from './period.ts'
import { conditions } from './tallies.sql.ts'
import { isWithin, receivedIn, type KeptWithin } from './within.sql.ts'

/** Which enquiries of a figure: those it counts, those it rests on, or those it rests on and does not count. */
export const parts = ['counted', 'all', 'rest'] as const
export type DrillPart = (typeof parts)[number]

export type Drill = {
  readonly period: Period
  readonly within: KeptWithin
  readonly measure: Measure
  readonly part: DrillPart
}

/** One enquiry behind a figure. What the viewer may not see has its reference and nothing else. */
export type Drilled = {
  readonly reference: Reference
  readonly receivedOn: Day
  readonly visible: boolean
  readonly subject: string | null
  readonly status: Status | null
  readonly mailboxId: string | null
  readonly targetOn: Day | null
  readonly answeredOn: Day | null
  readonly workingDays: number | null
}

/** The enquiries behind a figure, a page at a time, the longest received first. */
export const drilled = (tx: Tx, drill: Drill, today: Day, limit: number, after?: Drilled['reference']) => tx<Drilled[]>`
  select f.reference, f.received_on, e.id is not null as visible, e.subject, e.status, e.mailbox_id,
    case when e.id is not null then f.target_on end as target_on,
    case when e.id is not null then f.answered_on end as answered_on,
    case when e.id is not null then f.working_days end as working_days
  from (
    select f.* from reports.fact f
    where ${isBehind(tx, drill, today)} ${after ? tx`and (f.received_on, f.reference) > (${placeOf(tx, after)})` : tx``}
    order by f.received_on, f.reference limit ${limit}
  ) f
  left join enquiries.enquiry e on e.id = f.enquiry_id
  order by f.received_on, f.reference
`

/** How many there are: what the figure says, by the same conditions. */
export async function countDrilled(tx: Tx, drill: Drill, today: Day): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from reports.fact f where ${isBehind(tx, drill, today)}
  `
  return row!.n
}

/** Where a page ended: an unknown reference begins again at the beginning. */
const placeOf = (tx: Tx, reference: Reference) => tx`
  select coalesce(max(l.received_on), '-infinity'), ${reference} from reports.fact l where l.reference = ${reference}
`

const isBehind = (tx: Tx, { period, within, measure, part }: Drill, today: Day) => {
  const all = conditions(tx, today)
  const { of, counts } = talliesOf(measure)
  const wanted = { counted: all[counts], all: all[of], rest: tx`(${all[of]} and not ${all[counts]})` }[part]
  return tx`${receivedIn(tx, period)} and ${isWithin(tx, within)} and ${wanted}`
}

/** What a measure counts and rests on; one that counts none of them is about all. */
export const talliesOf = ({ how }: Measure): { readonly of: Tally; readonly counts: Tally } => ({
  of: how.of,
  counts: 'counts' in how ? how.counts : how.of,
})
