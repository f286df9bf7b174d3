import type { Tx } from '#platform/db/database.ts'

/** What came and what was sent about an enquiry loses its words, names and addresses. As the house. */
export async function eraseMailOf(tx: Tx, enquiryId: string): Promise<void> {
  await tx`select mail.erase_words(${enquiryId})`
}

/**
 * Blanks exact copies that arrived before, `most` at a time; gives how many. What waits or is held stays, and what
 * belongs to one of these enquiries.
 */
export async function eraseRawBefore(tx: Tx, before: Date, held: readonly string[], most: number): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select mail.blank_raw(array(
      select r.sha256 from mail.raw r join mail.intake i on i.sha256 = r.sha256
      where i.received_at < ${before} and r.size_bytes > 0 and i.state not in ('waiting', 'quarantined')
        and (i.enquiry_id is null or not i.enquiry_id = any (${held as string[]}::uuid[]))
      limit ${most})) as n
  `
  return row!.n
}

/** Blanks what was sent before, `most` at a time; gives how many. */
export async function eraseSentBefore(tx: Tx, before: Date, held: readonly string[], most: number): Promise<number> {
  const done = await tx`
    update mail.outbox set text = '', html = '', subject = 'Erased', files = '[]' where id in (
      select id from mail.outbox
      where created_at < ${before} and text <> '' and state not in ('queued', 'sending')
        and (about_enquiry is null or not about_enquiry = any (${held as string[]}::uuid[]))
      order by created_at limit ${most})
  `
  return done.count
}

/** What was discarded before loses its words and its exact copy, `most` at a time; gives how many. */
export async function eraseDiscardedBefore(tx: Tx, before: Date, most: number): Promise<number> {
  const rows = await tx<{ sha256: string }[]>`
    update mail.intake set from_address = null, from_name = null, subject = null, sender_check = null, words = 'Erased'
    where id in (
      select id from mail.intake where state = 'discarded' and decided_at < ${before} and words <> 'Erased' limit ${most})
    returning sha256
  `
  await tx`select mail.blank_raw(${rows.map(it => it.sha256)}::text[])`
  return rows.length
}
