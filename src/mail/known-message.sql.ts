import type { Tx } from '../platform/db/database.ts'

/** Remembers that a message belongs to an enquiry, so that an answer to it finds its way. The first filing stays. */
export async function insertKnownMessage(tx: Tx, messageId: string, enquiryId: string): Promise<void> {
  await tx`
    insert into mail.known_message (message_id, enquiry_id) values (${messageId}, ${enquiryId})
    on conflict (message_id) do nothing
  `
}

/** A filing was taken back: an answer to that message does not lead there any more. */
export async function forgetMessage(tx: Tx, messageId: string | null, enquiryId: string): Promise<void> {
  await tx`delete from mail.known_message where message_id = ${messageId} and enquiry_id = ${enquiryId}`
}

/** The enquiries at which messages with these ids were filed. */
export async function enquiriesOfMessages(tx: Tx, messageIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ messageId: string; enquiryId: string }[]>`
    select message_id, enquiry_id from mail.known_message where message_id = any(${[...messageIds]})
  `
  return new Map(rows.map(row => [row.messageId, row.enquiryId]))
}

/** The newest message filed at each enquiry: what our next mail about it answers, so that mail programs thread it. */
export async function newestKnownMessages(tx: Tx, enquiryIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ messageId: string; enquiryId: string }[]>`
    select distinct on (enquiry_id) enquiry_id, message_id
    from mail.known_message where enquiry_id = any (${enquiryIds as string[]}::uuid[])
    order by enquiry_id, known_at desc
  `
  return new Map(rows.map(row => [row.enquiryId, row.messageId]))
}
