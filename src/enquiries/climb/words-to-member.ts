import type { EventType } from '../events.ts'

const saying: ReadonlySet<EventType> = new Set([
  'asked',
  'updated-member',
  'extended',
  'answered',
  'handed-over',
  'kind-changed',
  'promise-broken',
])

/** Whether somebody wrote to the member in words of their own. That work was taken tells them One Stop, not a person. */
export const saysToMember = (type: EventType): boolean => saying.has(type)

const endings: ReadonlySet<EventType> = new Set(['agreed', 'withdrawn', 'closed', 'joined', 'promise-kept'])

/** A second chase is owed a word from somebody, or it is over and nothing is owed any more. */
export const answersOwed = (type: EventType): boolean => saying.has(type) || endings.has(type)
