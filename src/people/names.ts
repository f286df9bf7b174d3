import type { Tx } from '#platform/db/database.ts'
import { heldVersion } from '#platform/held.ts'
import { readPersonNames, readPlaceNames } from './names.sql.ts'

export type PersonNamed = { readonly name: string; readonly email: string }

/** What everybody signed in may know of everybody: names and addresses, by id. Some hundreds, at one version. */
export type Names = {
  readonly person: (id: string | null) => PersonNamed | undefined
  /** a ward or a service */
  readonly place: (id: string | null) => string | null
}

type Held = { readonly version: string; readonly names: Names }

const heldAs = (
  version: string,
  people: ReadonlyMap<string | null, PersonNamed>,
  places: ReadonlyMap<string | null, string>,
): Held => ({ version, names: { person: id => people.get(id), place: id => places.get(id) ?? null } })

/** The copy this process holds. Holding it changes no answer, only what it costs (heldVersion). */
let held = heldAs('', new Map(), new Map())
const nobody = held.names

/** The names as this transaction sees them, for one small query while none has changed. */
export async function heldNames(tx: Tx): Promise<Names> {
  const version = await heldVersion(tx, 'people.names')
  if (version === undefined) return nobody
  if (version !== held.version) held = await readNames(tx, version)
  return held.names
}

async function readNames(tx: Tx, before: string): Promise<Held> {
  const [people, places] = await Promise.all([readPersonNames(tx), readPlaceNames(tx)])
  const version = await heldVersion(tx, 'people.names')
  // somebody changed one between two of our queries: read once more
  if (version !== undefined && version !== before) return readNames(tx, version)
  return heldAs(before, new Map(people.map(it => [it.id, it])), new Map(places.map(it => [it.id, it.name])))
}
