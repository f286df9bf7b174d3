import { keptFactOf, type KeptFact } from '#reports/door.ts'
import type { Facing, Value } from './copy-text.ts'
import type { Played } from './stage.ts'

/** What figures know of a played enquiry, as a nightly comparison will find it: made of its events by the same rule. */
export function factValues({ enquiry, history }: Played, { calendar, today }: Facing): Value[][] {
  const fact = keptFactOf({ id: enquiry.id, reference: enquiry.reference, history }, calendar, undefined, today)
  return fact ? [names.map(name => fact[name])] : []
}

const columns: Record<Exclude<keyof KeptFact, 'ofMember'>, string> = {
  enquiryId: 'enquiry_id',
  reference: 'reference',
  version: 'version',
  receivedOn: 'received_on',
  restricted: 'restricted',
  memberId: 'member_id',
  wardId: 'ward_id',
  topicId: 'topic_id',
  mailboxId: 'mailbox_id',
  kind: 'kind',
  channel: 'channel',
  direct: 'direct',
  registeredLate: 'registered_late',
  isOpen: 'is_open',
  joined: 'joined',
  deflected: 'deflected',
  dueOn: 'due_on',
  targetOn: 'target_on',
  agreedOn: 'agreed_on',
  grossOn: 'gross_on',
  answeredOn: 'answered_on',
  closedOn: 'closed_on',
  workingDays: 'working_days',
  workingDaysNet: 'working_days_net',
  extensions: 'extensions',
  pauses: 'pauses',
  chases: 'chases',
  climbs: 'climbs',
  rounds: 'rounds',
  promises: 'promises',
  promisesBroken: 'promises_broken',
  promiseDueOn: 'promise_due_on',
  score: 'score',
  rating: 'rating',
  live: 'live',
}

const names = Object.keys(columns) as (keyof typeof columns)[]

export const factColumns: readonly string[] = Object.values(columns)
