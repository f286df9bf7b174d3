import { nextWorkingDay, isWorkingDay, type Calendar } from '#clock/door.ts'
import { parseDay, type Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { About } from '../request/sought.ts'

/** A copy of an enquiry without what others must not read, or the answer to somebody who asks for their own data. */
export type Disclosure = {
  readonly id: string
  readonly number: number
  readonly kind: 'copy' | 'request'
  readonly enquiryId: string | null
  readonly about: About
  readonly receivedOn: Day
  readonly identity: 'known' | 'asked' | 'checked'
  readonly identityOn: Day | null
  readonly extendedOn: Day | null
  readonly extendedBecause: ExtensionReason | null
  readonly search: 'none' | 'waiting' | 'running' | 'done'
  readonly searchAt: { readonly source?: string; readonly looked?: number; readonly all?: number }
  readonly madeBy: string
  readonly madeAt: Date
  readonly submittedBy: string | null
  readonly submittedAt: Date | null
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
  readonly handedOverOn: Day | null
  readonly handedOverHow: HandOver | null
  readonly closedOn: Day | null
  readonly outcome: Outcome | null
}

export const extensionReasons = {
  complex: 'The request is complex',
  many: 'The same person made several requests',
} as const
export type ExtensionReason = keyof typeof extensionReasons

export const handOvers = {
  'secure-email': 'By protected email',
  'in-person': 'In person',
  post: 'By post, signed for',
  download: 'By a protected download',
} as const
export type HandOver = keyof typeof handOvers

export const outcomes = {
  given: 'Everything was given',
  'given-in-part': 'Given in part',
  'nothing-held': 'Nothing is held',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
} as const
export type Outcome = keyof typeof outcomes

/** Why something is left out, in the words of the list that goes with what is given. */
export const leftOutReasons = {
  'other-person': 'It is about somebody else of that name',
  'third-party': 'It would tell about another person who has not agreed',
  exempt: 'The law exempts it, for example to prevent crime or protect somebody from harm',
  privileged: 'It is legal advice',
  twice: 'It is given in another place',
  'not-needed': 'It is not needed for this copy',
} as const
export type LeftOutReason = keyof typeof leftOutReasons

export const has = <T extends object>(all: T, word: string): word is Extract<keyof T, string> =>
  Object.hasOwn(all, word)

/**
 * By when a request is to be answered: one calendar month, three when extended, from the day it came or, where we had to
 * ask who it is, from the day we knew. No such day in that month: its last. Not a working day: the next one (UK GDPR,
 * article 12(3), and the Information Commissioner’s guidance). Undefined while we wait to know who asks.
 */
export function dueOnOf(
  it: Pick<Disclosure, 'receivedOn' | 'identity' | 'identityOn' | 'extendedOn'>,
  calendar: Calendar,
): Day | undefined {
  if (it.identity === 'asked') return undefined
  const begun = it.identity === 'checked' && it.identityOn ? it.identityOn : it.receivedOn
  const due = monthsLater(begun, it.extendedOn ? 3 : 1)
  return isWorkingDay(calendar, due) ? due : nextWorkingDay(calendar, due)
}

/** The same date so many months later, or the last day of that month. */
export function monthsLater(on: Day, months: number): Day {
  const [year, month, date] = on.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const there = new Date(first.getTime() + (Math.min(date, last.getUTCDate()) - 1) * 86_400_000)
  return parseDay(there.toISOString().slice(0, 10))!
}

type Standing = Pick<Disclosure, 'submittedBy' | 'confirmedBy' | 'closedOn'>

/** Whether it can still be worked on: nothing changes once it waits for a second person. */
export const isOpen = (it: Standing): boolean => !it.submittedBy && !it.closedOn

export function maySubmit(it: Standing, undecided: number, included: number): Result<true> {
  if (!isOpen(it)) return refuse('not-open', 'It waits for a second person already, or is closed')
  if (undecided > 0) return refuse('undecided', `Decide about every item first: ${undecided} left`)
  return included > 0 ? allow(true) : refuse('nothing-in', 'Include something first, or close it with what came of it')
}

/** The second person is somebody else. */
export function mayConfirm(it: Standing, person: string | null): Result<true> {
  if (!it.submittedBy || it.confirmedBy || it.closedOn)
    return refuse('not-submitted', 'It does not wait for a second person')
  return it.submittedBy === person
    ? refuse('same-person', 'Somebody else has to confirm what you prepared')
    : allow(true)
}
