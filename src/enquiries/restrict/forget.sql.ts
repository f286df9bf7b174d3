import type { Tx } from '#platform/db/database.ts'
import { forgetSpelling } from '../search/vocabulary.sql.ts'
import type { Enquiry } from '../enquiry.ts'

/**
 * What others kept of an enquiry, or were shown of it, goes when it becomes restricted: drafts, who is at it, parts they
 * were asked for, what was handed over, how its rare words are spelt. `permitted`: who may go on. Needs a transaction of
 * the system.
 */
export async function forgetTraces(
  tx: Tx,
  { id, reference }: Pick<Enquiry, 'id' | 'reference'>,
  permitted: readonly string[],
): Promise<void> {
  const others = [...permitted]
  await Promise.all([
    tx`delete from enquiries.draft where starts_with(about, ${`${reference}-`}) and person_id <> all (${others}::uuid[])`,
    tx`delete from enquiries.presence where enquiry_id = ${id} and person_id <> all (${others}::uuid[])`,
    tx`update enquiries.contribution set hidden = true where enquiry_id = ${id}`,
    tx`update enquiries.hand_over set hidden = true where enquiry_id = ${id}`,
    forgetSpelling(tx, id),
  ])
}

/** Ids of everything that happened to it, for what other rooms keep by event. */
export async function eventIdsOf(tx: Tx, enquiryId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`select id from enquiries.event where enquiry_id = ${enquiryId}`
  return rows.map(it => it.id)
}
