import { addWorkingDays } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { kindWords, toldDueOn, type Enquiry, type EnquiryEvent } from '#enquiries/door.ts'
import * as letters from '#mail/door.ts'
import type { Composed } from '#mail/door.ts'
import type { Person } from '#people/door.ts'
import { answer } from './answer-letter.ts'
import { contributionLetters } from './contribution-letters.ts'
import { climbLetters } from './climb-letters.ts'
import type { Facts } from './facts.ts'
import { acknowledgement, receipt } from './first-letters.ts'
import { howItEnded } from './how-it-ended.ts'
import { about, toHolder, toMember, toOwners, tracked, whoAnswersFor, type Desk, type Letter } from './letter.ts'
import { partnerLetters } from './partner-letters.ts'
import { promiseLetters } from './promise-letters.ts'
import { assigned, chased, declined, newWork, restrictedToYou, returned, toRead } from './officers-letters.ts'

/** What is written to whom about an event. Events that are not here are told nobody by mail. */
export function lettersAbout(it: Facts, desk: Desk): Letter[] {
  switch (it.event.type) {
    case 'received':
      return it.enquiry.status === 'answered' ? [] : [receipt(it, desk), ...newWork(it, desk)]
    case 'moved':
      return newWork(it, desk)
    case 'restricted':
      return restrictedToYou(it, desk)
    case 'allocated':
    case 'reassigned':
      return toHolder(it, assigned(it, desk), 'assigned')
    case 'taken':
    case 'accepted':
      return [acknowledgement(it, desk)]
    case 'asked':
      return [question(it, desk)]
    case 'kind-changed':
      return it.event.dueOn ? [otherKind(it, desk, it.event.dueOn)] : []
    case 'reminded':
      return it.enquiry.status === 'waiting-for-member' ? [reminder(it, desk)] : []
    case 'updated-member':
      return [update(it, desk)]
    case 'answered':
      return [answer(it, desk)]
    case 'member-wrote':
    case 'resumed':
    case 'wrote-after-answer':
    case 'disagreed':
    case 'withdrawn':
      return toHolder(it, memberWrote(it, desk), 'notice')
    case 'agreed':
    case 'closed':
      return [closing(it, desk)]
    case 'reopened':
      return [
        toMember(it, 'reopened', letters.reopened(desk.council, reopenedFacts(it, desk)), true),
        ...toHolder(it, memberWrote(it, desk), 'notice'),
      ]
    case 'joined':
      return it.other ? [toMember(it, 'notice', letters.joined(desk.council, joining(it, desk, it.other)), true)] : []
    case 'unjoined':
      return it.other
        ? [toMember(it, 'notice', letters.separated(desk.council, joining(it, desk, it.other)), true)]
        : []
    case 'took-in':
      return it.other ? toHolder(it, letters.tookIn(desk.council, joiningAtWork(it, desk, it.other)), 'notice') : []
    case 'answer-undelivered':
    case 'question-undelivered':
      return whoAnswersFor(it).map(to => ({
        kind: 'notice',
        to,
        composed: notDelivered(it, desk, to),
        automatic: true,
      }))
    case 'chased':
      return whoAnswersFor(it).map(to => ({ kind: 'chased', to, composed: chased(it, desk, to), automatic: true }))
    case 'declined':
      return toOwners(it, to => declined(it, desk, to))
    case 'climbed':
      return climbLetters(it, desk)
    case 'submitted':
      return it.readers
        .filter(to => !to.disabled)
        .map(to => ({ kind: 'notice', to, composed: toRead(it, desk, to), automatic: true }))
    case 'returned':
      return toHolder(it, returned(it, desk), 'notice')
    case 'handed-over':
    case 'partner-silent':
    case 'partner-answered':
    case 'partner-declined':
    case 'taken-back':
    case 'hand-over-ended':
      return partnerLetters(it, desk)
    case 'contribution-asked':
    case 'contribution-reminded':
    case 'contribution-withdrawn':
    case 'contribution-given':
      return contributionLetters(it, desk)
    case 'extended':
      return [laterDate(it, desk)]
    case 'promise-reminded':
    case 'promise-lapsed':
      return promiseLetters(it, desk)
    case 'promise-broken':
      return [promiseMoved(it, desk)]
    case 'due-date-changed':
      return it.enquiry.dueOn ? [dateChanged(it, desk, it.enquiry.dueOn)] : []
    default:
      return []
  }
}

function question(it: Facts, desk: Desk): Letter {
  const composed = letters.question(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    asker: it.doer?.name ?? 'One Stop',
    mailbox: desk.mailbox,
    question: it.words,
    closesOn: addWorkingDays(it.calendar, it.recorded.on, desk.waiting),
  })
  return toMember(it, 'question', composed, false)
}

