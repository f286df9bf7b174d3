import { day, daysBetween, yearOf, type Day } from '#kernel/day.ts'

/** Less known future than this is an alarm (domain, section 3, rule 3). */
export const alarmDays = 120

/** Fewer bank holidays than any nation has in a year: such a year holds a stray day and is not known yet. */
const fewestInYear = 6

/**
 * The last day for which the bank holidays are known: the end of the last year in an unbroken run of years with their
 * holidays. One day proclaimed far ahead does not make the years before it known. Undefined when none is known.
 */
export function coveredTo(holidays: Iterable<Day>): Day | undefined {
  const perYear = new Map<number, number>()
  for (const on of holidays) perYear.set(yearOf(on), (perYear.get(yearOf(on)) ?? 0) + 1)
  const known = [...perYear].filter(([, days]) => days >= fewestInYear).map(([year]) => year)
  if (known.length === 0) return undefined
  let last = Math.min(...known)
  while (known.includes(last + 1)) last++
  return day(`${last}-12-31`)
}

export type Coverage = {
  readonly coveredTo: Day
  /** days of known future; negative when it has run out */
  readonly daysLeft: number
  /** less than 120 days left: somebody has to act */
  readonly alarm: boolean
}

export function coverageOf(calendar: { readonly coveredTo: Day }, today: Day): Coverage {
  const daysLeft = daysBetween(today, calendar.coveredTo)
  return { coveredTo: calendar.coveredTo, daysLeft, alarm: daysLeft < alarmDays }
}
