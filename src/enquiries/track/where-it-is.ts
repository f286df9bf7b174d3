import { addWorkingDays, type Calendar } from '#clock/door.ts'
import { inWords, inWordsWithWeekday, type Day } from '#kernel/day.ts'
import type { ProgressStep } from '#platform/views/components/progress-track.ts'
import type { Limits } from '../act.ts'
import { isOpen, openPause, outcomeWords, owedAnswer, toldDueOn, type Channel, type Enquiry } from '../enquiry.ts'
import type { Names } from '../view.sql.ts'

export type Where = {
  readonly enquiry: Enquiry
  readonly names: Pick<Names, 'mailbox' | 'holder' | 'partner'>
  readonly today: Day
  readonly calendar: Calendar
  readonly limits: Limits
}

type Step = { readonly title: string; readonly note: string }

/** Where an enquiry is on its way, like a parcel: received, with a team, somebody is on it, answered. */
export function steps(it: Where): ProgressStep[] {
  const { enquiry, names } = it
  const received = { title: 'Received', note: `${inWords(enquiry.receivedOn)}, ${cameBy[enquiry.channel]}` }
  const team = { title: names.mailbox ? `With ${names.mailbox}` : 'Finding the right team', note: teamNote(enquiry) }
  const handler = { title: holderTitle(enquiry, names), note: holderNote(enquiry) }
  const end = { title: lastTitle(enquiry), note: lastNote(enquiry) }
  // what ended without an answer did not pass the stations it never reached
  const all = endedEarly(enquiry)
    ? [received, ...(names.mailbox ? [team] : []), ...(names.holder ? [handler] : []), end]
    : [received, team, handler, end]
  return all.map((step, at) => drawn(step, at, endedEarly(enquiry) ? all.length : stepReached(enquiry)))
}

const drawn = ({ title, note }: Step, at: number, reached: number): ProgressStep => ({
  title: { text: title },
  note: { text: note },
  state: at < reached ? 'done' : at === reached ? 'current' : 'ahead',
})

const endedEarly = ({ status, answeredOn }: Enquiry): boolean => status === 'closed' && answeredOn === null

/** The step it is at; one more than the last when it is over. */
function stepReached({ status, holderId }: Enquiry): number {
  if (status === 'answered') return 3
  if (status === 'closed') return 4
  return status === 'new' || holderId === null ? 1 : 2
}

function teamNote({ status, mailboxId }: Enquiry): string {
  if (status !== 'new') return ''
  return mailboxId ? 'Somebody will take it' : 'Member services are on it'
}

function holderTitle({ status, accepted }: Enquiry, { holder }: Where['names']): string {
  if (!holder) return status === 'closed' || status === 'answered' ? 'Dealt with' : 'Somebody is on it'
  return accepted || status === 'answered' || status === 'closed' ? `${holder} is on it` : `Given to ${holder}`
}

function holderNote(enquiry: Enquiry): string {
  if (enquiry.status === 'waiting-for-member') return 'Waiting for your reply'
  if (enquiry.status === 'with-partner') return 'A partner works on it'
  if (enquiry.status === 'in-review') return 'The answer is being read once more'
  return isOpen(enquiry) && enquiry.nextUpdateOn ? `Next news by ${inWords(enquiry.nextUpdateOn)}` : ''
}

function lastTitle({ status, outcome, answeredOn }: Enquiry): string {
  if (status !== 'closed') return status === 'answered' ? 'Answered' : 'Answer'
  return answeredOn ? 'Answered and closed' : outcome === 'withdrawn' ? 'Withdrawn' : 'Closed'
}

function lastNote({ status, answeredOn, closedOn, ...enquiry }: Enquiry): string {
  const dueOn = toldDueOn(enquiry)
  if (status === 'answered') return answeredOn ? inWords(answeredOn) : ''
  if (status === 'closed') return closedOn ? inWords(closedOn) : ''
  return dueOn ? `Due by ${inWords(dueOn)}` : 'The date follows your reply'
}

/** A question asked on the last day, or later, holds nothing back any more. */
const heldBack = ({ enquiry, today }: Where): string =>
  enquiry.dueOn
    ? `The answer was due ${inWords(enquiry.dueOn)}, before the question, so our clock has not stopped.`
    : `The clock stands still since ${inWords(openPause(enquiry)?.askedOn ?? today)}, until you reply.`

