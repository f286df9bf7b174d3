import { addWorkingDays, workingDaysBetween } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import { outcomeWords } from '#enquiries/door.ts'
import * as letters from '#mail/door.ts'
import type { Composed, LetterAbout, LetterCouncil, MailKind } from '#mail/door.ts'
import type { Person } from '#people/door.ts'
import type { Facts } from './facts.ts'

/** One letter to one person, before it has an address and a number. */
export type Letter = {
  readonly kind: MailKind
  readonly to: Person
  readonly composed: Composed
  readonly automatic: boolean
}

/** What letters need beside the facts of the event. */
export type Desk = {
  readonly council: LetterCouncil
  readonly publicUrl: string
  readonly silence: number
  readonly waiting: number
  readonly reopen: number
  readonly mailbox: string
}

/** What is written to whom about an event. Events that are not here are told nobody by mail. */
export function lettersAbout(it: Facts, desk: Desk): Letter[] {
  switch (it.event.type) {
    case 'received':
      return it.enquiry.status === 'answered' ? [] : [receipt(it, desk)]
    case 'allocated':
    case 'reassigned':
      return toHolder(it, assigned(it, desk), 'assigned')
    case 'taken':
      return [acknowledgement(it, desk)]
    case 'asked':
      return [question(it, desk)]
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
    case 'due-date-changed':
      return it.enquiry.dueOn ? [dateChanged(it, desk, it.enquiry.dueOn)] : []
    default:
      return []
  }
}

/** To the member, under the name they were told: whoever raised it for them gets a copy by delegation, not by mail. */
const toMember = (it: Facts, kind: MailKind, composed: Composed, automatic: boolean): Letter => ({
  kind,
  to: it.member,
  composed,
  automatic,
})

/** To whoever holds it, unless that is who just acted. */
function toHolder(it: Facts, composed: Composed, kind: MailKind): Letter[] {
  if (!it.holder || it.holder.disabled || it.holder.id === it.recorded.by) return []
  return [{ kind, to: it.holder, composed, automatic: true }]
}

/** A chase, or mail that came back, reaches whoever holds it and who is responsible for the mailbox, each once (domain, section 4). */
const whoAnswersFor = ({ holder, owners }: Facts): Person[] =>
  [...new Map([...(holder ? [holder] : []), ...owners].map(it => [it.id, it])).values()].filter(it => !it.disabled)

const about = ({ enquiry, names }: Facts, { publicUrl }: Desk, page = ''): LetterAbout => ({
  reference: enquiry.reference,
  subject: names.subject,
  restricted: enquiry.restricted,
  trackingUrl: `${publicUrl}/enquiries/${enquiry.reference}${page}`,
})

const tracked = (it: Facts, desk: Desk): LetterAbout => about(it, desk, '/track')

function receipt(it: Facts, desk: Desk): Letter {
  const composed = letters.receipt(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    mailbox: desk.mailbox,
    phone: it.names.mailboxPhone ?? undefined,
    receivedOn: it.enquiry.receivedOn,
    dueOn: it.event.type === 'received' ? it.event.dueOn : it.recorded.on,
  })
  return toMember(it, 'receipt', composed, true)
}

function acknowledgement(it: Facts, desk: Desk): Letter {
  const composed = letters.acknowledgement(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    handler: it.doer?.name ?? 'One Stop',
    mailbox: desk.mailbox,
    nextUpdateOn: it.event.type === 'taken' ? it.event.nextUpdateOn : it.recorded.on,
    dueOn: it.enquiry.dueOn,
  })
  return toMember(it, 'acknowledgement', composed, true)
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

function update(it: Facts, desk: Desk): Letter {
  const composed = letters.progress(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    by: it.doer?.name ?? 'One Stop',
    mailbox: desk.mailbox,
    words: it.words,
    nextUpdateOn: it.event.type === 'updated-member' ? it.event.nextUpdateOn : it.recorded.on,
    dueOn: it.enquiry.dueOn,
  })
  return toMember(it, 'notice', composed, false)
}

function answer(it: Facts, desk: Desk): Letter {
  const page = (act: string) => `${desk.publicUrl}/enquiries/${it.enquiry.reference}/track/${act}`
  const composed = letters.answerMail(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    by: it.doer?.name ?? 'One Stop',
    mailbox: desk.mailbox,
    text: it.words,
    questions: it.questions.map(({ words, answer, excuse }) => ({
      question: words,
      answer: answer ?? `We cannot answer this: ${excuse ?? ''}`,
    })),
    promises: it.promises.map(({ words, who, dueOn }) => ({ what: words, who, dueOn })),
    contact: [it.doer?.name, it.names.mailboxPhone].filter(Boolean).join(', ') || undefined,
    files: it.fileNames,
    answersItUrl: page('agree'),
    doesNotUrl: page('disagree'),
    closesOn: addWorkingDays(it.calendar, it.recorded.on, desk.silence),
  })
  return toMember(it, 'answer', composed, false)
}

function closing(it: Facts, desk: Desk): Letter {
  const outcome = it.enquiry.outcome ? `${outcomeWords[it.enquiry.outcome]}.` : 'It is closed.'
  const composed = letters.closing(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    outcome: it.words ? `${outcome}\n\n${it.words}` : outcome,
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

const assigned = (it: Facts, desk: Desk): Composed =>
  letters.assigned(desk.council, {
    about: about(it, desk),
    to: it.holder?.name ?? '',
    member: it.names.member,
    mailbox: desk.mailbox,
    receivedOn: it.enquiry.receivedOn,
    dueOn: it.enquiry.dueOn,
    said: it.words,
  })

function chased(it: Facts, desk: Desk, to: Person): Composed {
  const dueOn = it.enquiry.dueOn ?? it.enquiry.headlineDueOn ?? it.recorded.on
  return letters.chased(desk.council, {
    about: about(it, desk),
    to: to.name,
    member: it.names.member,
    time: it.enquiry.chases,
    dueOn,
    workingDaysLate: Math.max(0, workingDaysBetween(it.calendar, dueOn, it.recorded.on)),
    said: it.words,
    mailbox: desk.mailbox,
  })
}

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
