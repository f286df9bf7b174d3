import type { EventType } from '#enquiries/door.ts'
import type { NoticeTopic } from '#people/door.ts'

/** Under which choice of its reader a letter about an event falls. What stands in neither list always goes at once. */
const toMembers: Partial<Record<EventType, NoticeTopic>> = {
  taken: 'progress',
  accepted: 'progress',
  'updated-member': 'progress',
  'due-date-changed': 'progress',
  agreed: 'progress',
  closed: 'progress',
  reopened: 'progress',
}

const toOfficers: Partial<Record<EventType, NoticeTopic>> = {
  received: 'new-work',
  moved: 'new-work',
  allocated: 'work',
  reassigned: 'work',
  'took-in': 'work',
  'member-wrote': 'replies',
  resumed: 'replies',
  'wrote-after-answer': 'replies',
  disagreed: 'replies',
  reopened: 'replies',
  withdrawn: 'replies',
  'contribution-given': 'replies',
  chased: 'chases',
}

export const topicOfEvent = (event: EventType, toMember: boolean): NoticeTopic | undefined =>
  (toMember ? toMembers : toOfficers)[event]
