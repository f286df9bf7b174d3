import type { Calendar } from '#clock/door.ts'
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
  const daysOff = [...calendar.holidays.keys(), ...calendar.closures.keys()].filter(on => on >= since && on <= today)
  const [row] = await tx<OwnFigures[]>`
    select count(*)::int as raised,
      count(*) filter (where e.first_answered_on is not null)::int as answered,
      count(*) filter (where e.headline_due_on is not null and (e.first_answered_on is not null or e.headline_due_on < ${today} and e.status not in ('closed', 'answered')))::int as judged,
      count(*) filter (where e.first_answered_on <= e.headline_due_on)::int as on_time,
      percentile_cont(0.5) within group (order by worked.days) as median_working_days
    from enquiries.enquiry e
    left join lateral (
      select count(*)::int as days
      from generate_series(e.received_on + 1, e.first_answered_on, interval '1 day') d
      where extract(isodow from d) < 6 and d::date <> all (${daysOff as string[]}::date[])
    ) worked on e.first_answered_on is not null
    where e.member_id = any (${memberIds as string[]}::uuid[]) and e.received_on >= ${since}
  `
  return row!
}
