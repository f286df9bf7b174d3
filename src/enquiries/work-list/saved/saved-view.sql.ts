import type { Tx } from '#platform/db/database.ts'

/** A list somebody gave a name to. It holds an address and no enquiries: everybody sees of it what they may see. */
export type SavedView = {
  readonly id: string
  readonly name: string
  /** the address words of the list */
  readonly address: string
  /** shared with the people of this mailbox; null: one's own */
  readonly mailboxId: string | null
  readonly mailboxName: string | null
  readonly personName: string
  /** the viewer may rename, share and delete it */
  readonly theirs: boolean
  readonly deletedAt: Date | null
}

const columns = (tx: Tx) => tx`
  v.id, v.name, v.address, v.mailbox_id, b.name as mailbox_name, p.name as person_name, v.deleted_at,
  (v.person_id = (select platform.viewer()) or coalesce(v.mailbox_id = any ((select mailboxes.viewer_runs())::uuid[]), false))
    as theirs
`

const from = (tx: Tx) => tx`
  from enquiries.saved_view v
  join people.person p on p.id = v.person_id
  left join mailboxes.mailbox b on b.id = v.mailbox_id
`

/** The views somebody has: their own and those shared with them, by name; of restored and deleted ones the last weeks. */
export const savedViews = (tx: Tx, deletedSince: Date | undefined) => tx<SavedView[]>`
  select ${columns(tx)} ${from(tx)}
  where v.deleted_at is null ${deletedSince ? tx`or v.deleted_at > ${deletedSince}` : tx``}
  order by lower(v.name), v.id
`

/** Only what the list needs of them: on most pages of most people there are none, and asking must cost nothing. */
export const savedNames = (tx: Tx, limit: number) => tx<Pick<SavedView, 'id' | 'name' | 'address'>[]>`
  select id, name, address from enquiries.saved_view where deleted_at is null order by lower(name), id limit ${limit}
`

export async function savedView(tx: Tx, id: string): Promise<SavedView | undefined> {
  const [row] = await tx<SavedView[]>`select ${columns(tx)} ${from(tx)} where v.id = ${id}`
  return row
}

type New = {
  readonly personId: string
  readonly mailboxId: string | null
  readonly name: string
  readonly address: string
}

/** Keeps a view; the same name over the same list is kept once, however often the form is sent. */
export async function insertView(tx: Tx, it: New, at: Date): Promise<void> {
  await tx`
    insert into enquiries.saved_view (person_id, mailbox_id, name, address, made_at)
    select ${it.personId}, ${it.mailboxId}, ${it.name}, ${it.address}, ${at}
    where not exists (
      select from enquiries.saved_view
      where person_id = ${it.personId} and name = ${it.name} and address = ${it.address} and deleted_at is null)
  `
}

export async function changeView(tx: Tx, id: string, it: Pick<New, 'name' | 'mailboxId'>): Promise<void> {
  await tx`update enquiries.saved_view set name = ${it.name}, mailbox_id = ${it.mailboxId} where id = ${id}`
}

/** Deletes it, or takes the deleting back. */
export async function markDeleted(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx`update enquiries.saved_view set deleted_at = ${at} where id = ${id}`
}
