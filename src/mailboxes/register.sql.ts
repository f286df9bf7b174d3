import type { Tx } from '#platform/db/database.ts'
import type { Mailbox } from './mailbox.ts'
import type { Responsibility, Topic } from './topic.ts'

export const allMailboxes = (tx: Tx): Promise<Mailbox[]> => tx<Mailbox[]>`
  select id, key, address, name, phone, purpose, standard, service_id, organisation_id, restricted, handles,
    limit_working_days, closed_on, takes_over, gives_out, version
  from mailboxes.mailbox order by name
`

export const allTopics = (tx: Tx): Promise<Topic[]> => tx<Topic[]>`
  select id, key, name, words, kind, limit_working_days, lgsl, needs_review, version from mailboxes.topic order by name
`

export const allResponsibilities = (tx: Tx): Promise<Responsibility[]> => tx<Responsibility[]>`
  select id, topic_id, ward_id, mailbox_id, from_on, until_on from mailboxes.responsibility order by topic_id, from_on
`
