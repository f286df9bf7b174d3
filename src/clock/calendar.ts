import { day, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { heldVersion } from '#platform/held.ts'
import { setting } from '#platform/settings.ts'
import { daysOffAt, newestVersion, type DayOff } from '#clock/calendar.sql.ts'
import { coveredTo } from '#clock/coverage.ts'
import { calendarOf, type Calendar, type Nation } from '#clock/working-day-calendar.ts'

/** The calendar in force for the council's nation. Costs a small question unless it has changed since last asked. */
export async function currentCalendar(tx: Tx): Promise<Calendar> {
  const [nation, held] = await Promise.all([setting(tx, 'council.nation'), heldVersion(tx, 'clock.calendar')])
  const key = `${nation} ${held}`
  const known = prepared.get(key)
  if (known) return known
  const calendar = await calendarAt(tx, nation, await newestVersion(tx))
  remember(key, calendar)
  return calendar
}

/** A nation's calendar as one version had it: what an earlier due date was judged by. */
export const calendarAt = async (tx: Tx, nation: Nation, version: number): Promise<Calendar> =>
  calendarWith(nation, version, await daysOffAt(tx, nation, version))

/** A calendar out of its days off. With no bank holidays at all it covers nothing. */
export function calendarWith(nation: Nation, version: number, daysOff: readonly DayOff[]): Calendar {
  const holidays = new Map(daysOff.filter(it => it.nation === nation).map(({ on, name }): [Day, string] => [on, name]))
  const closures = new Map(daysOff.filter(it => !it.nation).map(({ on, name }): [Day, string] => [on, name]))
  const lastKnown = coveredTo(holidays.keys()) ?? day('1999-12-31')
  return calendarOf({ nation, version, holidays, closures, coveredTo: lastKnown })
}

// A version is never used again once the calendar has changed, so what is remembered cannot become wrong.
const prepared = new Map<string, Calendar>()
const mostPrepared = 8

function remember(key: string, calendar: Calendar): void {
  const [oldest] = prepared.keys()
  if (prepared.size >= mostPrepared && oldest !== undefined) prepared.delete(oldest)
  prepared.set(key, calendar)
}
