import { addWorkingDays } from '#clock/door.ts'
import { inWords, laterOf, type Day } from '#kernel/day.ts'
import { refuse, type Refused } from '#kernel/result.ts'
import type { Circumstances } from './act.ts'
import type { Enquiry } from './enquiry.ts'

const mostWorkingDays = 10

/**
 * Why a date is no date of a next update; undefined when it is one. It may lie as far ahead as the answer itself is
 * due, and ten working days where that is near or past: a later one would only put the member off.
 */
export function noNextUpdate(
  on: Day,
  { dueOn }: Pick<Enquiry, 'dueOn'>,
  { today, calendar }: Pick<Circumstances, 'today' | 'calendar'>,
): Refused | undefined {
  if (on < today) return refuse('past', 'The next update must not lie in the past', 'nextUpdateOn')
  const inTen = addWorkingDays(calendar, today, mostWorkingDays)
  const latest = dueOn ? laterOf(dueOn, inTen) : inTen
  return on > latest
    ? refuse(
        'too-far',
        `Enter a date by ${inWords(latest)}: the member should not wait longer for news`,
        'nextUpdateOn',
      )
    : undefined
}
