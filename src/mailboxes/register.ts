import type { Mailbox } from './mailbox.ts'
import { topicIndex, type TopicIndex } from './suggest.ts'
import type { Responsibility, Topic } from './topic.ts'

/** Everything routing and suggesting need, at one version. A few hundred rows, the same for everybody signed in. */
export type Register = {
  readonly version: string
  readonly mailboxes: readonly Mailbox[]
  readonly topics: readonly Topic[]
  readonly responsibilities: readonly Responsibility[]
  readonly mailboxById: ReadonlyMap<string, Mailbox>
  readonly mailboxByAddress: ReadonlyMap<string, Mailbox>
  readonly mailboxByKey: ReadonlyMap<string, Mailbox>
  readonly topicById: ReadonlyMap<string, Topic>
  readonly topicByKey: ReadonlyMap<string, Topic>
  readonly responsibilitiesByTopic: ReadonlyMap<string, readonly Responsibility[]>
  readonly index: TopicIndex
}

export type RegisterRows = Pick<Register, 'mailboxes' | 'topics' | 'responsibilities'>

export function registerOf(version: string, rows: RegisterRows): Register {
  return {
    version,
    ...rows,
    mailboxById: new Map(rows.mailboxes.map(it => [it.id, it])),
    mailboxByAddress: new Map(rows.mailboxes.map(it => [it.address.toLowerCase(), it])),
    mailboxByKey: new Map(rows.mailboxes.map(it => [it.key, it])),
    topicByKey: new Map(rows.topics.map(it => [it.key, it])),
    topicById: new Map(rows.topics.map(it => [it.id, it])),
    responsibilitiesByTopic: Map.groupBy(rows.responsibilities, it => it.topicId),
    index: topicIndex(rows.topics),
  }
}
