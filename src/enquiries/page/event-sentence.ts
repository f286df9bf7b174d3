import { inWords, type Day } from '#kernel/day.ts'
import { counted, listInWords } from '#kernel/text.ts'
import { channelWords, declineWords, kindWords, outcomeWords, procedureWords, relationWords } from '../enquiry.ts'
import { climbedInWords } from '../climb/in-words.ts'
import { hearers, rungWords } from '../climb/rung.ts'
import { weighedInWords, type Weighed } from '../allocate/weighed.ts'
import type { EnquiryEvent, EventType, Recorded } from '../events.ts'

/** Names by id, as one page looked them up. */
export type NamesById = {
  readonly person: (id: string) => string
  readonly mailbox: (id: string) => string
  readonly topic: (id: string) => string
  /** its number, as far as whoever reads may see it */
  readonly enquiry: (id: string) => string
  /** who was asked for a contribution */
  readonly contributor: (contributionId: string) => string
}

export type Sentence = {
  /** what happened, without who did it */
  readonly words: string
  readonly detail?: string
  readonly tone?: 'done' | 'late' | 'quiet'
}

type Telling = {
  readonly [T in EventType]: (it: Extract<EnquiryEvent, { type: T }>, names: NamesById, on: Day) => Sentence
}

/** Every event has a sentence: an event without one does not compile. */
const telling: Telling = {
  received: it => ({
    words: it.direct ? 'Received, past One Stop' : 'Received',
    detail: sentences(
      `${channelWords[it.channel]}, ${inWords(it.receivedOn)}`,
      it.late && 'Registered late',
      `Due ${inWords(it.dueOn)}, ${counted(it.limitWorkingDays, 'working day')} on`,
    ),
  }),
  allocated: (it, names) => ({ words: `Given to ${names.person(it.to)}`, detail: givenBecause(it, names) }),
  taken: it => ({
    words: 'Taken',
    detail: `Next update by ${inWords(it.nextUpdateOn)}.`,
  }),
  accepted: it => ({ words: 'Accepted', detail: `Next update by ${inWords(it.nextUpdateOn)}.` }),
  declined: (it, { mailbox }) => ({
    words: 'Declined',
    detail: sentences(
      declineWords[it.because],
      it.rightMailboxId !== null && `In their view it belongs to ${mailbox(it.rightMailboxId)}`,
    ),
    tone: 'late',
  }),
  climbed: (it, names, on) => ({
    words: it.because === 'chased' ? `The second chase climbed: ${hearers[it.rung]}` : rungWords[it.rung],
    detail: climbedInWords(it, names, on),
    tone: 'late',
  }),
  extended: it => ({
    words: `Extended by ${counted(it.workingDays, 'working day')}`,
    detail: `The member was told: by ${inWords(it.agreedDueOn)} instead of ${inWords(it.before)}. It is still judged by its first date.`,
  }),
  reassigned: (it, names) => ({
    words: it.from
      ? `Passed from ${names.person(it.from)} to ${names.person(it.to)}`
      : `Given to ${names.person(it.to)}`,
    detail: `The due date stays. ${givenBecause(it, names)}`.trim(),
  }),
  released: (it, { person }) => ({
    words: 'Given back to the mailbox',
    detail: sentences(it.from !== null && `It was with ${person(it.from)}`, 'The due date stays'),
  }),
  moved: (it, { mailbox }) => ({
    words: it.from ? `Moved from ${mailbox(it.from)} to ${mailbox(it.to)}` : `Placed in ${mailbox(it.to)}`,
    detail: sentences(it.restricted && 'Restricted from here on', 'The due date stays'),
  }),
  restricted: (it, { mailbox, person }) => ({
    words: `Restricted to ${mailbox(it.to)}`,
    detail: sentences(
      it.from !== null && `It was in ${mailbox(it.from)}`,
      it.holderId !== null && `${person(it.holderId)} goes on with it`,
      'The due date stays',
    ),
  }),
  'kind-changed': it => ({
    words: `Kind changed from ${kindWords[it.before.kind].toLowerCase()} to ${kindWords[it.kind].toLowerCase()}`,
    detail: dueAfter(it),
  }),
  'stage-begun': it => ({
    words: 'The complaint was acknowledged',
    detail: sentences(
      `Stage 1 counts from ${inWords(it.clockFrom)}`,
      it.dueOn !== null && `Due ${inWords(it.dueOn)}, ${counted(it.limitWorkingDays, 'working day')} on`,
    ),
  }),
  'place-set': it => ({
    words: 'Place set',
    ...(it.wardId !== it.before && { detail: 'The ward changed with it.' }),
    tone: 'quiet',
  }),
  'topic-set': (it, { topic }) => ({ words: `Topic set: ${topic(it.topicId)}`, tone: 'quiet' }),
  asked: () => ({ words: 'Asked the member a question', detail: 'The clock is paused until the reply.' }),
  'question-undelivered': it => ({
    words: 'The question did not reach the member',
    detail: `It paused nothing: the clock has run on. Due ${inWords(it.dueOn)}.`,
    tone: 'late',
  }),
  reminded: it => ({
    words: it.time > 1 ? 'Reminded the member of the question again' : 'Reminded the member of the question',
    detail: 'The clock stays paused.',
    tone: 'quiet',
  }),
  'member-wrote': () => ({ words: 'The member wrote' }),
  resumed: it => ({
    words: 'The member replied',
    detail: sentences(
      'The clock runs again',
      `Due ${inWords(it.dueOn)}`,
      it.agreedDueOn !== undefined && `Agreed ${inWords(it.agreedDueOn)}`,
    ),
  }),
  'wrote-after-answer': () => ({ words: 'The member wrote after the answer', detail: 'Somebody has to look at it.' }),
  'looked-at': () => ({ words: 'Looked at: nothing more is needed', tone: 'quiet' }),
  'handed-over': (it, { mailbox }) => ({
    words: `Handed over to ${mailbox(it.to)}`,
    detail: `They answer by ${inWords(it.dueOn)}. The member was told, and the council’s clock goes on.`,
  }),
  'partner-answered': () => ({ words: 'The partner answered' }),
  'partner-declined': () => ({ words: 'The partner said that it is not theirs', tone: 'late' }),
  'partner-silent': (it, { mailbox }) => ({ words: `${mailbox(it.to)} did not answer in time`, tone: 'late' }),
  'taken-back': (it, { mailbox }) => ({ words: `Taken back from ${mailbox(it.to)}` }),
  'hand-over-ended': (it, { mailbox }) => ({
    words: `${mailbox(it.to)} no longer works on it`,
    detail: 'They were told.',
    tone: 'quiet',
  }),
  submitted: () => ({ words: 'Submitted the answer for review' }),
  'review-ended': () => ({ words: 'The review ended: the answer was not sent', tone: 'quiet' }),
  returned: () => ({ words: 'Returned the answer with a note' }),
  answered: it => ({
    words: it.atOnce ? 'Answered in the conversation' : it.writtenBy ? 'Answered, after a second reading' : 'Answered',
    ...(it.promises.length > 0 && { detail: promisedInWords(it.promises.map(promise => promise.dueOn)) }),
    tone: 'done',
  }),
  'answer-undelivered': () => ({
    words: 'The answer did not reach the member',
    detail: 'It counts as not answered, and the clock has run on.',
    tone: 'late',
  }),
  agreed: () => ({ words: 'The member agreed: this answers it', tone: 'done' }),
  disagreed: it => ({
    words: 'The answer did not answer it',
    detail: `A new round began. Due ${inWords(it.dueOn)}, ${counted(it.limitWorkingDays, 'working day')} on.`,
    tone: 'late',
  }),
  withdrawn: () => ({ words: 'Withdrawn', tone: 'quiet' }),
  closed: it => ({
    words: 'Closed',
    detail: sentences(outcomeWords[it.outcome], it.procedure !== undefined && procedureWords[it.procedure]),
    tone: 'quiet',
  }),
  reopened: (it, { person }) => ({
    words: 'Opened again',
    detail: `${it.holderId ? `Back with ${person(it.holderId)}` : 'Back in the mailbox'}. Due ${inWords(it.dueOn)}.`,
  }),
  linked: (it, { enquiry }) => ({ words: `${relationWords[it.as]} ${enquiry(it.to)}`, tone: 'quiet' }),
  unlinked: (it, { enquiry }) => ({ words: `No longer linked to ${enquiry(it.to)}`, tone: 'quiet' }),
  joined: (it, { enquiry }) => ({
    words: `Joined to ${enquiry(it.to)}`,
    detail: 'The work goes on there, from the earliest receipt and by the strictest date.',
    tone: 'quiet',
  }),
  'took-in': (it, { enquiry }) => ({
    words: `${enquiry(it.enquiry)} was joined to this one`,
    detail: sentences(
      `It was received ${inWords(it.receivedOn)}`,
      Boolean(it.clock?.dueOn) && `It was due ${inWords(it.clock!.dueOn!)}`,
      'The strictest date counts',
    ),
  }),
  unjoined: (it, { enquiry }) => ({
    words: `Separated from ${enquiry(it.from)}`,
    detail: sentences('It is again as it was', it.restored.dueOn !== null && `Due ${inWords(it.restored.dueOn)}`),
  }),
  'gave-back': (it, { enquiry }) => ({
    words: `${enquiry(it.enquiry)} was separated from this one`,
    detail: it.restored.dueOn ? `Due ${inWords(it.restored.dueOn)}.` : 'The clock is paused.',
  }),
  'added-to-set': (it, { enquiry }) => ({
    words: 'Put into a set of several members’ enquiries',
    detail: `${enquiry(it.lead)} leads. Each keeps its own date and answer.`,
    tone: 'quiet',
  }),
  'set-widened': (it, { enquiry }) => ({ words: `${enquiry(it.by)} was put into the same set`, tone: 'quiet' }),
  'set-lead-changed': (it, { enquiry }) => ({
    words: `${enquiry(it.lead)} leads the set now`,
    detail: `Before it was ${enquiry(it.before)}.`,
    tone: 'quiet',
  }),
  'left-set': (it, { enquiry }) => ({
    words: 'No longer in a set',
    detail: `${enquiry(it.lead)} led it.`,
    tone: 'quiet',
  }),
  noted: (it, { person }) => ({
    words: 'Added an internal note',
    ...(it.told && { detail: `For ${listInWords(it.told.map(person))}.` }),
    tone: 'quiet',
  }),
  'mail-filed': () => ({ words: 'A message was filed', detail: 'It changes nothing by itself.', tone: 'quiet' }),
  'updated-member': it => ({
    words: 'Told the member how it stands',
    detail: `Next update by ${inWords(it.nextUpdateOn)}.`,
  }),
  'contribution-asked': (it, { contributor }) => ({
    words: `Asked ${contributor(it.contributionId)} for a part of the answer`,
    detail: `Due ${inWords(it.dueOn)}.`,
  }),
  'contribution-given': (it, { contributor }) => ({
    words: `The part asked of ${contributor(it.contributionId)} came`,
    tone: 'done',
  }),
  'contribution-withdrawn': (it, { contributor }) => ({
    words: `The part asked of ${contributor(it.contributionId)} is no longer needed`,
    tone: 'quiet',
  }),
  'contribution-reminded': (it, { contributor }) => ({
    words: `Reminded ${contributor(it.contributionId)} of their part`,
    detail: remindedBecause[it.because],
    tone: it.because === 'late' ? 'late' : 'quiet',
  }),
  chased: it => ({
    words: it.owed ? 'The member chased again' : 'The member chased',
    ...(it.owed && { detail: `An answer is owed by ${inWords(it.owed.dueOn)}.` }),
    tone: 'late',
  }),
  'promise-kept': () => ({ words: 'A promise was kept', tone: 'done' }),
  'promise-reminded': it => ({
    words: it.because === 'due-today' ? 'Reminded that a promise is due today' : 'Reminded that a promise is due soon',
    detail: `Promised for ${inWords(it.dueOn)}.`,
    tone: 'quiet',
  }),
  'promise-lapsed': it => ({
    words: 'A promise was broken',
    detail: `Its day, ${inWords(it.dueOn)}, passed without a word. The member was told.`,
    tone: 'late',
  }),
  'promise-broken': it => ({
    words: 'A promise got a new date',
    detail: `${inWords(it.dueOn)} instead of ${inWords(it.before)}. The member was told.`,
    tone: 'late',
  }),
  'due-date-changed': it => ({
    words: 'The calendar of working days changed',
    detail: it.dueOn ? `Now due ${inWords(it.dueOn)}.` : 'The clock is paused.',
    tone: 'quiet',
  }),
}

