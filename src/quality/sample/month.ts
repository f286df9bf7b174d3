import { isWorkingDay, nextWorkingDay, type Calendar } from '#clock/door.ts'
import { day, type Day } from '#kernel/day.ts'

/** A month, by its first day. */
export const monthOf = (on: Day): Day => day(`${on.slice(0, 7)}-01`)

export function monthAfter(month: Day, by = 1): Day {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return day(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`)
}

const names = 'January February March April May June July August September October November December'.split(' ')

export const monthInWords = (month: Day): string => `${names[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`

/** After a longer stop than this, older months are not drawn any more: their answers are no news. */
const mostMonths = 12

/**
 * The months that are to be drawn on a day: all that have ended since the last one drawn, each from the first working
 * day of the month after it. Where nothing was ever drawn it begins with the last month.
 */
export function monthsToDraw(latest: Day | undefined, today: Day, calendar: Calendar): Day[] {
  const now = monthOf(today)
  const first = isWorkingDay(calendar, now) ? now : nextWorkingDay(calendar, now)
  const last = monthAfter(now, today >= first ? -1 : -2)
  const from = latest ? monthAfter(latest) : last
  const earliest = monthAfter(last, 1 - mostMonths)
  const months: Day[] = []
  for (let month = from > earliest ? from : earliest; month <= last; month = monthAfter(month)) months.push(month)
  return months
}
