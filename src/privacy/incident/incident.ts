import type { Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'

/** What was done about an incident; each is written down once done, and nobody changes it. */
export const facts = ['contained', 'assessed', 'decided', 'notified', 'closed'] as const
export type FactName = (typeof facts)[number]

/** How much harm could come of it to whom it is about (UK GDPR, articles 33 and 34). */
export const risks = ['unlikely', 'risk', 'high'] as const
export type Risk = (typeof risks)[number]

export type Fact = {
  readonly what: FactName
  readonly words: string
  readonly data: {
    readonly risk?: Risk
    readonly notify?: boolean
    readonly tellPeople?: boolean
    readonly on?: Day
  }
  readonly at: Date
  readonly byPerson: string
}

export type State = 'opened' | FactName

/** Hours from becoming aware in which the council decides whether to notify (UK GDPR, article 33). */
export const hoursToDecide = 72

/** At how many hours the data protection officer is reminded; the first tells that it opened, the last that it is over. */
export const remindedAtHours = [0, 24, 48, 66, hoursToDecide] as const

const hour = 3_600_000

export type IncidentStanding = {
  readonly state: State
  readonly decideBy: Date
  /** whether it still has to be decided; then the clock runs */
  readonly waits: boolean
  readonly overdue: boolean
  /** the clock in words */
  readonly words: string
}

export function standingOf(awareAt: Date, done: readonly Fact[], at: Date): IncidentStanding {
  const decideBy = new Date(awareAt.getTime() + hoursToDecide * hour)
  const waits = !has(done, 'decided')
  const left = decideBy.getTime() - at.getTime()
  const state = facts.findLast(what => has(done, what)) ?? 'opened'
  const words = waits ? clockInWords(left) : state === 'closed' ? 'Closed' : 'Decided'
  return { state, decideBy, waits, overdue: waits && left < 0, words }
}

function clockInWords(left: number): string {
  const hours = Math.floor(Math.abs(left) / hour)
  if (left < 0) return hours === 0 ? 'The 72 hours are just over' : `${counted(hours, 'hour')} past the 72 hours`
  return hours === 0 ? 'Less than an hour left to decide' : `${counted(hours, 'hour')} left to decide`
}

/** The last step of the reminders that is due; undefined once it was decided. */
export function reminderDue(awareAt: Date, done: readonly Fact[], at: Date): number | undefined {
  if (has(done, 'decided')) return undefined
  const hours = (at.getTime() - awareAt.getTime()) / hour
  const step = remindedAtHours.findLastIndex(it => it <= hours)
  return step < 0 ? undefined : step
}

type NewFact = Pick<Fact, 'what' | 'words' | 'data'>

/** Whether a fact may be written down now; the reason when not. It may be assessed and decided anew until it is closed. */
export function mayRecord(done: readonly Fact[], it: NewFact, today: Day): Result<true> {
  const no = (words: string, field = 'words') => refuse('not-now', words, field)
  if (has(done, 'closed')) return no('This incident is closed')
  if (it.words.trim() === '') return no(asks[it.what])
  if (it.what === 'assessed' && !it.data.risk) return no('Select how much harm could come of it', 'risk')
  if (it.what === 'decided') {
    if (!has(done, 'assessed')) return no('Write down first what harm could come of it')
    if (it.data.notify === undefined) return no('Select whether the Commissioner is notified', 'notify')
    if (it.data.tellPeople === undefined) return no('Select whether the people it is about are told', 'tellPeople')
  }
  const decision = done.findLast(fact => fact.what === 'decided')
  if (it.what === 'notified') {
    if (!decision?.data.notify) return no('It was not decided to notify the Commissioner')
    if (!it.data.on) return no('Enter the date on which the Commissioner was notified', 'on')
    if (it.data.on > today) return no('Enter a date that is not in the future', 'on')
  }
  if (it.what === 'closed') {
    if (!decision) return no('Decide first whether the Commissioner is notified')
    if (decision.data.notify && !has(done, 'notified')) return no('Write down first when the Commissioner was notified')
  }
  return allow(true)
}

const asks: Record<FactName, string> = {
  contained: 'Enter how it was contained',
  assessed: 'Enter what harm could come of it',
  decided: 'Enter why it was decided so',
  notified: 'Enter the Commissioner’s reference, or how they were notified',
  closed: 'Enter what was learned',
}

const has = (done: readonly Fact[], what: FactName): boolean => done.some(fact => fact.what === what)
