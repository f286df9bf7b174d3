import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'

/** A piece of the enquiry that the partner sees. */
export type Piece = { readonly name: string; readonly words: string }

/** What was handed over to a partner, as they see it; how it stands is told by the enquiry's facts. */
export type HandedOver = {
  readonly id: string
  readonly enquiryId: string
  readonly mailboxId: string
  readonly handedBy: string
  readonly wanted: string
  readonly shared: readonly Piece[]
  readonly authority: string
  readonly dueOn: Day
  readonly handedAt: Date
}

const columns = (tx: Tx) => tx`
  o.id, o.enquiry_id, o.mailbox_id, o.handed_by, o.wanted, o.shared, o.authority, o.due_on, o.handed_at
`

export async function insertHandOver(tx: Tx, it: HandedOver): Promise<void> {
  await tx`insert into enquiries.hand_over ${tx({ ...it, shared: JSON.stringify(it.shared) })}`
}

export async function handOverById(tx: Tx, id: string): Promise<HandedOver | undefined> {
  const [row] = await tx<HandedOver[]>`select ${columns(tx)} from enquiries.hand_over o where o.id = ${id}`
  return row
}

/** The newest one about an enquiry that the viewer sees. */
export async function handOverOf(tx: Tx, enquiryId: string): Promise<HandedOver | undefined> {
  const [row] = await tx<HandedOver[]>`
    select ${columns(tx)} from enquiries.hand_over o
    where o.enquiry_id = ${enquiryId} order by o.handed_at desc limit 1
  `
  return row
}

/** What the mailboxes that name somebody were handed, newest first. */
export const handedTo = (tx: Tx, mailboxes: readonly string[]): Promise<HandedOver[]> => tx<HandedOver[]>`
  select ${columns(tx)} from enquiries.hand_over o
  where o.mailbox_id = any (${[...mailboxes]}::uuid[]) order by o.handed_at desc limit 100
`

/** With a partner since before their date passed. */
export async function withPartnerOver(tx: Tx, before: Day): Promise<Reference[]> {
  const rows = await tx<{ reference: Reference }[]>`
    select reference from enquiries.enquiry
    where status = 'with-partner' and (handed_over ->> 'dueOn')::date < ${before}
    order by reference
  `
  return rows.map(row => row.reference)
}
