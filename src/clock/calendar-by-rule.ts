import { day, type Day } from '#kernel/day.ts'
import { bankHolidaysBetween } from '#clock/bank-holidays.ts'
import { calendarOf, type Calendar, type Nation } from '#clock/working-day-calendar.ts'

/** For tests and demonstrations without a database: a nation's calendar by rule, 2015–2035, with these closure days. */
export function calendarByRule(nation: Nation = 'england-and-wales', closures: [string, string][] = []): Calendar {
  const closed = closures.map(([on, name]): [Day, string] => [day(on), name])
  const holidays = bankHolidaysBetween(nation, 2015, 2035)
  return calendarOf({ nation, version: 0, holidays, closures: new Map(closed), coveredTo: day('2035-12-31') })
}
