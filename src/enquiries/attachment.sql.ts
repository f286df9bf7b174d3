import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Hidden } from '#platform/hidden/hidden.ts'

export type NewAttachment = {
  readonly name: string
  readonly type: string
  readonly size: number
  /** the bytes as they came */
  readonly sha256: string
  /** the bytes as they are shown: a photo without its camera's data */
  readonly shownSha256: string
  /** what it does not show at once, found when it came; not kept with what was sent */
  readonly hidden?: readonly Hidden[]
}

export type Attachment = NewAttachment & { readonly id: string; readonly messageId: string }

export function insertAttachments(
  tx: Tx,
  enquiryId: string,
  messageId: string,
  files: readonly NewAttachment[],
): Statement | undefined {
  if (files.length === 0) return undefined
  return tx`insert into enquiries.attachment ${tx(files.map(({ name, type, size, sha256, shownSha256 }) => ({ enquiryId, messageId, name, type, size, sha256, shownSha256 })))}`
}

export const attachmentsOf = (tx: Tx, enquiryId: string): Promise<Attachment[]> =>
  ask(tx, askAttachments(tx, enquiryId))

export const askAttachments = (tx: Tx, enquiryId: string): Asking<Attachment[]> => ({
  statement: tx`
    select id, message_id, name, type, size, sha256, shown_sha256
    from enquiries.attachment where enquiry_id = ${enquiryId} order by id
  `,
  read: rows => rows,
})

export async function attachmentOf(tx: Tx, reference: string, id: string): Promise<Attachment | undefined> {
  const [row] = await tx<Attachment[]>`
    select a.id, a.message_id, a.name, a.type, a.size, a.sha256, a.shown_sha256
    from enquiries.attachment a join enquiries.enquiry e on e.id = a.enquiry_id
    where e.reference = ${reference} and a.id = ${id}
  `
  return row
}
