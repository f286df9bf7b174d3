import { workingDaysBetween } from '#clock/door.ts'
import { owedAnswer } from '#enquiries/door.ts'
import * as letters from '#mail/door.ts'
import type { Facts, Hearer } from './facts.ts'
import { about, toMember, tracked, type Desk, type Letter, type Recipient } from './letter.ts'

/**
 * Whom a step of the ladder tells: those it names, or member services where it names nobody. The leadership team has
 * its list instead of letters.
 */
export function climbLetters(it: Facts, desk: Desk): Letter[] {
  if (it.event.type !== 'climbed') return []
  if (it.event.rung === 'new-date') return it.event.nextUpdateOn ? [answerLate(it, desk)] : []
  if (it.event.rung === 'leadership' && it.event.told.length > 0) return []
  const there = it.told.filter(one => !one.person.disabled)
  return there.length > 0
    ? there.map(one => climbLetter(it, desk, one.person, one))
    : [climbLetter(it, desk, desk.oneStop, { sees: true })]
}

function climbLetter(it: Facts, desk: Desk, to: Recipient, { sees }: Pick<Hearer, 'sees'>): Letter {
  const { enquiry, event } = it
  if (event.type !== 'climbed' || event.rung === 'new-date') throw new Error(`${event.type} is no step of officers`)
  const owed = owedAnswer(enquiry)
  const composed = letters.climbed(desk.council, {
    about: { ...about(it, desk), ...(!sees && { restricted: true }) },
    to: to.name,
    step: event.rung,
    trueOn: event.trueOn,
    holder: it.holder?.name,
    isHolder: to.id !== null && to.id === enquiry.holderId,
    givenOn: enquiry.assignedOn,
    mailbox: desk.mailbox,
    dueOn: event.dueOn,
    workingDaysLate: event.dueOn ? Math.max(0, workingDaysBetween(it.calendar, event.dueOn, it.recorded.on)) : 0,
    chased: event.because === 'chased',
    ...(event.because === 'chased' && owed && { owedBy: owed.dueOn }),
  })
  return { kind: 'escalation', to, composed, automatic: true, byNumber: !sees }
}

function answerLate(it: Facts, desk: Desk): Letter {
  const { event } = it
  if (event.type !== 'climbed') throw new Error(`${event.type} is no step of the ladder`)
  const composed = letters.answerLate(desk.council, {
    about: tracked(it, desk),
    to: it.member.name,
    mailbox: desk.mailbox,
    handler: it.holder?.name,
    dueOn: event.dueOn ?? it.recorded.on,
    nextUpdateOn: event.nextUpdateOn ?? it.recorded.on,
  })
  return toMember(it, 'escalation', composed, true)
}
