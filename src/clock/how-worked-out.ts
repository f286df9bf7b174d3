import { addDays, inWords, type Day } from '#kernel/day.ts'
import { dueOn, isPausedOn, type Clock, type Pause } from '#clock/due-date.ts'
import { whyNotWorking } from '#clock/working-day-calendar.ts'

/** One day of a clock, as the page and the API show it (domain, section 3, rule 8). */
export type ClockDay = {
  readonly on: Day
  readonly because: 'received' | 'counted' | 'due' | 'not-worked' | 'paused'
  /** which of the allowed working days this is; undefined when the day is not counted */
  readonly counted: number | undefined
  /** plain words: `Good Friday`, `Day 3`, `Waiting for a reply to the question of 4 June 2026` */
  readonly why: string
}

/**
 * Every day from receipt to the due date, in order, saying whether it counts and why. A clock held back by a question
 * has no due date yet: its days run to `today`.
 */
export function howWorkedOut(clock: Clock, today: Day): ClockDay[] {
  const due = dueOn(clock)
  const last = due ?? today
  const days: ClockDay[] = [{ on: clock.receivedOn, because: 'received', counted: undefined, why: 'Received: day 0' }]
  for (let on = addDays(clock.receivedOn, 1), counted = 0; on <= last; on = addDays(on, 1)) {
    const skipped = notCounted(clock, on)
    days.push(skipped ?? countedDay(on, (counted += 1), on === due))
  }
  return days
}

function countedDay(on: Day, counted: number, isDue: boolean): ClockDay {
  if (isDue) return { on, because: 'due', counted, why: `Day ${counted}: due by the end of this day` }
  return { on, because: 'counted', counted, why: `Day ${counted}` }
}

function notCounted({ calendar, pauses }: Clock, on: Day): ClockDay | undefined {
  const notWorked = whyNotWorking(calendar, on)
  if (notWorked !== undefined) return { on, because: 'not-worked', counted: undefined, why: capitalised(notWorked) }
  const pause = pauses.find(pause => isPausedOn([pause], on))
  return pause && { on, because: 'paused', counted: undefined, why: waiting(pause, on) }
}

const waiting = ({ askedOn, repliedOn }: Pause, on: Day): string =>
  on === repliedOn
    ? `The reply to the question of ${inWords(askedOn)} came`
    : `Waiting for a reply to the question of ${inWords(askedOn)}`

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
