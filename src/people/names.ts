import { wordsIn } from '#kernel/words.ts'
import type { Tx } from '#platform/db/database.ts'
import { heldVersion } from '#platform/held.ts'
import { readPersonNames, readPlaceNames, type PersonRow, type PlaceRow } from './names.sql.ts'

export type PersonNamed = { readonly name: string; readonly email: string }

/** What everybody signed in may know of everybody: names and addresses, by id. Some hundreds, at one version. */
export type Names = {
  readonly person: (id: string | null) => PersonNamed | undefined
  /** a ward or a service */
  readonly place: (id: string | null) => string | null
  /** the people and wards with this plain word (kernel/words.ts) in their name */
  readonly called: (plain: string) => readonly Called[]
}

export type Called = { readonly kind: 'person' | 'ward'; readonly id: string }

type Held = { readonly version: string; readonly names: Names }

function heldAs(version: string, people: readonly PersonRow[], places: readonly PlaceRow[]): Held {
  const byId = new Map<string | null, PersonNamed>(people.map(it => [it.id, it]))
  const placeById = new Map<string | null, string>(places.map(it => [it.id, it.name]))
  const called = calledBy([
    ...people.map(it => [it.sortName, { kind: 'person', id: it.id }] as const),
    ...places.filter(it => it.isWard).map(it => [it.name, { kind: 'ward', id: it.id }] as const),
  ])
  return {
    version,
    names: {
      person: id => byId.get(id),
      place: id => placeById.get(id) ?? null,
      called: plain => called.get(plain) ?? [],
    },
  }
}

function calledBy(all: readonly (readonly [name: string, Called])[]): ReadonlyMap<string, readonly Called[]> {
  const found = new Map<string, Called[]>()
  for (const [name, it] of all)
    for (const plain of new Set(Array.from(wordsIn(name), word => word.plain)))
      found.set(plain, [...(found.get(plain) ?? []), it])
  return found
}

/** The copy this process holds. Holding it changes no answer, only what it costs (heldVersion). */
let held = heldAs('', [], [])
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
  return heldAs(before, people, places)
}
