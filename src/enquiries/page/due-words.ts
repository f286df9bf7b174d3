import { addWorkingDays, standingOf, type Calendar } from '#clock/door.ts'
import { inWords, inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { isOpen, type Status } from '../enquiry.ts'

export type DueFacts = {
  readonly status: Status
  readonly dueOn: Day | null
  readonly waitingSince: Day | null
  readonly answeredOn: Day | null
  readonly closedOn: Day | null
}

export type DueTone = 'late' | 'soon' | 'calm' | 'waiting' | 'done'
export type DueWords = { readonly words: string; readonly tone: DueTone }

/** When an answer is due as people would say it: `Due tomorrow`, `3 working days late`, `Waiting since 4 June`. */
export function dueInWords(it: DueFacts, today: Day, calendar: Calendar): DueWords {
  if (!isOpen(it)) return { words: endedInWords(it), tone: 'done' }
  if (!it.dueOn) return { words: waitingInWords(it.waitingSince, today), tone: 'waiting' }
  const { standing, workingDaysLeft, workingDaysLate } = standingOf({ calendar, dueOn: it.dueOn, today })
  if (it.dueOn < today) return { words: lateInWords(workingDaysLate, it.dueOn, today), tone: 'late' }
  return {
    words: leftInWords(it.dueOn, workingDaysLeft, today, calendar),
    tone: standing === 'due-soon' ? 'soon' : 'calm',
  }
}

/** On the weekend after its due date something is late though no working day has passed. */
export const lateInWords = (days: number, dueOn: Day, today: Day): string =>
  days === 0 ? `Late since ${shortlyWithWeekday(dueOn, today)}` : `${counted(days, 'working day')} late`

export function leftInWords(dueOn: Day, left: number, today: Day, calendar: Calendar): string {
  if (dueOn === today) return 'Due today'
  if (left === 1 && addWorkingDays(calendar, today, 1) === dueOn) return nextWorkingDayInWords(today, dueOn)
  return `Due in ${counted(left, 'working day')}`
}

const nextWorkingDayInWords = (today: Day, dueOn: Day): string =>
  Temporal.PlainDate.from(today).add({ days: 1 }).toString() === dueOn ? 'Due tomorrow' : 'Due next working day'

const waitingInWords = (since: Day | null, today: Day): string =>
  since ? `Waiting since ${shortly(since, today)}` : 'Waiting for the member'

const endedInWords = ({ status, answeredOn, closedOn }: DueFacts): string => {
  const on = status === 'closed' ? closedOn : answeredOn
  return `${status === 'closed' ? 'Closed' : 'Answered'}${on ? ` ${inWords(on)}` : ''}`
}

const shortlyWithWeekday = (on: Day, today: Day): string =>
  on.slice(0, 4) === today.slice(0, 4) ? inWordsWithWeekday(on).slice(0, -5) : inWordsWithWeekday(on)

/** Without the year while it is this one: `4 June`. */
export const shortly = (on: Day, today: Day): string =>
  on.slice(0, 4) === today.slice(0, 4) ? inWords(on).slice(0, -5) : inWords(on)
