import type { Day } from '#kernel/day.ts'
import type { WrongLine } from '#platform/csv.ts'
import type { Tx } from '#platform/db/database.ts'
import { readBoundaries, type BoundariesRead } from './boundary-file.ts'
import type { KnownWard } from './known-ward.ts'
import {
  boundariesOn,
  confirmPlaceList,
  insertBoundaries,
  insertPlaceList,
  insertPostcodes,
  readKnownWards,
  readPlaceList,
  type PlaceKind,
} from './place-list.sql.ts'
import { isIn, type Box, type Point } from './point.ts'
import { readPostcodes, type PostcodesRead } from './postcode-file.ts'

/** What a file of postcodes or boundaries tells, and what of ours it does not tell. */
export type PlacesPlan = Read & { readonly wardsWithout: readonly string[] }

type Read = ({ readonly kind: 'boundaries' } & BoundariesRead) | ({ readonly kind: 'postcodes' } & PostcodesRead)

export type PlacesAsked = {
  readonly kind: PlaceKind
  readonly text: string
  readonly fileName: string
  readonly fromOn: Day
  readonly by: string | null
  readonly at: Date
}

/** Reads a file and says what it would tell. Writes nothing. */
export async function planPlaces(tx: Tx, it: Pick<PlacesAsked, 'kind' | 'text' | 'fromOn'>): Promise<PlacesPlan> {
  const wards = await readKnownWards(tx)
  const read = await readFile(tx, wards, it)
  const told = new Set(read.held.map(one => one.wardId))
  return { ...read, wardsWithout: wards.filter(ward => !told.has(ward.id)).map(ward => ward.name) }
}

async function readFile(
  tx: Tx,
  wards: readonly KnownWard[],
  { kind, text, fromOn }: Pick<PlacesAsked, 'kind' | 'text' | 'fromOn'>,
): Promise<Read> {
  if (kind === 'boundaries') return { kind, ...readBoundaries(text, wards) }
  const boundaries = await boundariesOn(tx, fromOn)
  const wardAt = (point: Point) => boundaries.find(it => isNear(point, it) && isIn(point, it.shape))?.wardId
  return { kind, ...readPostcodes(text, wards, wardAt) }
}

const isNear = (at: Point, box: Box): boolean =>
  at.longitude >= box.west && at.longitude <= box.east && at.latitude >= box.south && at.latitude <= box.north

/** Keeps what a file tells, to be looked at: nothing asks it before it is confirmed. Returns its id. */
export async function keepPlaces(tx: Tx, plan: PlacesPlan, it: Omit<PlacesAsked, 'text'>): Promise<string> {
  const id = await insertPlaceList(tx, {
    kind: it.kind,
    fileName: it.fileName,
    fromOn: it.fromOn,
    held: plan.held.length,
    passedOver: plan.passedOver,
    codes: plan.codes,
    madeBy: it.by,
    madeAt: it.at,
  })
  if (plan.kind === 'boundaries') await insertBoundaries(tx, id, plan.held)
  else await insertPostcodes(tx, id, plan.held)
  return id
}

export type PlacesReport = {
  /** false: the file has errors, and nothing was imported */
  readonly ok: boolean
  /** null after a dry run */
  readonly list: string | null
  readonly held: number
  readonly passedOver: number
  readonly otherWards: readonly string[]
  readonly wardsWithout: readonly string[]
  readonly errors: readonly WrongLine[]
}

/** Imports a file in one step, for the command line; a dry run reports the same and writes nothing. All or nothing. */
export async function importPlaces(tx: Tx, it: PlacesAsked & { readonly dryRun?: boolean }): Promise<PlacesReport> {
  const plan = await planPlaces(tx, it)
  const { passedOver, strangers, wardsWithout, errors } = plan
  const report = { held: plan.held.length, passedOver, otherWards: strangers, wardsWithout, errors }
  if (errors.length > 0 || it.dryRun) return { ok: errors.length === 0, list: null, ...report }
  const list = await keepPlaces(tx, plan, it)
  await confirmPlaceList(tx, (await readPlaceList(tx, list))!, it.at)
  return { ok: true, list, ...report }
}
