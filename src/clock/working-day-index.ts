import type { Day } from '#kernel/day.ts'
import { numberOf } from '#clock/day-number.ts'

/**
 * A calendar prepared for counting. Weekdays are counted by arithmetic; only the weekdays off have to be remembered,
 * so every question is one binary search, whatever the distance between two days.
 */
export type WorkingDayIndex = {
  /** Mondays to Fridays on which nobody works, ascending, as day numbers */
  readonly weekdaysOff: Int32Array
  /** how many working days came before each of them */
  readonly workedBefore: Int32Array
}

export function indexOf(daysOff: Iterable<Day>): WorkingDayIndex {
  const weekdaysOff = Int32Array.from([...new Set(daysOff)].map(numberOf).filter(isWeekday)).sort()
  const workedBefore = weekdaysOff.map((number, earlierOnes) => weekdaysUpTo(number) - 1 - earlierOnes)
  return { weekdaysOff, workedBefore }
}

/** Working days up to and including this day, from an arbitrary but fixed beginning. */
export const workedUpTo = (index: WorkingDayIndex, number: number): number =>
  weekdaysUpTo(number) - countBelow(index.weekdaysOff, number + 1)

/** The number of the day that is the `count`th working day: the inverse of `workedUpTo` on working days. */
export const workingDayAt = (index: WorkingDayIndex, count: number): number =>
  weekdayAt(count + countBelow(index.workedBefore, count))

const isWeekday = (number: number): boolean => number - 7 * Math.floor(number / 7) < 5

function weekdaysUpTo(number: number): number {
  const week = Math.floor(number / 7)
  return 5 * week + Math.min(number - 7 * week + 1, 5)
}

function weekdayAt(count: number): number {
  const week = Math.floor((count - 1) / 5)
  return 7 * week + (count - 1 - 5 * week)
}

/** How many of these ascending values are below the limit. */
function countBelow(ascending: Int32Array, limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
