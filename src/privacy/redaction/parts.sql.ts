import type { Tx } from '#platform/db/database.ts'

type Part = { readonly source: 'enquiry' | 'message' | 'attachment'; readonly sourceId: string; readonly at: Date }

/** Every part of an enquiry that the viewer sees: its heading, what was written, the files. */
export const partsOfEnquiry = (tx: Tx, enquiryId: string): Promise<Part[]> => tx<Part[]>`
  select 'enquiry' as source, id as source_id, created_at as at from enquiries.enquiry where id = ${enquiryId}
  union all select 'message', id, at from enquiries.message where enquiry_id = ${enquiryId}
  union all select 'attachment', a.id, m.at from enquiries.attachment a join enquiries.message m on m.id = a.message_id
  where a.enquiry_id = ${enquiryId}
`
