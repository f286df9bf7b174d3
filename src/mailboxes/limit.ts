import type { Mailbox } from './mailbox.ts'
import type { Topic } from './topic.ts'

export type Limit = { readonly workingDays: number; readonly setBy: 'topic' | 'mailbox' | 'council' }

/** In how many working days an answer is due: the topic's own target, else the mailbox's, else the council's. */
export function limitFor(topic: Topic | undefined, mailbox: Mailbox | undefined, council: number): Limit {
  if (topic?.limitWorkingDays) return { workingDays: topic.limitWorkingDays, setBy: 'topic' }
  if (mailbox?.limitWorkingDays) return { workingDays: mailbox.limitWorkingDays, setBy: 'mailbox' }
  return { workingDays: council, setBy: 'council' }
}
