import type { Tx } from '#platform/db/database.ts'

/** What was written about an enquiry when a week was signed loses its words. As the house. */
export async function eraseReviewOf(tx: Tx, enquiryId: string): Promise<void> {
  await tx`select review.erase_words(${enquiryId})`
}
