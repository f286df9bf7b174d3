import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import type { NewAttachment } from '../attachment.sql.ts'

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
  readonly files: readonly NewAttachment[]
  readonly dueOn: Day
  readonly handedAt: Date
}

const columns = (tx: Tx) => tx`
  o.id, o.enquiry_id, o.mailbox_id, o.handed_by, o.wanted, o.shared, o.files, o.due_on, o.handed_at
`

export async function insertHandOver(tx: Tx, it: HandedOver): Promise<void> {
  const row = { ...it, shared: JSON.stringify(it.shared), files: JSON.stringify(it.files) }
  await tx`insert into enquiries.hand_over ${tx(row)}`
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

/** Those of these that the viewer sees, in the order in which they are due. */
export const handOversOf = (tx: Tx, ids: readonly string[]): Promise<HandedOver[]> => tx<HandedOver[]>`
  select ${columns(tx)} from enquiries.hand_over o where o.id = any (${[...ids]}::uuid[]) order by o.due_on, o.handed_at
`

/** What the mailboxes that name somebody were handed last. */
export const lastHandedTo = (tx: Tx, mailboxes: readonly string[], most: number): Promise<HandedOver[]> => tx<
  HandedOver[]
>`
  select ${columns(tx)} from enquiries.hand_over o
  where o.mailbox_id = any (${[...mailboxes]}::uuid[]) order by o.handed_at desc limit ${most}
`

/** The number of the enquiry, and whether the partner still has it. For the house to ask: a partner sees no enquiry. */
export type Standing = { readonly id: string; readonly reference: Reference; readonly open: boolean }

export const standingOf = (tx: Tx, handOvers: readonly string[]): Promise<Standing[]> => tx<Standing[]>`
  select o.id, e.reference, coalesce(e.handed_over ->> 'id' = o.id::text, false) as open
  from enquiries.hand_over o join enquiries.enquiry e on e.id = o.enquiry_id
  where o.id = any (${[...handOvers]}::uuid[])
`

/** All that partners with these mailboxes have now. For the house to ask. */
export async function openAt(tx: Tx, mailboxes: readonly string[]): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select handed_over ->> 'id' as id from enquiries.enquiry
    where status = 'with-partner' and handed_over ->> 'mailboxId' = any (${[...mailboxes]})
  `
  return rows.map(it => it.id)
}

/** With a partner since before their date passed. */
export async function withPartnerOver(tx: Tx, before: Day): Promise<Reference[]> {
  const rows = await tx<{ reference: Reference }[]>`
    select reference from enquiries.enquiry
    where status = 'with-partner' and (handed_over ->> 'dueOn')::date < ${before}
    order by reference
  `
  return rows.map(row => row.reference)
}
