import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/**
 * Takes every word of a closed enquiry away and gives the files (by their SHA-256) that nothing names any more; dates,
 * codes and events stay. As the house; done twice it does nothing more. Throws for one that is open.
 */
export async function eraseWords(tx: Tx, enquiryId: string, today: Day, because: string): Promise<string[]> {
  const [row] = await tx<
    { files: string[] }[]
  >`select enquiries.erase_words(${enquiryId}, ${today}, ${because}) as files`
  return row!.files
}

/** Drafts nobody touched since; nothing is left for another round. */
export async function eraseDrafts(tx: Tx, before: Date): Promise<number> {
  await tx`delete from enquiries.draft where changed_at < ${before}`
  return 0
}
