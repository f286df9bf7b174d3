import type { Day } from '#kernel/day.ts'

/**
 * Days as whole numbers, for counting many of them: 0 is a Monday, so weekday and week fall out of a division.
 * Through epoch milliseconds, because a million due dates may not cost a million Temporal objects.
 */
const dayMilliseconds = 86_400_000
const mondayShift = 3 // 1 January 1970 was a Thursday

export const numberOf = (on: Day): number => Date.parse(on) / dayMilliseconds + mondayShift

export const dayNumbered = (number: number): Day =>
  new Date((number - mondayShift) * dayMilliseconds).toISOString().slice(0, 10) as Day
