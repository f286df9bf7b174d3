import type { Tx } from '#platform/db/database.ts'
import type { Change, KnownPerson } from './plan.ts'
import type { ImportKind } from './rows.ts'
import type { State } from './state.ts'

/** Everybody with all that an import may change of them: a council has thousands of people, not millions. */
export async function readKnown(tx: Tx, ids?: readonly string[]): Promise<KnownPerson[]> {
  const rows = await tx<(State & { id: string; addresses: string[] })[]>`
    select p.id, p.name, p.email::text, p.title, p.phone, w.name as ward, g.name as group, m.from_on, m.until_on,
      p.disabled_at is not null as disabled,
      array(select r.role from people.role_grant r where r.person_id = p.id order by r.role) as roles,
      array(select p.email::text union
        select a.address::text from people.email_address a where a.person_id = p.id and a.verified_at is not null) as addresses
    from people.person p
    left join people.member m on m.person_id = p.id
    left join people.ward w on w.id = m.ward_id
    left join people.political_group g on g.id = m.group_id
    where ${ids ? tx`p.id = any(${ids}::uuid[])` : tx`true`}
    order by p.sort_name, p.id
  `
  return rows.map(({ id, addresses, ...state }) => ({ id, addresses, state }))
}

export type Import = {
  readonly id: string
  readonly kind: ImportKind
  readonly complete: boolean
  readonly fileName: string
  readonly content: string
  readonly planHash: Buffer
  readonly madeBy: string | null
  readonly madeByName: string | null
  readonly madeAt: Date
  readonly doneAt: Date | null
  readonly undoneAt: Date | null
  readonly undoneByName: string | null
}

const columns = (tx: Tx) => tx`
  i.id, i.kind, i.complete, i.file_name, i.content, i.plan_hash, i.made_by, m.name as made_by_name, i.made_at, i.done_at,
  i.undone_at, u.name as undone_by_name
`
const imports = (tx: Tx) =>
  tx`people.import i left join people.person m on m.id = i.made_by left join people.person u on u.id = i.undone_by`

export async function readImport(tx: Tx, id: string): Promise<Import | undefined> {
  const [found] = await tx<Import[]>`select ${columns(tx)} from ${imports(tx)} where i.id = ${id}`
  return found
}

/** The imports that were done, the newest first. */
export const readImports = (tx: Tx): Promise<Import[]> => tx<Import[]>`
  select ${columns(tx)} from ${imports(tx)} where i.done_at is not null order by i.done_at desc limit 50
`

/** The newest import that can still be undone. */
export async function readNewestImport(tx: Tx): Promise<Import | undefined> {
  const [found] = await tx<Import[]>`
    select ${columns(tx)} from ${imports(tx)} where i.done_at is not null and i.undone_at is null
    order by i.done_at desc limit 1
  `
  return found
}

export type NewImport = Pick<Import, 'kind' | 'complete' | 'fileName' | 'content' | 'planHash' | 'madeBy' | 'madeAt'>

export async function insertImport(tx: Tx, it: NewImport): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into people.import (kind, complete, file_name, content, plan_hash, made_by, made_at)
    values (${it.kind}, ${it.complete}, ${it.fileName}, ${it.content}, ${it.planHash}, ${it.madeBy}, ${it.madeAt})
    returning id
  `
  return row!.id
}

export async function updatePlanHash(tx: Tx, id: string, hash: Buffer): Promise<void> {
  await tx`update people.import set plan_hash = ${hash} where id = ${id} and done_at is null`
}

/** Marks it done and forgets the file; false when somebody else did it at the same moment. */
export async function markDone(tx: Tx, id: string, at: Date): Promise<boolean> {
  const done = await tx`
    update people.import set done_at = ${at}, content = '' where id = ${id} and done_at is null returning id
  `
  return done.length > 0
}

export async function markUndone(tx: Tx, id: string, by: string | null, at: Date): Promise<boolean> {
  const done = await tx`
    update people.import set undone_at = ${at}, undone_by = ${by}
    where id = ${id} and done_at is not null and undone_at is null returning id
  `
  return done.length > 0
}

/** Imports that were looked at and never done; how many. */
export async function deleteStaleImports(tx: Tx, before: Date): Promise<number> {
  return (await tx`delete from people.import where done_at is null and made_at < ${before} returning id`).length
}

export type DoneChange = Omit<Change, 'person'> & {
  readonly place: number
  readonly person: string
  readonly leftAs: string | null
}

export async function insertChanges(tx: Tx, importId: string, changes: readonly (Change & { person: string })[]) {
  await tx`
    insert into people.import_change (import_id, place, person_id, kind, before, after)
    select ${importId}, g.place, g.person, g.kind, nullif(g.before, 'null'::jsonb), g.after
    from jsonb_to_recordset(${JSON.stringify(changes.map((it, place) => ({ ...it, place })))}::jsonb)
      as g(place int, person uuid, kind text, before jsonb, after jsonb)
  `
}

export const readChanges = (tx: Tx, importId: string): Promise<DoneChange[]> => tx<DoneChange[]>`
  select place, person_id as person, kind, before, after, left_as from people.import_change
  where import_id = ${importId} order by place
`

export async function updateLeftAs(tx: Tx, importId: string, place: number, leftAs: string): Promise<void> {
  await tx`update people.import_change set left_as = ${leftAs} where import_id = ${importId} and place = ${place}`
}
