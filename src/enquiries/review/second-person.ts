import { topicById } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Enquiry } from '../enquiry.ts'

/**
 * Whether a second person has to read the answer before it goes: where the topic says so, and for restricted matters
 * unless the council has decided otherwise (domain, sections 2 and 8).
 */
export async function needsSecondPerson(tx: Tx, enquiry: Pick<Enquiry, 'topicId' | 'restricted'>): Promise<boolean> {
  const { topicId } = enquiry
  const [topic, restricted] = await Promise.all([
    topicId ? topicById(tx, topicId) : undefined,
    asRestricted(tx, enquiry),
  ])
  return restricted || topic?.needsReview === true
}

/** Whether it has to be read for being restricted. Asks the database of restricted ones only. */
export const asRestricted = async (tx: Tx, { restricted }: Pick<Enquiry, 'restricted'>): Promise<boolean> =>
  restricted && (await setting(tx, 'enquiries.restricted-needs-review')) === 'yes'
