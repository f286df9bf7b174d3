import type { Tx } from '#platform/db/database.ts'
import type { Responsibility } from '../topic.ts'

export const responsibilitiesOf = (tx: Tx, topicId: string): Promise<Responsibility[]> => tx<Responsibility[]>`
  select id, topic_id, ward_id, mailbox_id, from_on, until_on from mailboxes.responsibility
  where topic_id = ${topicId} order by from_on
`
