import { workingDaysBetween } from '#clock/door.ts'
import * as letters from '#mail/door.ts'
import type { Composed } from '#mail/door.ts'
import type { Person } from '#people/door.ts'
import type { Facts } from './facts.ts'
import { about, type Desk, type Letter } from './letter.ts'

export const assigned = (it: Facts, desk: Desk): Composed =>
  letters.assigned(desk.council, {
    about: about(it, desk),
    to: it.holder?.name ?? '',
    member: it.names.member,
    mailbox: desk.mailbox,
    receivedOn: it.enquiry.receivedOn,
    dueOn: it.enquiry.dueOn,
    said: it.words,
  })

/** While nobody has it, whoever is responsible for the mailbox hears of it, unless they put it there themselves. */
export function newWork(it: Facts, desk: Desk): Letter[] {
  if (it.enquiry.status !== 'new') return []
  return it.onDuty
    .filter(to => !to.disabled && to.id !== it.recorded.by)
    .map(to => ({
      kind: 'new-work',
      to,
      automatic: true,
      composed: letters.newWork(desk.council, {
        about: about(it, desk),
        to: to.name,
        member: it.names.member,
        mailbox: desk.mailbox,
        receivedOn: it.enquiry.receivedOn,
        dueOn: it.enquiry.dueOn,
        moved: it.event.type === 'moved',
      }),
    }))
}

/** Whoever is responsible for the proper officer's mailbox hears that something came that more people had seen. */
export const restrictedToYou = (it: Facts, desk: Desk): Letter[] =>
  it.onDuty
    .filter(to => !to.disabled && to.id !== it.recorded.by)
    .map(to => ({
      kind: 'new-work',
      to,
      automatic: true,
      composed: letters.restrictedToYou(desk.council, {
        about: about(it, desk),
        to: to.name,
        mailbox: desk.mailbox,
        open: it.enquiry.status !== 'answered' && it.enquiry.status !== 'closed',
        dueOn: it.enquiry.dueOn,
      }),
    }))

export function chased(it: Facts, desk: Desk, to: Person): Composed {
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
    ...(it.event.type === 'chased' && it.event.owed && { answerBy: it.event.owed.dueOn }),
  })
}

export const declined = (it: Facts, desk: Desk, to: Person): Composed =>
  letters.declined(desk.council, {
    about: about(it, desk),
    to: to.name,
    by: it.doer?.name ?? 'Somebody who has left',
    said: it.words,
    mailbox: desk.mailbox,
    dueOn: it.enquiry.dueOn,
  })

/** To whoever runs the mailbox: an answer waits to be read a second time. */
export const toRead = (it: Facts, desk: Desk, to: Person): Composed =>
  letters.answerToRead(desk.council, {
    about: about(it, desk),
    to: to.name,
    by: it.doer?.name ?? '',
    mailbox: desk.mailbox,
    dueOn: it.enquiry.dueOn,
  })

export const returned = (it: Facts, desk: Desk): Composed =>
  letters.answerReturned(desk.council, {
    about: about(it, desk),
    to: it.holder?.name ?? '',
    by: it.doer?.name ?? '',
    said: it.words,
    mailbox: desk.mailbox,
    dueOn: it.enquiry.dueOn,
  })
