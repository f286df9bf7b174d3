import type { Restricted } from '#enquiries/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { insertIncident } from './incident.sql.ts'
import { listReached } from './person.sql.ts'

/**
 * An incident opens by itself when an enquiry is restricted that more people saw: it notes where it had been and whom it
 * reached. The council is aware from now on. Runs as the house, before anything is forgotten.
 */
export async function openIncident(tx: Tx, it: Restricted, permitted: readonly string[]): Promise<void> {
  const { before, by, now, withAnother } = it
  const { id } = await insertIncident(tx, {
    enquiryId: before.id,
    reference: before.reference,
    words: withAnother
      ? 'An enquiry was restricted together with the one it is joined to'
      : 'An enquiry was restricted after more people had seen it',
    awareAt: now.at,
    openedAt: now.at,
    openedBy: by,
    mailboxId: before.mailboxId,
    topicId: before.topicId,
    channel: before.channel,
    senderId: before.raisedBy ?? before.memberId,
    memberId: before.memberId,
  })
  await listReached(tx, id, before.id, permitted)
}
