import { topicById } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Enquiry } from '../enquiry.ts'

/**
 * Whether a second person has to read the answer before it goes: where the topic says so, and for restricted matters
 * unless the council has decided otherwise (domain, sections 2 and 8).
 */
export async function needsSecondPerson(tx: Tx, { topicId, restricted }: Enquiry): Promise<boolean> {
  if (restricted && (await setting(tx, 'enquiries.restricted-needs-review')) === 'yes') return true
  return topicId !== null && (await topicById(tx, topicId))?.needsReview === true
}
