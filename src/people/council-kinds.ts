import type { Tx } from '#platform/db/database.ts'
import * as council from './council.sql.ts'
import { keyOf } from './council.ts'
import { insertRoles } from './person.sql.ts'
import type { Role } from './roles.ts'

/** A part of the council as its pages know it: a name, perhaps somebody at its head, perhaps a part above it. */
export type Part = {
  readonly id: string
  readonly name: string
  readonly headId?: string | null
  readonly head?: string | null
  readonly directorateId?: string
  readonly directorate?: string
}

export type PartDraft = { readonly name: string; readonly headId: string | null; readonly directorateId: string }

/** One kind of part: wards, services and so on. All have the same pages; here stands what differs. */
export type Kind = {
  readonly path: string
  /** `ward`, `wards`: in the middle of a sentence */
  readonly one: string
  readonly many: string
  readonly about: string
  /** what its head is called, where it has one, and the role that comes with it */
  readonly head?: { readonly label: string; readonly role: Role }
  readonly inDirectorate?: boolean
  readonly read: (tx: Tx) => Promise<Part[]>
  readonly add: (tx: Tx, it: PartDraft & { key: string }) => Promise<string>
  readonly change: (tx: Tx, id: string, it: PartDraft) => Promise<void>
}

export const kinds: readonly Kind[] = [
  {
    path: 'wards',
    one: 'ward',
    many: 'wards',
    about: 'Every member serves a ward. Wards also help to find the right mailbox.',
    read: council.readWards,
    add: council.insertWard,
    change: (tx, id, it) => council.renameWard(tx, id, it.name),
  },
  {
    path: 'groups',
    one: 'political group',
    many: 'political groups',
    about: 'The groups members sit in. A member may sit in none.',
    read: council.readGroups,
    add: (tx, it) => council.insertGroup(tx, it.name),
    change: (tx, id, it) => council.renameGroup(tx, id, it.name),
  },
  {
    path: 'directorates',
    one: 'directorate',
    many: 'directorates',
    about: 'Services belong to a directorate. What stays late in a service goes to its director.',
    head: { label: 'Director', role: 'director' },
    read: async tx =>
      (await council.readDirectorates(tx)).map(it => ({ ...it, headId: it.directorId, head: it.director })),
    add: (tx, it) => council.insertDirectorate(tx, { ...it, directorId: it.headId }),
    change: (tx, id, it) => council.updateDirectorate(tx, id, { name: it.name, directorId: it.headId }),
  },
  {
    path: 'services',
    one: 'service',
    many: 'services',
    about: 'Every core mailbox belongs to a service. What is late in a service goes to its head first.',
    head: { label: 'Head of service', role: 'head' },
    inDirectorate: true,
    read: council.readServices,
    add: council.insertService,
    change: council.updateService,
  },
  {
    path: 'partners',
    one: 'partner organisation',
    many: 'partner organisations',
    about: 'Organisations outside the council that answer enquiries for it, such as a housing association.',
    read: council.readOrganisations,
    add: council.insertOrganisation,
    change: (tx, id, it) => council.renameOrganisation(tx, id, it.name),
  },
]

/** Adds or changes a part; whoever is put at its head gets the role that comes with it. Returns its id. */
export async function savePart(
  tx: Tx,
  kind: Kind,
  id: string | undefined,
  it: PartDraft,
  by: string | null,
): Promise<string> {
  if (kind.head && it.headId) await insertRoles(tx, [{ person: it.headId, role: kind.head.role }], by)
  if (id === undefined) return kind.add(tx, { ...it, key: await freeKey(tx, kind, it.name) })
  await kind.change(tx, id, it)
  return id
}

/** Keys stay when a part is renamed, so that a new part may find its key in use. */
async function freeKey(tx: Tx, kind: Kind, name: string): Promise<string> {
  const used = new Set((await kind.read(tx)).map(it => (it as { key?: string }).key))
  const wanted = keyOf(name)
  for (let n = 1; ; n++) {
    const key = n === 1 ? wanted : `${wanted}-${n}`
    if (!used.has(key)) return key
  }
}
