import type { Day } from '#kernel/day.ts'
import { workingDaysBetween, type Calendar } from '#clock/working-day-calendar.ts'

/** How a clock stands. Always worked out, never stored (domain, section 2). `due-soon` is at risk. */
export type Standing = 'on-time' | 'due-soon' | 'overdue' | 'very-overdue' | 'paused'

/** From how many working days left, or late, the words change; a council may set its own. */
export type StandingLimits = { readonly soonWorkingDays: number; readonly veryWorkingDays: number }

/** The steps of the default ladder: due − 2 and due + 5 (domain, section 4). */
export const usualLimits: StandingLimits = { soonWorkingDays: 2, veryWorkingDays: 5 }

export type ClockFacts = {
  readonly calendar: Calendar
  /** undefined while a question holds the clock back */
  readonly dueOn: Day | undefined
  /** the day a substantive answer was delivered or the enquiry closed, which alone stop the clock */
  readonly stoppedOn?: Day
  readonly today: Day
}

export type ClockStanding = {
  readonly standing: Standing
  /** judged for good, because the clock was stopped: `overdue` then means answered late */
  readonly stopped: boolean
  /** working days after today until the end of the due day; 0 on the due day, when late, and while paused */
  readonly workingDaysLeft: number
  /** working days after the due day; 0 on the weekend that follows it, though it is overdue already */
  readonly workingDaysLate: number
}

export function standingOf(facts: ClockFacts, limits = usualLimits): ClockStanding {
  const { calendar, dueOn, stoppedOn, today } = facts
  const stopped = stoppedOn !== undefined
  if (dueOn === undefined) {
    return { standing: stopped ? 'on-time' : 'paused', stopped, workingDaysLeft: 0, workingDaysLate: 0 }
  }
  const left = workingDaysBetween(calendar, stoppedOn ?? today, dueOn)
  const late = (stoppedOn ?? today) > dueOn
  const standing = late ? lateness(-left, limits) : !stopped && left <= limits.soonWorkingDays ? 'due-soon' : 'on-time'
  return { standing, stopped, workingDaysLeft: late ? 0 : left, workingDaysLate: late ? 0 - left : 0 }
}

/** Past its due date, whether still open or answered late. */
export const isBreached = ({ standing }: ClockStanding): boolean =>
  standing === 'overdue' || standing === 'very-overdue'

/** Still to be met, but little time is left. */
export const isAtRisk = ({ standing }: ClockStanding): boolean => standing === 'due-soon'

const lateness = (workingDaysLate: number, { veryWorkingDays }: StandingLimits): Standing =>
  workingDaysLate >= veryWorkingDays ? 'very-overdue' : 'overdue'
