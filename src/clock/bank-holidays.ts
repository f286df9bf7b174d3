import { addDays, day, weekday, type Day } from '#kernel/day.ts'
import { proclaimed } from '#clock/proclaimed-holidays.ts'
import type { Nation } from '#clock/working-day-calendar.ts'

/** The years these rules are known to be right for. Later proclamations are added to the calendar by hand or import. */
export const firstYear = 2000
export const lastYear = 2050

type Fixed = { readonly name: string; readonly on: Day }

/**
 * The bank holidays of a nation in one year, by day, after the Banking and Financial Dealings Act 1971 and the
 * proclamations made under it. A holiday that falls on a weekend is not listed; the weekday in its place is.
 */
export function bankHolidays(nation: Nation, year: number): Map<Day, string> {
  if (year < firstYear || year > lastYear) throw new RangeError(`Bank holidays are known for ${firstYear}–${lastYear}`)
  const days = new Map<Day, string>([...movable(nation, year), ...withSubstitutes(fixed(nation, year))])
  for (const { on, name, insteadOf } of proclaimed(nation, year)) {
    if (insteadOf !== undefined) days.delete(insteadOf)
    days.set(on, name)
  }
  return new Map([...days].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Several years in one map, first and last included. */
export const bankHolidaysBetween = (nation: Nation, from: number, to: number): Map<Day, string> =>
  new Map(Array.from({ length: to - from + 1 }, (_, n) => [...bankHolidays(nation, from + n)]).flat())

function movable(nation: Nation, year: number): [Day, string][] {
  const easter = easterSunday(year)
  const scottish = nation === 'scotland'
  return [
    [addDays(easter, -2), 'Good Friday'],
    ...(scottish ? [] : [[addDays(easter, 1), 'Easter Monday'] as [Day, string]]),
    [mondayFrom(year, '05-01'), 'Early May bank holiday'],
    [mondayFrom(year, '05-25'), 'Spring bank holiday'],
    [mondayFrom(year, scottish ? '08-01' : '08-25'), 'Summer bank holiday'],
  ]
}

function fixed(nation: Nation, year: number): Fixed[] {
  const at = (name: string, monthDay: string): Fixed => ({ name, on: day(`${year}-${monthDay}`) })
  const christmas = [at('Christmas Day', '12-25'), at('Boxing Day', '12-26')]
  const newYear = at('New Year’s Day', '01-01')
  if (nation === 'england-and-wales') return [newYear, ...christmas]
  if (nation === 'northern-ireland') {
    return [newYear, at('St Patrick’s Day', '03-17'), at('Battle of the Boyne', '07-12'), ...christmas]
  }
  const andrew = year < 2007 ? [] : [at('St Andrew’s Day', '11-30')] // made a holiday by an Act of January 2007
  return [newYear, at('2nd January', '01-02'), ...andrew, ...christmas]
}

/**
 * Holidays on a weekday stay; the others then take the next weekday still free, in their order. So Christmas Day on a
 * Sunday leaves Boxing Day its Monday and moves to the Tuesday.
 */
function withSubstitutes(holidays: readonly Fixed[]): Map<Day, string> {
  const days = new Map(holidays.filter(({ on }) => weekday(on) <= 5).map(({ on, name }) => [on, name]))
  for (const { on, name } of holidays.filter(({ on }) => weekday(on) > 5)) {
    let instead = mondayOnOrAfter(on)
    while (days.has(instead)) instead = addDays(instead, 1)
    days.set(instead, `${name} (substitute day)`)
  }
  return days
}

const mondayFrom = (year: number, monthDay: string): Day => mondayOnOrAfter(day(`${year}-${monthDay}`))

const mondayOnOrAfter = (on: Day): Day => addDays(on, (8 - weekday(on)) % 7)

/** Easter Sunday of the Gregorian calendar: the Sunday after the full moon the Church reckons with. */
export function easterSunday(year: number): Day {
  const century = Math.floor(year / 100)
  const leapDaysLeftOut = century - Math.floor(century / 4)
  const moonDrift = Math.floor((8 * century + 13) / 25)
  const epact = (19 * (year % 19) + leapDaysLeftOut - moonDrift + 15) % 30
  const tooLate = epact === 29 || (epact === 28 && year % 19 > 10) ? 1 : 0
  const fullMoon = addDays(day(`${year}-03-21`), epact - tooLate)
  return addDays(fullMoon, 7 - (weekday(fullMoon) % 7))
}
