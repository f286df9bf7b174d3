import type { Day } from '#kernel/day.ts'
import { dayNumbered, numberOf } from '#clock/day-number.ts'
import type { Calendar } from '#clock/working-day-calendar.ts'
import { workedUpTo, workingDayAt } from '#clock/working-day-index.ts'

/** The clock stands still on the days after the question was sent, up to and including the day of the reply. */
export type Pause = { readonly askedOn: Day; /** undefined while no reply has come */ readonly repliedOn?: Day }

export type Clock = {
  /** day 0: the first day it reached the council by any channel */
  readonly receivedOn: Day
  /** working days allowed, at least 1 */
  readonly limitWorkingDays: number
  readonly pauses: readonly Pause[]
  readonly calendar: Calendar
}

/**
 * The day at whose end the clock runs out: the first working day D for which `limitWorkingDays` working days lie in
 * (received, D] outside every pause; overlapping pauses count once (domain, section 3, rule 2).
 * Undefined while a question without a reply holds it back: no date can be promised then.
 */
export function dueOn({ receivedOn, limitWorkingDays, pauses, calendar }: Clock): Day | undefined {
  if (!(Number.isInteger(limitWorkingDays) && limitWorkingDays > 0))
    throw new RangeError(`No limit: ${limitWorkingDays}`)
  let reached = numberOf(receivedOn)
  let left = limitWorkingDays
  for (const { askedOn, repliedOn } of inOrder(pauses)) {
    const asked = numberOf(askedOn)
    const countedBefore = asked > reached ? workedUpTo(calendar.index, asked) - workedUpTo(calendar.index, reached) : 0
    if (countedBefore >= left) break
    if (repliedOn === undefined) return undefined
    left -= countedBefore
    reached = Math.max(reached, asked, numberOf(repliedOn))
  }
  return dayNumbered(workingDayAt(calendar.index, workedUpTo(calendar.index, reached) + left))
}

/** The due date as it would be if every question still open were answered on this day. */
export const dueIfRepliedOn = (clock: Clock, on: Day): Day => dueOn({ ...clock, pauses: closedOn(clock.pauses, on) })!

export const isPausedOn = (pauses: readonly Pause[], on: Day): boolean =>
  pauses.some(({ askedOn, repliedOn }) => askedOn < on && (repliedOn === undefined || on <= repliedOn))

const closedOn = (pauses: readonly Pause[], on: Day): Pause[] =>
  pauses.map(pause => (pause.repliedOn === undefined ? { ...pause, repliedOn: on } : pause))

const inOrder = (pauses: readonly Pause[]): readonly Pause[] =>
  pauses.length < 2 ? pauses : pauses.toSorted((a, b) => (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : 0))
