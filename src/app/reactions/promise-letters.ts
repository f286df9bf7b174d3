import { workingDaysBetween } from '#clock/door.ts'
import * as letters from '#mail/door.ts'
import type { EnquiryEvent } from '#enquiries/door.ts'
import type { Facts } from './facts.ts'
import { about, toMember, tracked, whoAnswersFor, type Desk, type Letter } from './letter.ts'

/** What is written about a promise that is followed: to whoever owes it, and once it is broken to its member. */
export function promiseLetters(it: Facts, desk: Desk): Letter[] {
  const event = it.event as Extract<EnquiryEvent, { type: 'promise-reminded' | 'promise-lapsed' }>
  const { mailbox } = desk
  const promise = it.allPromises.find(({ id }) => id === event.promiseId)?.words ?? ''
  const facts = { about: about(it, desk), mailbox, promise, dueOn: event.dueOn }
  if (event.type === 'promise-reminded') {
    const today = event.because === 'due-today'
    const owes = it.holder && !it.holder.disabled ? [it.holder] : whoAnswersFor(it)
    return owes.map(to => officers(to, letters.promiseDue(desk.council, { ...facts, to: to.name, today })))
  }
  // long past when we began to follow it: that it was broken is kept, and letters would only bury those that matter
  if (workingDaysBetween(it.calendar, event.dueOn, it.recorded.on) > desk.promiseTold) return []
  const toThem = { ...facts, about: tracked(it, desk), to: it.member.name }
  return [
    ...whoAnswersFor(it).map(to => officers(to, letters.promiseLapsed(desk.council, { ...facts, to: to.name }))),
    toMember(it, 'notice', letters.promiseNotKept(desk.council, toThem), true),
  ]
}

const officers = (to: Letter['to'], composed: letters.Composed): Letter => ({
  kind: 'notice',
  to,
  composed,
  automatic: true,
})
