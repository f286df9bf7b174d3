import type { Day } from '#kernel/day.ts'

/**
 * Days as whole numbers, for counting many of them: 0 is a Monday, so weekday and week fall out of a division.
 * Through epoch milliseconds, because a million due dates may not cost a million Temporal objects.
 */
const dayMilliseconds = 86_400_000
const mondayShift = 3 // 1 January 1970 was a Thursday

export const numberOf = (on: Day): number => Date.parse(on) / dayMilliseconds + mondayShift

/** Writing a date costs ten times what counting to it does, and due dates repeat: written days are remembered. */
const written = new Map<number, Day>()
const mostRemembered = 40_000 // a century's days; beyond it they are written anew

export const dayNumbered = (number: number): Day => written.get(number) ?? write(number)

function write(number: number): Day {
  const on = new Date((number - mondayShift) * dayMilliseconds).toISOString().slice(0, 10) as Day
  if (written.size < mostRemembered) written.set(number, on)
  return on
}
