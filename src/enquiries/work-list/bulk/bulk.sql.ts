import type { Refusal } from '#kernel/result.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Planned } from './bulk-acts.ts'
import type { Bulk, Item, Reason, Tally } from './bulk.ts'

export type NewBulk = Pick<Bulk, 'id' | 'personId' | 'act' | 'given' | 'matching' | 'madeAt'>

/** What was foreseen of one enquiry: it will change, or why it will not; `own` where each is given something else. */
export type Foreseen = {
  readonly id: string
  readonly reference: Reference
  readonly refusal?: Refusal
  readonly own?: Planned
}

/** Keeps a bulk that is still to be confirmed; false when it is here already (the form was sent twice). */
export async function insertBulk(tx: Tx, it: NewBulk, items: readonly Foreseen[]): Promise<boolean> {
  const row = { ...it, given: JSON.stringify(it.given) }
  const made = await tx`insert into enquiries.bulk ${tx(row)} on conflict (id) do nothing returning id`
  if (made.length === 0) return false
  await tx`
    insert into enquiries.bulk_item (bulk_id, place, enquiry_id, reference, state, code, words, own_act, own_given)
    select ${it.id}, t.place, t.enquiry, t.reference, t.state, t.code, t.words, t.own_act, t.own_given::jsonb from unnest(
      ${items.map(item => item.id)}::uuid[], ${items.map(item => item.reference)}::text[],
      ${items.map(item => (item.refusal ? 'refused' : 'waiting'))}::text[],
      ${items.map(item => item.refusal?.code ?? null)}::text[], ${items.map(item => item.refusal?.words ?? null)}::text[],
      ${items.map(item => item.own?.act ?? null)}::text[],
      ${items.map(item => (item.own ? JSON.stringify(item.own.given) : null))}::text[]
    ) with ordinality as t (enquiry, reference, state, code, words, own_act, own_given, place)
  `
  return true
}

const columns = (tx: Tx) => tx`id, person_id, act, given, matching, undoes, state, made_at, confirmed_at, finished_at`

export async function bulkById(tx: Tx, id: string): Promise<Bulk | undefined> {
  const [row] = await tx<Bulk[]>`select ${columns(tx)} from enquiries.bulk where id = ${id}`
  return row
}

/** What somebody did to many, the last first; what was never confirmed is left out. */
export const lastBulks = (tx: Tx, person: string, limit: number) => tx<(Bulk & { n: number })[]>`
  select ${columns(tx)}, (select count(*)::int from enquiries.bulk_item i where i.bulk_id = b.id and i.state = 'done') as n
  from enquiries.bulk b
  where person_id = ${person} and state <> 'preview'
  order by made_at desc, id desc limit ${limit}
`

/** Lets it run, once: false when it runs already. */
export async function confirmBulk(tx: Tx, id: string, at: Date): Promise<boolean> {
  const begun = await tx`
    update enquiries.bulk set state = 'running', confirmed_at = ${at} where id = ${id} and state = 'preview' returning id
  `
  return begun.length > 0
}

/** Begins the bulk that takes another one back; false when there is one already, or nothing to take back. */
export async function insertUndo(tx: Tx, undone: Bulk, id: string, at: Date): Promise<boolean> {
  const made = await tx`
    insert into enquiries.bulk (id, person_id, act, undoes, state, made_at, confirmed_at)
    select ${id}, ${undone.personId}, ${undone.act}, ${undone.id}, 'running', ${at}, ${at}
    where exists (select from enquiries.bulk_item where bulk_id = ${undone.id} and undo_act is not null)
    on conflict (undoes) where undoes is not null do nothing
    returning id
  `
  if (made.length === 0) return false
  await tx`
    insert into enquiries.bulk_item (bulk_id, place, enquiry_id, reference, own_act, own_given, expected_version)
    select ${id}, row_number() over (order by i.place), i.enquiry_id, i.reference, i.undo_act, i.undo_given, i.version
    from enquiries.bulk_item i
    where i.bulk_id = ${undone.id} and i.undo_act is not null
  `
  return true
}

export async function undoOf(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx<{ id: string }[]>`select id from enquiries.bulk where undoes = ${id}`
  return row?.id
}

