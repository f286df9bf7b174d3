import type { Tx } from '#platform/db/database.ts'

/**
 * When an enquiry becomes restricted (or open again), so does the mail filed at it: only the named people of
 * `mailboxId` then see that it came, and its words. Needs a transaction of the system.
 */
export async function restrictMailOf(
  tx: Tx,
  { enquiryId, restricted, mailboxId }: { enquiryId: string; restricted: boolean; mailboxId: string | null },
): Promise<void> {
  await tx`
    update mail.intake set restricted = ${restricted}, mailbox_id = coalesce(${mailboxId}, mailbox_id)
    where enquiry_id = ${enquiryId}
  `
}
