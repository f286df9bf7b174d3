import type { Day } from '#kernel/day.ts'

/** The steps of the escalation ladder, in the order in which a late enquiry usually climbs them (domain, section 4). */
export const rungs = [
  'not-accepted',
  'still-not-accepted',
  'nothing-said',
  'due-soon',
  'overdue',
  'new-date',
  'still-overdue',
  'leadership',
] as const
export type Rung = (typeof rungs)[number]

/** A step that was climbed, and the day on which it was truly reached. */
export type Climbed = { readonly rung: Rung; readonly trueOn: Day }

/** Those that a holder's own clock climbs while they have not accepted: they begin anew with whoever is given it next. */
export const isOfGiving = (rung: Rung): boolean => rung === 'not-accepted' || rung === 'still-not-accepted'

/** Those by which it goes further up, which is what a second chase does: the head of service, the director, the leadership team. */
const upwards = ['overdue', 'still-overdue', 'leadership'] as const

/** The next step up that this round has not climbed; undefined at the top. */
export const nextUp = (climbed: readonly Climbed[]): Rung | undefined =>
  upwards.find(rung => climbed.every(it => it.rung !== rung))

/** Who hears, as everybody may know it, members too. */
export const hearers: Record<Rung, string> = {
  'not-accepted': 'whoever was given it and the owner of the mailbox',
  'still-not-accepted': 'member services',
  'nothing-said': 'whoever has it',
  'due-soon': 'whoever has it and the owner of the mailbox',
  overdue: 'the head of service',
  'new-date': 'the member',
  'still-overdue': 'the director',
  leadership: 'the leadership team',
}

/** What the step is about, for the middle of a sentence or the beginning of one. */
export const rungWords: Record<Rung, string> = {
  'not-accepted': 'Not accepted yet',
  'still-not-accepted': 'Still not accepted',
  'nothing-said': 'Nothing said to the member yet',
  'due-soon': 'The answer is due soon',
  overdue: 'The answer is late',
  'new-date': 'The answer is late: a new date for the member',
  'still-overdue': 'The answer is still late',
  leadership: 'On the leadership team’s list',
}