/** The question once more. Whether it still waits is asked again when the letter is sent. */
function reminder(it: Facts, desk: Desk): Letter {
  const askedOn = it.enquiry.pauses.at(-1)?.askedOn ?? it.recorded.on
  const composed = letters.question(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    asker: it.holder?.name ?? 'One Stop',
    mailbox: desk.mailbox,
    question: it.words,
    firstAskedOn: askedOn,
    closesOn: addWorkingDays(it.calendar, askedOn, desk.waiting),
  })
  return toMember(it, 'reminder', composed, true)
}

function update(it: Facts, desk: Desk): Letter {
  const composed = letters.progress(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    by: it.doer?.name ?? 'One Stop',
    mailbox: desk.mailbox,
    words: it.words,
    nextUpdateOn: it.event.type === 'updated-member' ? it.event.nextUpdateOn : it.recorded.on,
    dueOn: toldDueOn(it.enquiry),
  })
  return toMember(it, 'notice', composed, false)
}

function closing(it: Facts, desk: Desk): Letter {
  const { says, words } = howItEnded[it.enquiry.outcome ?? 'not-stated']
  const composed = letters.closing(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    says,
    outcome: [words, it.words].filter(Boolean).join('\n\n'),
    closedOn: it.recorded.on,
    reopenUntil: addWorkingDays(it.calendar, it.recorded.on, desk.reopen),
    reopenUrl: `${desk.publicUrl}/enquiries/${it.enquiry.reference}/track/reopen`,
    promises: openPromises(it),
  })
  return toMember(it, 'closed', composed, true)
}

const openPromises = (it: Facts): { what: string; dueOn: Day }[] => {
  const open = new Set(it.enquiry.promises.filter(promise => !promise.keptOn).map(promise => promise.id))
  return it.allPromises.filter(promise => open.has(promise.id)).map(({ words, dueOn }) => ({ what: words, dueOn }))
}

const reopenedFacts = (it: Facts, desk: Desk) => ({
  about: tracked(it, desk),
  to: it.member.name,
  reason: it.words,
  round: it.enquiry.round,
  mailbox: desk.mailbox,
  handler: it.holder?.name,
  dueOn: it.event.type === 'reopened' ? it.event.dueOn : it.recorded.on,
})

function laterDate(it: Facts, desk: Desk): Letter {
  const event = it.event as Extract<EnquiryEvent, { type: 'extended' }>
  const composed = letters.dateChanged(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    mailbox: desk.mailbox,
    dueOn: event.agreedDueOn,
    before: event.before,
    reason: it.words,
  })
  return toMember(it, 'notice', composed, false)
}

/** It counts by another clock: the new date, and why it is of another kind. */
const otherKind = (it: Facts, desk: Desk, dueOn: Day): Letter => {
  const event = it.event as Extract<EnquiryEvent, { type: 'kind-changed' }>
  const composed = letters.dateChanged(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    mailbox: desk.mailbox,
    dueOn,
    ...(event.before.dueOn && { before: event.before.dueOn }),
    reason: `We now treat it as: ${kindWords[event.kind].toLowerCase()}.\n\n${it.words}`,
  })
  return toMember(it, 'notice', composed, false)
}

function promiseMoved(it: Facts, desk: Desk): Letter {
  const event = it.event as Extract<EnquiryEvent, { type: 'promise-broken' }>
  const composed = letters.promiseMoved(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    by: it.doer?.name ?? 'One Stop',
    mailbox: desk.mailbox,
    promise: it.allPromises.find(promise => promise.id === event.promiseId)?.words ?? '',
    before: event.before,
    dueOn: event.dueOn,
    reason: it.words,
  })
  return toMember(it, 'notice', composed, false)
}

/** What the member follows from now on: the lead while they are joined, else the enquiry itself. */
const joining = (it: Facts, desk: Desk, other: Enquiry): letters.Joining => ({
  about: tracked(it, desk),
  to: it.member.name,
  other: other.reference,
  dueOn: it.event.type === 'joined' ? other.dueOn : it.enquiry.dueOn,
})

const joiningAtWork = (it: Facts, desk: Desk, other: Enquiry): letters.Joining => ({
  about: about(it, desk),
  to: it.holder?.name ?? '',
  other: other.reference,
  dueOn: it.enquiry.dueOn,
})

const notDelivered = (it: Facts, desk: Desk, to: Person): Composed =>
  letters.notDelivered(desk.council, {
    about: about(it, desk),
    to: to.name,
    what: it.event.type === 'answer-undelivered' ? 'answer' : 'question',
    mailbox: desk.mailbox,
    dueOn: it.enquiry.dueOn,
  })

const memberWrote = (it: Facts, desk: Desk): Composed =>
  letters.memberWrote(desk.council, {
    about: about(it, desk),
    to: it.holder?.name ?? '',
    member: it.names.member,
    what: it.event.type as letters.MemberWrote['what'],
    words: it.words,
    dueOn: it.enquiry.dueOn,
  })

const dateChanged = (it: Facts, desk: Desk, dueOn: Day): Letter =>
  toMember(
    it,
    'notice',
    letters.dateChanged(desk.council, { about: tracked(it, desk), to: it.member.name, mailbox: desk.mailbox, dueOn }),
    true,
  )
