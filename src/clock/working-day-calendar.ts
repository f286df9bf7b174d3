import { weekday, type Day } from '#kernel/day.ts'
import { dayNumbered, numberOf } from '#clock/day-number.ts'
import { indexOf, workedUpTo, workingDayAt, type WorkingDayIndex } from '#clock/working-day-index.ts'

export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland'

/** What decides which days are worked (domain, section 3, rule 3), as one version of it stood. */
export type CalendarFacts = {
  readonly nation: Nation
  readonly version: number
  /** bank holidays of the nation, with their names */
  readonly holidays: ReadonlyMap<Day, string>
  /** days the council itself is closed, with the reason */
  readonly closures: ReadonlyMap<Day, string>
  /** the last day for which bank holidays are known; later days are judged by weekday and closures alone */
  readonly coveredTo: Day
}

export type Calendar = CalendarFacts & { readonly index: WorkingDayIndex }

/** Prepares a calendar for counting. Do it once per version, not per question. */
export const calendarOf = (facts: CalendarFacts): Calendar => ({
  ...facts,
  index: indexOf([...facts.holidays.keys(), ...facts.closures.keys()]),
})

export const isWorkingDay = (calendar: Calendar, on: Day): boolean => whyNotWorking(calendar, on) === undefined

/** `Saturday`, `Good Friday`, `council closed: Christmas shutdown`; undefined on a working day. */
export function whyNotWorking(calendar: Calendar, on: Day): string | undefined {
  const onWeek = weekday(on)
  if (onWeek > 5) return onWeek === 6 ? 'Saturday' : 'Sunday'
  const closure = calendar.closures.get(on)
  return calendar.holidays.get(on) ?? (closure === undefined ? undefined : `council closed: ${closure}`)
}

/** The first working day after this one. */
export const nextWorkingDay = (calendar: Calendar, on: Day): Day => addWorkingDays(calendar, on, 1)

/** The nth working day after `from`, before it when n is negative; `from` itself, worked or not, when n is 0. */
export function addWorkingDays(calendar: Calendar, from: Day, n: number): Day {
  if (n === 0) return from
  const start = numberOf(from)
  const reached = n > 0 ? workedUpTo(calendar.index, start) : workedUpTo(calendar.index, start - 1) + 1
  return dayNumbered(workingDayAt(calendar.index, reached + n))
}

/** Working days in (after, upTo]; negative when `upTo` is the earlier day. */
export const workingDaysBetween = (calendar: Calendar, after: Day, upTo: Day): number =>
  workedUpTo(calendar.index, numberOf(upTo)) - workedUpTo(calendar.index, numberOf(after))
