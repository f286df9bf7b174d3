import type { Tx } from '#platform/db/database.ts'
import type { KnownBy } from '../request/sought.ts'
import type { LeftOutReason } from './disclosure.ts'
import type { Item, ItemForm, Source } from './item.ts'
import type { Stretch } from './removed.ts'

const columns = (tx: Tx) => tx`
  id, disclosure_id, source, source_id, enquiry_id, at, known_by, decision, reason, form, removed, text_sha256, looked_by`

export type NewItem = {
  readonly source: Source
  readonly sourceId: string
  readonly enquiryId: string | null
  readonly at: Date
  readonly knownBy: readonly KnownBy[]
}

/** Adds what was found; what is there already stays as somebody decided. */
export async function addItems(tx: Tx, disclosureId: string, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return
  await tx`
    insert into privacy.disclosed_item (disclosure_id, source, source_id, enquiry_id, at, known_by)
    select ${disclosureId}, n.source, n."sourceId", n."enquiryId", n.at,
      array(select jsonb_array_elements_text(n."knownBy"))
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as n (
      source text, "sourceId" uuid, "enquiryId" uuid, at timestamptz, "knownBy" jsonb)
    on conflict (disclosure_id, source, source_id) do nothing
  `
}

/** The items a viewer sees, in the order of time; of one source where it is named. */
export const itemsOf = (tx: Tx, disclosureId: string, source?: Source): Promise<Item[]> => tx<Item[]>`
  select ${columns(tx)} from privacy.disclosed_item
  where disclosure_id = ${disclosureId} ${source ? tx`and source = ${source}` : tx``}
  order by at, id limit 5000
`

export async function itemOf(tx: Tx, disclosureId: string, id: string): Promise<Item | undefined> {
  const [row] = await tx<Item[]>`
    select ${columns(tx)} from privacy.disclosed_item where disclosure_id = ${disclosureId} and id = ${id}
  `
  return row
}

export type Decided = {
  readonly decision: 'in' | 'out'
  readonly reason: LeftOutReason | null
  readonly by: string
  readonly at: Date
}

export async function decideItems(tx: Tx, disclosureId: string, ids: readonly string[], it: Decided): Promise<void> {
  await tx`
    update privacy.disclosed_item
    set decision = ${it.decision}, reason = ${it.reason}, looked_by = ${it.by}, looked_at = ${it.at}
    where disclosure_id = ${disclosureId} and id = any (${[...ids]}::uuid[])
  `
}

export type Redacted = {
  readonly form: ItemForm
  readonly removed: readonly Stretch[]
  readonly textSha256: string | null
}

export async function redactItem(tx: Tx, id: string, it: Redacted, by: string, at: Date): Promise<void> {
  await tx`
    update privacy.disclosed_item
    set decision = 'in', reason = null, form = ${it.form}, removed = ${JSON.stringify(it.removed)},
      text_sha256 = ${it.textSha256}, looked_by = ${by}, looked_at = ${at}
    where id = ${id}
  `
}

/** How many there are by source, and how many of them nobody decided about, as far as the viewer sees. */
export const countItems = (tx: Tx, disclosureId: string) => tx<
  { source: Source; items: number; undecided: number; included: number }[]
>`
  select source, count(*)::int as items, count(*) filter (where decision is null)::int as undecided,
    count(*) filter (where decision = 'in')::int as included
  from privacy.disclosed_item where disclosure_id = ${disclosureId} group by source
`

/** By mailbox, what stands in enquiries that only its own people see: numbers for the desk. */
export const unseenItems = (tx: Tx, disclosureId: string) => tx<
  { mailboxId: string | null; items: number; undecided: number }[]
>`
  select mailbox_id, items::int, undecided::int from privacy.unseen_items(${disclosureId})
`