/** How much everybody had then; nothing of people whose names the reader does not know. */
const givenBecause = ({ weighed = [], to }: { weighed?: readonly Weighed[]; to: string }, { person }: NamesById) =>
  weighedInWords(weighed, to, id => (person(id) === unknownPerson ? undefined : person(id)))

/** What stands for somebody whose name is not known to the reader, or not any more. */
export const unknownPerson = 'somebody who has left'

/** What happened, as the timeline and notices say it. */
export const eventSentence = ({ event, on }: Pick<Recorded, 'event' | 'on'>, names: NamesById): Sentence =>
  telling[event.type](event as never, names, on)

type DueBoth = { readonly dueOn: Day | null; readonly before: { readonly dueOn: Day | null } }

function dueAfter({ dueOn, before }: DueBoth): string {
  if (dueOn !== null && dueOn === before.dueOn) return 'The due date stays.'
  return sentences(
    before.dueOn !== null && `It was due ${inWords(before.dueOn)}`,
    dueOn !== null ? `Now due ${inWords(dueOn)}` : 'The clock is paused',
  )
}

const remindedBecause = { 'due-soon': 'It is due soon.', late: 'It is late.', chased: '' }

const promisedInWords = (dates: readonly Day[]): string =>
  dates.length === 1
    ? `With a promise for ${inWords(dates[0]!)}.`
    : `With ${dates.length} promises, the first for ${inWords(dates.toSorted()[0]!)}.`

const sentences = (...parts: readonly (string | false)[]): string =>
  parts
    .filter(Boolean)
    .map(part => `${part}.`)
    .join(' ')
