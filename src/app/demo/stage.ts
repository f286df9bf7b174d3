import {
  apply,
  begin,
  mayAct,
  numberedQuestions,
  receive,
  type Act,
  type Actor,
  type Contact,
  type Contribution,
  type Decision,
  type Enquiry,
  type EnquiryEvent,
  type Limits,
  type NewMessage,
  type Place,
  type Recorded,
  type Part,
} from '#enquiries/door.ts'
import { addWorkingDays, type Calendar } from '#clock/door.ts'
import { nowAt, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'

/** One enquiry of the made-up history with everything that happened to it, as the real rules decided. */
export type Played = {
  enquiry: Enquiry
  readonly subject: string
  readonly constituent: string | null
  /** where it is about; somebody may say so later */
  place: Place | null
  readonly createdAt: Date
  changedAt: Date
  readonly history: Recorded[]
  readonly messages: NewMessage[]
  readonly questions: PlayedQuestion[]
  readonly promises: PlayedPromise[]
  readonly contributions: Contribution[]
  readonly submissions: PlayedSubmission[]
  readonly handOvers: PlayedHandOver[]
  /** who did which act when: for the audit trail */
  readonly acts: { at: Date; actor: string | null; onBehalfOf: string | null; act: string }[]
  /** what a rule refused: nothing, where the story is sound */
  readonly refused: string[]
  readonly newId: () => string
}

export type PlayedQuestion = {
  round: number
  number: number
  words: string
  answer?: string
  excuse?: string
  answeredIn?: string
}
/** An answer as it was given to a second person to read. */
export type PlayedSubmission = { id: string; round: number; submittedBy: string; answer: object; at: Date }
export type PlayedHandOver = {
  id: string
  mailboxId: string
  handedBy: string
  wanted: string
  shared: object
  dueOn: Day
  at: Date
}
export type PlayedPromise = { id: string; messageId: string | null; words: string; who: string; dueOn: Day }

/** What a play stands on. Ids are counted, so that the same seed tells the same history. */
export type Stage = { readonly calendar: Calendar; readonly limits: Limits; readonly newId: () => string }

export type Opening = Omit<Contact, 'messageId'> & {
  readonly reference: Reference
  readonly subject: string
  readonly text: string
  readonly constituent: string | null
  readonly place: Place | null
  readonly at: Date
  readonly by: Actor
  readonly as: Part
}

/** An enquiry that begins with an act on another one has its id from there, and what happens to it at once. */
export type Born = { readonly id: string; readonly atOnce: readonly EnquiryEvent[] }

/** The first act: the contact is put on record. */
export function opens(stage: Stage, it: Opening, born: Born = { id: stage.newId(), atOnce: [] }): Played {
  const { reference, subject, text, constituent, place, at, by, as, ...contact } = it
  const { today } = nowAt(at)
  const { id } = born
  const received = receive({ ...contact, messageId: stage.newId() }, today, stage.calendar)
  if (!received.ok) throw new Error(`${reference}: ${received.refusal.words}`)
  const onBehalfOf = by.person === contact.memberId ? null : contact.memberId
  const history = [received.value, ...born.atOnce].map(
    (event): Recorded => ({ event, at, on: today, by: by.person, as, onBehalfOf }),
  )
  return {
    enquiry: history.slice(1).reduce(apply, begin(id, reference, received.value, today)),
    subject,
    constituent,
    place,
    createdAt: at,
    changedAt: at,
    history,
    messages: [
      messageOf(id, received.value.messageId, {
        kind: 'enquiry',
        words: text,
        at,
        by: by.person ?? contact.memberId,
        as,
        via: contact.channel,
        round: 1,
      }),
    ],
    questions: numberedQuestions(text).map((words, i) => ({ round: 1, number: i + 1, words })),
    promises: [],
    contributions: [],
    refused: [],
    submissions: [],
    handOvers: [],
    acts: [{ at, actor: by.person, onBehalfOf, act: 'enquiries.raise' }],
    newId: stage.newId,
  }
}

/** How an act comes, beside what is given; `others` are the enquiries that it may change too. */
export type Way = { readonly via?: string; readonly others?: readonly Played[] }

/**
 * One more act, decided by its real rule. A refusal is a mistake of the story: it is written down for the tests, and the
 * story stops there rather than keep a demonstration from starting on some day of some year.
 */
export function plays<Given, Facts>(
  stage: Stage,
  played: Played,
  it: Act<Given, Facts>,
  given: Given & Facts,
  by: Actor,
  at: Date,
  { via = 'web', others = [] }: Way = {},
): Decision | undefined {
  const { enquiry } = played
  const { today } = nowAt(at)
  const part = mayAct(enquiry, by, it)
  if (!part.ok) return refusedIn(played, it.name, part.refusal.words)
  const messageId = stage.newId()
  const decided = it.decide(enquiry, {
    ...given,
    by,
    on: today,
    today,
    calendar: stage.calendar,
    limits: stage.limits,
    messageId,
  })
  if (!decided.ok) return refusedIn(played, it.name, decided.refusal.words)
  const happening = { act: it.name, as: part.value, by, at, on: today }
  happens(played, decided.value.events, happening)
  for (const { enquiry: other, events } of decided.value.others ?? [])
    happens(
      others.find(it => it.enquiry.id === other.id)!,
      events,
      happening,
    )
  keepWords(played, decided.value, { messageId, at, by: by.person, as: part.value, via, round: enquiry.round })
  return decided.value
}

function refusedIn({ refused, enquiry }: Played, act: string, words: string): undefined {
  refused.push(`${enquiry.reference} ${act}: ${words}`)
}

type Happening = { act: string; as: Part; by: Actor; at: Date; on: Day }

function happens(played: Played, events: readonly EnquiryEvent[], { act, as, by, at, on }: Happening): void {
  const onBehalfOf = as === 'assistant' ? played.enquiry.memberId : null
  const recorded = events.map((event): Recorded => ({ event, at, on, by: by.person, as, onBehalfOf }))
  played.history.push(...recorded)
  played.enquiry = recorded.reduce(apply, played.enquiry)
  played.changedAt = at
  played.acts.push({ at, actor: by.person, onBehalfOf, act: `enquiries.${act}` })
}

type Said = { messageId: string; at: Date; by: string | null; as: string; via: string; round: number }

function keepWords(played: Played, { words, answers = [], promises = [], questions = [] }: Decision, said: Said): void {
  if (!words) return
  played.messages.push(messageOf(played.enquiry.id, said.messageId, { ...said, ...words }))
  for (const { number, ...answered } of answers) {
    const question = played.questions.find(it => it.round === said.round && it.number === number)
    if (question) Object.assign(question, answered, { answeredIn: said.messageId })
  }
  for (const promise of promises) played.promises.push({ ...promise, messageId: said.messageId })
  played.questions.push(...questions.map((words, i) => ({ round: played.enquiry.round, number: i + 1, words })))
}

type Telling = {
  kind: NewMessage['kind']
  words: string
  internal?: boolean
  contact?: string
  mayShare?: boolean | null | undefined
  at: Date
  by: string | null
  as: string
  via: string
  round: number
}

const messageOf = (enquiryId: string, id: string, it: Telling): NewMessage => ({
  id,
  enquiryId,
  kind: it.kind,
  round: it.round,
  at: it.at,
  fromPerson: it.by,
  fromPart: it.as,
  via: it.via,
  internal: it.internal ?? false,
  words: it.words,
  quoted: '',
  rawSha256: null,
  contact: it.contact ?? '',
  mayShare: it.mayShare ?? null,
})

/** A moment, or right after another one that came later. */
export const laterMoment = (a: Date, b: Date): Date => (a.getTime() > b.getTime() ? new Date(a.getTime() + 60_000) : b)

/** The nth working day after this one. */
export const later = (stage: Stage, on: Day, workingDays: number): Day =>
  addWorkingDays(stage.calendar, on, workingDays)
