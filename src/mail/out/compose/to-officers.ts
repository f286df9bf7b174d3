import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { action, facts, heading, paragraph, words, type Block } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'
import { isolated } from './writing.ts'

export type Assigned = {
  readonly about: About
  readonly to: string
  readonly member: string
  readonly mailbox: string
  readonly receivedOn: Day
  /** null while a question to the member holds the clock back */
  readonly dueOn: Day | null
  /** why it came to them, or a word from who gave it; empty: nothing */
  readonly said: string
}

/** New work for an officer. A restricted enquiry is named by its number alone (domain, sections 4 and 6). */
export function assigned(council: Council, it: Assigned): Composed {
  const open = !it.about.restricted
  return compose({
    council,
    about: it.about,
    says: 'An enquiry for you',
    to: it.to,
    blocks: [
      paragraph(`An enquiry to ${it.mailbox} has been given to you. ${due(it.dueOn)}`),
      ...(open && it.said.trim() ? [words(it.said)] : []),
      facts(
        ...aboutFacts(it.about),
        open && { name: 'From', value: it.member },
        { name: 'Received', value: inWordsWithWeekday(it.receivedOn) },
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('Take it or pass it on', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: `You get this email because you answer for ${it.mailbox}.`,
  })
}

const due = (on: Day | null): string =>
  on ? `The answer is due by ${inWordsWithWeekday(on)}.` : 'We are waiting for the member’s reply to a question.'

export type Chased = {
  readonly about: About
  readonly to: string
  readonly member: string
  /** 1 for the first time they ask */
  readonly time: number
  readonly dueOn: Day
  readonly workingDaysLate: number
  /** what they wrote; empty: nothing */
  readonly said: string
  /** a second chase is owed an answer by then (domain, section 4) */
  readonly answerBy?: Day
  readonly mailbox: string
}

/** The member asks where it is. */
export function chased(council: Council, it: Chased): Composed {
  const open = !it.about.restricted
  const who = open ? isolated(it.member) : 'The member'
  return compose({
    council,
    about: it.about,
    says: it.time > 1 ? 'The member has asked again' : 'The member asks where this is',
    to: it.to,
    blocks: [
      paragraph(
        `${who} asks where this enquiry is${it.time > 1 ? `, for the ${ordinal(it.time)} time` : ''}. ${late(it)}`,
      ),
      ...(open && it.said.trim() ? [heading('What they wrote'), words(it.said)] : []),
      ...(it.answerBy ? [paragraph(`Please tell them something by ${inWordsWithWeekday(it.answerBy)}.`)] : []),
      facts(...aboutFacts(it.about), { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) }),
      action('Open the enquiry', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: `You get this email because you answer for ${it.mailbox}.`,
  })
}

const late = ({ workingDaysLate: days, dueOn }: Chased): string =>
  days > 0
    ? `The answer is ${counted(days, 'working day')} late: it was due by ${inWordsWithWeekday(dueOn)}.`
    : `The answer is due by ${inWordsWithWeekday(dueOn)}.`

const ordinal = (n: number): string => ['first', 'second', 'third', 'fourth', 'fifth'][n - 1] ?? `${n}th`

export type NotDelivered = {
  readonly about: About
  readonly to: string
  readonly what: 'answer' | 'question'
  readonly mailbox: string
  readonly dueOn: Day | null
}

/** What was written to the member came back: it counts for nothing, and somebody has to find another way to them. */
export function notDelivered(council: Council, it: NotDelivered): Composed {
  const counts =
    it.what === 'answer'
      ? 'It counts as not answered, and the clock has run on.'
      : 'It paused nothing: the clock has run on.'
  return compose({
    council,
    about: it.about,
    says: `Your ${it.what} did not reach the member`,
    to: it.to,
    blocks: [
      paragraph(
        `The ${it.what} sent to the member came back undelivered. ${counts} Please try another way, such as the telephone.`,
      ),
      facts(
        ...aboutFacts(it.about),
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('Open the enquiry', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: `You get this email because you answer for ${it.mailbox}.`,
  })
}

export type ColleagueTold = {
  readonly about: About
  readonly to: string
  /** who mentioned them, or did what is told */
  readonly by: string
  readonly because: 'mentioned' | 'watched'
  /** what happened, in a sentence without its full stop */
  readonly happened: string
  /** what the note says; '' when there is none */
  readonly note: string
}

/** A colleague was mentioned in a note, or something happened to an enquiry they watch. */
export function colleagueTold(council: Council, it: ColleagueTold): Composed {
  const open = !it.about.restricted
  const mentioned = it.because === 'mentioned'
  return compose({
    council,
    about: it.about,
    says: mentioned ? 'A colleague mentioned you' : 'News of an enquiry you watch',
    to: it.to,
    blocks: [
      paragraph(newsOf(it)),
      ...(open && it.note.trim() ? [words(it.note)] : []),
      facts(...aboutFacts(it.about)),
      action('Open the enquiry', it.about.trackingUrl),
      ...restrictedNote(it.about),
    ],
    because: mentioned
      ? 'You get this email because a colleague mentioned you.'
      : 'You get this email because you watch this enquiry.',
  })
}

function newsOf({ about, because, by, happened }: ColleagueTold): string {
  if (because === 'mentioned')
    return about.restricted
      ? 'You were mentioned in an internal note.'
      : `${isolated(by)} mentioned you in an internal note.`
  return about.restricted ? 'Something happened to an enquiry that you watch.' : `${happened} (${isolated(by)}).`
}

/** Why a mail about a restricted enquiry says so little. */
export const restrictedNote = ({ restricted }: About): Block[] =>
  restricted ? [paragraph('It is restricted. This email says nothing about it on purpose: sign in to read it.')] : []
