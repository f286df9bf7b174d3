import type { EventType } from '#enquiries/door.ts'
import { keepForDigest } from '#mail/door.ts'
import { noticeChoices, type NoticeTopic } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Facts } from './facts.ts'
import type { Letter } from './letter.ts'

/** Under which choice of its reader a letter falls. What stands in neither list always goes at once. */
const toMembers: Partial<Record<EventType, NoticeTopic>> = {
  received: 'receipts',
  taken: 'progress',
  accepted: 'progress',
  'updated-member': 'progress',
  'due-date-changed': 'progress',
  agreed: 'progress',
  closed: 'progress',
  reopened: 'progress',
}

const toOfficers: Partial<Record<EventType, NoticeTopic>> = {
  received: 'work',
  moved: 'work',
  allocated: 'work',
  reassigned: 'work',
  'member-wrote': 'work',
  resumed: 'work',
  'wrote-after-answer': 'work',
  withdrawn: 'work',
  chased: 'chases',
}

export const topicOf = (event: EventType, toMember: boolean): NoticeTopic | undefined =>
  (toMember ? toMembers : toOfficers)[event]

/** Whether it goes now. What its reader wants later is kept for their digest; what they do not want is left out. */
export async function goesAtOnce(
  tx: Tx,
  { kind, to }: Letter,
  { enquiry, event, eventId }: Facts,
  at: Date,
): Promise<boolean> {
  const topic = topicOf(event.type, to.id === enquiry.memberId)
  if (!topic || !to.id) return true
  const rhythm = (await noticeChoices(tx, to.id))[topic]
  if (rhythm === 'daily' || rhythm === 'weekly') await keepForDigest(tx, { person: to.id, eventId, kind, rhythm }, at)
  return rhythm === 'at-once'
}
