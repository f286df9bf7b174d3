import { workingDaysBetween, type Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

export type OwnFigures = {
  /** enquiries received since that day */
  readonly raised: number
  /** of those, the ones that can be judged: answered, or due before today */
  readonly judged: number
  /** of the judged, answered by the date first due */
  readonly onTime: number
  /** of those raised, how many have an answer */
  readonly answered: number
  /** working days from receipt to the first answer, the middle one; null when nothing is answered */
  readonly medianWorkingDays: number | null
}

/**
 * What members may say of the answers they get, from the rows they see. Cohort: received since that day. Pauses are not
 * taken off the working days: they are days somebody waited.
 */
export async function ownFigures(
  tx: Tx,
  memberIds: readonly string[],
  since: Day,
  today: Day,
  calendar: Calendar,
): Promise<OwnFigures> {
  const alike = await countedAlike(tx, memberIds, since, today)
  const sum = (wanted: (it: Alike) => boolean) => alike.reduce((n, it) => (wanted(it) ? n + it.n : n), 0)
  return {
    raised: sum(() => true),
    judged: sum(it => it.judged),
    onTime: sum(it => it.onTime),
    answered: sum(it => it.answeredOn !== null),
    medianWorkingDays: medianOf(
      alike.flatMap(({ receivedOn, answeredOn, n }) =>
        answeredOn === null
          ? []
          : Array.from({ length: n }, () => workingDaysBetween(calendar, receivedOn, answeredOn)),
      ),
    ),
  }
}

type Alike = {
  readonly receivedOn: Day
  readonly answeredOn: Day | null
  readonly judged: boolean
  readonly onTime: boolean
  readonly n: number
}

/** Enquiries received and answered on the same days count together: working days are the calendar's to count. */
const countedAlike = (tx: Tx, memberIds: readonly string[], since: Day, today: Day) => tx<Alike[]>`
  select e.received_on, e.first_answered_on as answered_on,
    e.headline_due_on is not null and (e.first_answered_on is not null
      or e.headline_due_on < ${today} and e.status not in ('closed', 'answered')) as judged,
    coalesce(e.first_answered_on <= e.headline_due_on, false) as on_time,
    count(*)::int as n
  from enquiries.enquiry e
  -- nothing is registered before it is received, and only the registration has an index
  where e.member_id = any (${memberIds as string[]}::uuid[]) and e.received_on >= ${since} and e.created_at >= ${since}::date
  group by 1, 2, 3, 4
`

/** The middle one, or the mean of the two in the middle; null of none. */
function medianOf(all: readonly number[]): number | null {
  const sorted = all.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