export async function tallyOf(tx: Tx, id: string): Promise<Tally> {
  const [row] = await tx<Tally[]>`
    select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'done')::int as done,
      count(*) filter (where state = 'refused')::int as refused,
      count(*) filter (where state = 'done' and undo_act is not null)::int as undoable
    from enquiries.bulk_item where bulk_id = ${id}
  `
  return row!
}

export const reasonsOf = (tx: Tx, id: string) => tx<Reason[]>`
  select words, count(*)::int as n from enquiries.bulk_item
  where bulk_id = ${id} and state = 'refused'
  group by words order by n desc, words limit 20
`

/** The items in their order, from one place on. */
export const itemsOf = (tx: Tx, id: string, state: Item['state'] | undefined, from: number, limit: number) => tx<
  Item[]
>`
  select place, enquiry_id, reference, state, code, words, own_given ->> 'to' as own_to from enquiries.bulk_item
  where bulk_id = ${id} and place > ${from} ${state ? tx`and state = ${state}` : tx``}
  order by place limit ${limit}
`

/** An item whose turn has come. */
export type Turn = {
  readonly place: number
  readonly reference: Reference
  readonly ownAct: string | null
  readonly ownGiven: (object & { readonly after?: Planned }) | null
  readonly expectedVersion: number | null
}

/** The next items, locked until the end of the transaction; what somebody else is at is passed over. */
export const nextTurns = (tx: Tx, id: string, limit: number) => tx<Turn[]>`
  select place, reference, own_act, own_given, expected_version from enquiries.bulk_item
  where bulk_id = ${id} and state = 'waiting'
  order by place limit ${limit}
  for update skip locked
`

export async function keepDone(
  tx: Tx,
  id: string,
  place: number,
  version: number,
  undo: Planned | undefined,
  words: string | null,
): Promise<void> {
  await tx`
    update enquiries.bulk_item set state = 'done', version = ${version}, words = ${words}, undo_act = ${undo?.act ?? null},
      undo_given = ${undo ? JSON.stringify({ ...undo.given, ...(undo.after && { after: undo.after }) }) : null}
    where bulk_id = ${id} and place = ${place}
  `
}

export async function keepRefused(tx: Tx, id: string, place: number, { code, words }: Refusal): Promise<void> {
  await tx`
    update enquiries.bulk_item set state = 'refused', code = ${code}, words = ${words}
    where bulk_id = ${id} and place = ${place}
  `
}

export async function refuseTheRest(tx: Tx, id: string, { code, words }: Refusal): Promise<void> {
  await tx`
    update enquiries.bulk_item set state = 'refused', code = ${code}, words = ${words}
    where bulk_id = ${id} and state = 'waiting'
  `
}

/** Ends it when nothing waits any more. People's words go with it: each is kept with the enquiry it was written about. */
export async function finishBulk(tx: Tx, id: string, at: Date): Promise<void> {
  await tx`
    update enquiries.bulk set state = 'done', finished_at = ${at}, given = given - 'text' - 'why' - 'route'
    where id = ${id} and state = 'running'
      and not exists (select from enquiries.bulk_item where bulk_id = ${id} and state = 'waiting')
  `
}

/** Who would be given how many, where each enquiry of a bulk goes to somebody of its own. */
export const givenEach = (tx: Tx, id: string) => tx<{ name: string; n: number }[]>`
  select p.name, count(*)::int as n
  from enquiries.bulk_item i join people.person p on p.id = (i.own_given ->> 'to')::uuid
  where i.bulk_id = ${id} and i.state <> 'refused'
  group by p.id, p.name, p.sort_name order by n desc, p.sort_name
`

/** The people of the mailboxes in which these enquiries stand, with their mailboxes: who can be given any of them. */
export const peopleFor = (tx: Tx, enquiries: readonly string[]) => tx<
  { id: string; name: string; mailboxes: string }[]
>`
  select p.id, p.name, string_agg(distinct b.name, ', ') as mailboxes
  from mailboxes.named_person n
  join people.person p on p.id = n.person_id and p.disabled_at is null
  join mailboxes.mailbox b on b.id = n.mailbox_id
  where n.from_on <= mailboxes.today() and (n.until_on is null or n.until_on >= mailboxes.today())
    and n.mailbox_id in (select distinct e.mailbox_id from enquiries.enquiry e where e.id = any (${[...enquiries]}::uuid[]))
  group by p.id, p.name, p.sort_name
  order by p.sort_name, p.id
`
