import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { BoundaryHeld } from './boundary-file.ts'
import type { KnownWard } from './known-ward.ts'
import { boxOf, type Box, type Point, type Shape } from './point.ts'
import type { PostcodeHeld } from './postcode-file.ts'

export const placeKinds = ['postcodes', 'boundaries'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A list of postcodes or of boundaries, from a day on. */
export type PlaceList = {
  readonly id: string
  readonly kind: PlaceKind
  readonly fileName: string
  readonly fromOn: Day
  readonly held: number
  readonly passedOver: number
  readonly codes: Readonly<Record<string, string>>
  readonly madeByName: string | null
  readonly madeAt: Date
  readonly confirmedAt: Date | null
  readonly withdrawnAt: Date | null
}

const columns = (tx: Tx) => tx`
  l.id, l.kind, l.file_name, l.from_on, l.held, l.passed_over, l.codes, p.name as made_by_name, l.made_at, l.confirmed_at,
  l.withdrawn_at
`
const lists = (tx: Tx) => tx`people.place_list l left join people.person p on p.id = l.made_by`

/** Those that hold or held, the newest day first. */
export const readPlaceLists = (tx: Tx): Promise<PlaceList[]> => tx<PlaceList[]>`
  select ${columns(tx)} from ${lists(tx)} where l.confirmed_at is not null
  order by l.from_on desc, l.confirmed_at desc limit 100
`

export async function readPlaceList(tx: Tx, id: string): Promise<PlaceList | undefined> {
  const [found] = await tx<PlaceList[]>`select ${columns(tx)} from ${lists(tx)} where l.id = ${id}`
  return found
}

export const readKnownWards = (tx: Tx): Promise<KnownWard[]> =>
  tx<KnownWard[]>`select id, key, name, code from people.ward order by name`

export type NewPlaceList = Pick<
  PlaceList,
  'kind' | 'fileName' | 'fromOn' | 'held' | 'passedOver' | 'codes' | 'madeAt'
> & {
  readonly madeBy: string | null
}

export async function insertPlaceList(tx: Tx, it: NewPlaceList): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into people.place_list ${tx({ ...it, codes: JSON.stringify(it.codes) })} returning id
  `
  return row!.id
}

/** A few thousand with each question: a county has some tens of thousands. */
const atOnce = 5000

export async function insertPostcodes(tx: Tx, listId: string, held: readonly PostcodeHeld[]): Promise<void> {
  for (let from = 0; from < held.length; from += atOnce) {
    const some = held.slice(from, from + atOnce)
    await tx`
      insert into people.postcode (list_id, postcode, ward_id, latitude, longitude)
      select ${listId}, * from unnest(${some.map(it => it.postcode)}::text[], ${some.map(it => it.wardId)}::uuid[],
        ${some.map(it => it.point?.latitude ?? null)}::float8[], ${some.map(it => it.point?.longitude ?? null)}::float8[])
    `
  }
}

export async function insertBoundaries(tx: Tx, listId: string, held: readonly BoundaryHeld[]): Promise<void> {
  const rows = held.map(({ wardId, shape }) => ({ listId, wardId, ...boxOf(shape), shape: JSON.stringify(shape) }))
  await tx`insert into people.ward_boundary ${tx(rows)}`
}

/** Wards that a list says nothing of: perhaps it is not whole. */
export async function wardsWithout(tx: Tx, { id, kind }: Pick<PlaceList, 'id' | 'kind'>): Promise<string[]> {
  const table = kind === 'postcodes' ? tx`people.postcode` : tx`people.ward_boundary`
  const rows = await tx<{ name: string }[]>`
    select w.name from people.ward w
    where not exists (select from ${table} told where told.list_id = ${id} and told.ward_id = w.id)
    order by w.name
  `
  return rows.map(it => it.name)
}

/** False when it was confirmed before. Wards are known by the codes it tells from now on. */
export async function confirmPlaceList(tx: Tx, it: PlaceList, at: Date): Promise<boolean> {
  const done = await tx`
    update people.place_list set confirmed_at = ${at} where id = ${it.id} and confirmed_at is null returning id
  `
  if (done.length === 0) return false
  const codes = Object.entries(it.codes)
  await tx`
    update people.ward w set code = told.code
    from unnest(${codes.map(([id]) => id)}::uuid[], ${codes.map(([, code]) => code)}::text[]) as told (id, code)
    where w.id = told.id and not exists (select from people.ward other where other.code = told.code)
  `
  return true
}

/** False when it was withdrawn before, or never confirmed. */
export async function withdrawPlaceList(tx: Tx, id: string, at: Date): Promise<boolean> {
  const done = await tx`
    update people.place_list set withdrawn_at = ${at}
    where id = ${id} and confirmed_at is not null and withdrawn_at is null returning id
  `
  return done.length > 0
}

/** Forgets what was only looked at. */
export async function deleteStalePlaceLists(tx: Tx, before: Date): Promise<void> {
  await tx`delete from people.place_list where confirmed_at is null and made_at < ${before}`
}

/** The list that holds on a day; before the first there is, the first: better a ward of then than none. */
const inForce = (tx: Tx, kind: PlaceKind, on: Day) => tx`(
  select l.id from people.place_list l
  where l.kind = ${kind} and l.confirmed_at is not null and l.withdrawn_at is null
  order by l.from_on > ${on}, case when l.from_on <= ${on} then l.from_on end desc, l.from_on, l.confirmed_at desc
  limit 1
)`

export type WardFound = { readonly wardId: string; readonly ward: string }

export async function wardOfPostcode(
  tx: Tx,
  postcode: string,
  on: Day,
): Promise<(WardFound & { point: Point | undefined }) | undefined> {
  const [row] = await tx<(WardFound & { latitude: number | null; longitude: number | null })[]>`
    select p.ward_id, w.name as ward, p.latitude, p.longitude
    from people.postcode p join people.ward w on w.id = p.ward_id
    where p.postcode = ${postcode} and p.list_id = ${inForce(tx, 'postcodes', on)}
  `
  if (!row) return undefined
  const { wardId, ward, latitude, longitude } = row
  return { wardId, ward, point: latitude === null ? undefined : { latitude, longitude: longitude! } }
}

export type Boundary = WardFound & Box & { readonly shape: Shape }

/** The boundaries in force on a day: of all wards, or of those whose box a spot lies in. */
export const boundariesOn = (tx: Tx, on: Day, near?: Point): Promise<Boundary[]> => tx<Boundary[]>`
  select b.ward_id, w.name as ward, b.west, b.south, b.east, b.north, b.shape
  from people.ward_boundary b join people.ward w on w.id = b.ward_id
  where b.list_id = ${inForce(tx, 'boundaries', on)}
    and ${near ? tx`${near.longitude} between b.west and b.east and ${near.latitude} between b.south and b.north` : tx`true`}
  order by w.name
`
