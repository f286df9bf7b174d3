import type { WrongLine } from '#platform/csv.ts'
import { wardFinder, type KnownWard, type NamedWard, type WardsTold } from './known-ward.ts'
import { fromNationalGrid } from './national-grid.ts'
import { isPoint, type Polygon, type Ring, type Shape } from './point.ts'

export type BoundaryHeld = { readonly wardId: string; readonly shape: Shape }

export type BoundariesRead = WardsTold & {
  readonly held: readonly BoundaryHeld[]
  readonly errors: readonly WrongLine[]
}

type Feature = {
  readonly properties?: Readonly<Record<string, unknown>> | null
  readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null
}

/**
 * Reads the boundaries of wards as GeoJSON (RFC 7946), in degrees or, as older files have it, in metres of the national
 * grid. Wards of other councils are passed over. `line` of an error counts the features, the first being 1.
 */
export function readBoundaries(text: string, wards: readonly KnownWard[]): BoundariesRead {
  const finder = wardFinder(wards)
  const refused = (words: string): BoundariesRead => ({ ...finder.told(), held: [], errors: [{ line: 1, words }] })
  const features = featuresIn(text)
  if (!features) return refused('This is not a GeoJSON file we can read: it must be a collection of features')
  const held = new Map<string, Shape>()
  const errors: WrongLine[] = []
  for (const [i, feature] of features.entries()) {
    const named = nameOf(feature)
    const ward = finder.find(named)
    if (!ward) continue
    const shape = shapeOf(feature)
    if (!shape) errors.push({ line: i + 1, words: `The boundary of ${ward.name} must be a polygon or several` })
    // a ward in several pieces may come as several features
    else held.set(ward.id, [...(held.get(ward.id) ?? []), ...shape])
  }
  if (errors.length === 0 && held.size === 0)
    return { ...refused('No shape in the file is of a ward we know. Check how it names the wards'), ...finder.told() }
  return { ...finder.told(), held: Array.from(held, ([wardId, shape]) => ({ wardId, shape })), errors }
}

function featuresIn(text: string): readonly Feature[] | undefined {
  try {
    const read = JSON.parse(text.replace(/^\uFEFF/, '')) as { type?: string; features?: unknown }
    return Array.isArray(read.features) ? (read.features as Feature[]) : undefined
  } catch {
    return undefined
  }
}

/** The statistics office calls them `WD24NM` and `WD24CD`, by year. */
function nameOf({ properties }: Feature): NamedWard {
  const said = Object.entries(properties ?? {}).filter((it): it is [string, string] => typeof it[1] === 'string')
  const find = (called: RegExp) => said.find(([name]) => called.test(name))?.[1].trim() ?? ''
  return { name: find(/^(wd\d\dnm|ward[ _]?(name)?|name)$/i), code: find(/^(wd\d\dcd|ward[ _]?code|code)$/i) }
}

function shapeOf({ geometry }: Feature): Shape | undefined {
  const { type, coordinates } = geometry ?? {}
  const polygons = type === 'MultiPolygon' ? coordinates : type === 'Polygon' ? [coordinates] : undefined
  if (!Array.isArray(polygons) || polygons.length === 0) return undefined
  const shape = polygons.map(polygonOf)
  return shape.every(it => it !== undefined) ? shape : undefined
}

function polygonOf(rings: unknown): Polygon | undefined {
  if (!Array.isArray(rings) || rings.length === 0) return undefined
  const polygon = rings.map(ringOf)
  return polygon.every(it => it !== undefined) ? polygon : undefined
}

/** Without its last position, which repeats the first. */
function ringOf(positions: unknown): Ring | undefined {
  if (!Array.isArray(positions)) return undefined
  const all = positions.map(positionOf)
  if (!all.every(it => it !== undefined)) return undefined
  const [first, last] = [all[0], all.at(-1)]
  const ring = first && last && first[0] === last[0] && first[1] === last[1] ? all.slice(0, -1) : all
  return ring.length >= 3 ? ring : undefined
}

/** To a tenth of a metre: more digits only make the file and the page longer. */
function positionOf(position: unknown): readonly [number, number] | undefined {
  if (!Array.isArray(position)) return undefined
  const [x, y] = position as unknown[]
  if (typeof x !== 'number' || typeof y !== 'number') return undefined
  const point = Math.abs(y) > 90 || Math.abs(x) > 180 ? fromNationalGrid(x, y) : { longitude: x, latitude: y }
  if (!Number.isFinite(point.latitude) || !isPoint(point)) return undefined
  return [rounded(point.longitude), rounded(point.latitude)]
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
