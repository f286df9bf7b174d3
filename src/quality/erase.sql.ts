import type { Tx } from '#platform/db/database.ts'

/** Notes of scores and the example made of an enquiry lose their words; scores and ratings stay. As the house. */
export async function eraseQualityOf(tx: Tx, enquiryId: string): Promise<void> {
  await tx`select quality.erase_words(${enquiryId})`
}
