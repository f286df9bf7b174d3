import { workingDaysBetween, type Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'

/** What somebody is to do by when, agreed in a review, with everything that happened to it since. */
export type Action = {
  readonly id: string
  readonly number: number
  /** the review it was agreed in: `2026-05` */
  readonly review: string
  readonly what: string
  /** who took it on first */
  readonly responsibleId: string
  /** kept for ever, however often the date moves (domain, section 10) */
  readonly firstDueOn: Day
  readonly agreedOn: Day
  readonly events: readonly ActionEvent[]
}

export type ActionEvent = {
  readonly type: 'reported' | 'moved' | 'passed' | 'done' | 'reopened' | 'dropped'
  /** a report, a reason, or the evidence */
  readonly words: string
  /** of `moved`: the new date */
  readonly dueOn: Day | null
  /** of `passed`: to whom */
  readonly toPerson: string | null
  readonly onDay: Day
  readonly byPerson: string | null
}

export type ActionState = 'on-track' | 'due' | 'overdue' | 'done' | 'dropped'

export type ActionStanding = {
  readonly state: ActionState
  readonly responsibleId: string
  readonly dueOn: Day
  /** dates that passed without it being done, today's among them */
  readonly missed: number
  /** of `done` and `dropped` */
  readonly endedOn: Day | null
  readonly evidence: string | null
}

export const actionReference = (number: number): string => `Action ${number}`

/**
 * How an action stands on a day, worked out from what happened and from nothing else. `due` from so many working days
 * before its date on. A second missed date goes to the committee's list (domain, section 10).
 */
export function standingOf(action: Action, today: Day, calendar: Calendar, soonWorkingDays: number): ActionStanding {
  let { firstDueOn: dueOn, responsibleId } = action
  let missed = 0
  let ended: ActionEvent | undefined
  for (const event of action.events) {
    // a date counts as missed once it has passed: whatever is written on the day itself is in time
    const isPast = !ended && event.onDay > dueOn
    if (event.type === 'moved') {
      missed += isPast ? 1 : 0
      dueOn = event.dueOn!
    }
    if (event.type === 'passed') responsibleId = event.toPerson!
    if (event.type === 'done' || event.type === 'dropped') {
      missed += isPast ? 1 : 0
      ended = event
    }
    if (event.type === 'reopened') ended = undefined
  }
  const late = !ended && today > dueOn
  return {
    state: ended ? (ended.type === 'done' ? 'done' : 'dropped') : openState(today, dueOn, calendar, soonWorkingDays),
    responsibleId,
    dueOn,
    missed: missed + (late ? 1 : 0),
    endedOn: ended?.onDay ?? null,
    evidence: ended?.words ?? null,
  }
}

function openState(today: Day, dueOn: Day, calendar: Calendar, soonWorkingDays: number): ActionState {
  if (today > dueOn) return 'overdue'
  return workingDaysBetween(calendar, today, dueOn) <= soonWorkingDays ? 'due' : 'on-track'
}

/** From here on an action is on the committee's list. */
export const committeeMissed = 2

/** What somebody wants to write beneath an action. */
export type Wanted = {
  readonly type: ActionEvent['type']
  readonly words: string
  readonly dueOn?: Day | null
  readonly toPerson?: string | null
}

type Asking = {
  readonly today: Day
  readonly standing: ActionStanding
  /** of the leadership team or its officer, who alone drop an action or open it again */
  readonly records: boolean
}

/** Whether it may be written. Pure; refusals name the field to mend. */
export function mayWrite(wanted: Wanted, { today, standing, records }: Asking): Result<Wanted> {
  const isOpen = standing.endedOn === null
  if (wanted.type === 'reopened' ? isOpen : !isOpen)
    return refuse('not-open', isOpen ? 'This action is open already' : 'This action has ended. Open it again first')
  if ((wanted.type === 'dropped' || wanted.type === 'reopened') && !records)
    return refuse('not-allowed', 'Only the leadership team and its officers may do this')
  if (wanted.words === '') return refuse('words-missing', missingWords[wanted.type], 'words')
  if (wanted.words.length > 4000) return refuse('words-long', 'Words must be 4,000 characters or fewer', 'words')
  if (wanted.type === 'moved') return mayMove(wanted, today, standing)
  if (wanted.type === 'passed' && (!wanted.toPerson || wanted.toPerson === standing.responsibleId))
    return refuse('person-missing', 'Select who takes it on', 'toPerson')
  return allow(wanted)
}

function mayMove(wanted: Wanted, today: Day, { dueOn }: ActionStanding): Result<Wanted> {
  if (!wanted.dueOn || wanted.dueOn <= today) return refuse('date-past', 'The new date must be in the future', 'dueOn')
  if (wanted.dueOn === dueOn) return refuse('date-same', 'Enter a date other than the one that holds now', 'dueOn')
  return allow(wanted)
}

const missingWords: Record<ActionEvent['type'], string> = {
  reported: 'Enter how it stands',
  moved: 'Enter why the date moves',
  passed: 'Enter why it goes to somebody else',
  done: 'Enter what shows that it is done',
  reopened: 'Enter why it is opened again',
  dropped: 'Enter why it is no longer needed',
}