/** What happens next and by when, in whole sentences for the member; what is owed to a second chase comes first. */
export const nextWords = (it: Where): string => `${owedWords(it)}${standingWords(it)}`

function owedWords({ enquiry, today }: Where): string {
  const owed = isOpen(enquiry) ? owedAnswer(enquiry) : undefined
  if (!owed) return ''
  const by = inWordsWithWeekday(owed.dueOn)
  return today <= owed.dueOn
    ? `Because you chased again, you are owed an answer by ${by}. `
    : `Because you chased again, you were owed an answer by ${by}, and it has not come. You can chase once more. `
}

function standingWords(it: Where): string {
  const { enquiry, names, today, calendar, limits } = it
  const { status, nextUpdateOn, registeredOn } = enquiry
  const dueOn = toldDueOn(enquiry)
  const who = names.holder ?? 'the team'
  switch (status) {
    case 'new':
      return firstWords(names.mailbox, addWorkingDays(calendar, registeredOn, 1), today)
    case 'assigned':
      return `${who} has been given it and will start soon. ${answerBy(dueOn, today)}`
    case 'in-progress':
      return `${nextUpdateOn ? newsBy(who, nextUpdateOn, today) : ''}${answerBy(dueOn, today)}`
    case 'with-partner':
      return `${names.partner ?? 'A partner'} works on it for us. ${who} still answers you. ${answerBy(dueOn, today)}`
    case 'in-review':
      return `The answer is written and a second person reads it before it goes. ${answerBy(dueOn, today)}`
    case 'waiting-for-member':
      return `${who} needs your reply to go on. ${heldBack(it)}`
    case 'answered':
      return `Tell us whether the answer helps. If we hear nothing by ${inWordsWithWeekday(addWorkingDays(calendar, enquiry.answeredOn ?? today, limits.silence))}, we close it. You can still open it again.`
    case 'closed':
      return `${outcomeWords[enquiry.outcome ?? 'not-stated']}.`
  }
}

function firstWords(mailbox: string | null, on: Day, today: Day): string {
  const by = inWordsWithWeekday(on)
  if (mailbox)
    return today <= on
      ? `${mailbox} will tell you by ${by} who is dealing with it.`
      : `${mailbox} should have told you by ${by} who is dealing with it.`
  return today <= on
    ? `Member services will find the right team by ${by}.`
    : `Member services should have found the right team by ${by}.`
}

const newsBy = (who: string, on: Day, today: Day): string =>
  today <= on
    ? `${who} will write to you by ${inWordsWithWeekday(on)}. `
    : `You should have heard from ${who} by ${inWordsWithWeekday(on)}. `

function answerBy(dueOn: Day | null, today: Day): string {
  if (!dueOn) return ''
  return dueOn < today
    ? `The answer was due by ${inWordsWithWeekday(dueOn)} and is late.`
    : `You get an answer by ${inWordsWithWeekday(dueOn)}.`
}

/** Until when a closed enquiry may be opened again; undefined when that day has passed or it is not closed. */
export function reopenUntil({ enquiry, today, calendar, limits }: Where): Day | undefined {
  if (enquiry.status !== 'closed' || !enquiry.closedOn) return undefined
  const until = addWorkingDays(calendar, enquiry.closedOn, limits.reopen)
  return today <= until ? until : undefined
}

/** The earliest date given to the member, after which they may chase; undefined when none is open. */
export function chaseFrom({ promises, nextUpdateOn, ...enquiry }: Enquiry): Day | undefined {
  const open = isOpen(enquiry)
  const dueOn = toldDueOn(enquiry)
  const given = [...promises.filter(it => !it.keptOn).map(it => it.dueOn), ...(open ? [dueOn, nextUpdateOn] : [])]
  return given.filter(on => on !== null).sort()[0]
}

const cameBy: Record<Channel, string> = {
  web: 'on the web',
  email: 'by email',
  phone: 'by phone',
  'in-person': 'in person',
  letter: 'by letter',
  'senior-manager': 'through a senior manager',
  partner: 'through a partner',
  api: 'from another system',
  open311: 'from another system',
  import: 'from the old system',
  caseworker: 'from casework',
}
