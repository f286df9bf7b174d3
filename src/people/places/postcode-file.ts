import { listInWords } from '#kernel/text.ts'
import { readCsv, type CsvLine, type WrongLine } from '#platform/csv.ts'
import { wardFinder, type KnownWard, type NamedWard, type WardsTold } from './known-ward.ts'
import { fromNationalGrid } from './national-grid.ts'
import { isPoint, type Point } from './point.ts'
import { postcodeOf } from './postcode.ts'

export type PostcodeHeld = { readonly postcode: string; readonly wardId: string; readonly point: Point | undefined }

export type PostcodesRead = WardsTold & {
  readonly held: readonly PostcodeHeld[]
  readonly errors: readonly WrongLine[]
}

/** What columns may be called: our own words first, then those of the statistics office and of Code-Point Open. */
const columns = {
  postcode: /^(postcode|post code|pcds?|pcd[278s])$/,
  ward: /^(ward|ward[ _]name|wd\d\dnm)$/,
  wardCode: /^(ward[ _]code|admin[ _]ward[ _]code|osward|wd\d\dcd)$/,
  easting: /^(eastings?|oseast1m|east1m)$/,
  northing: /^(northings?|osnrth1m|north1m)$/,
  latitude: /^(lat|latitude)$/,
  longitude: /^(long|lng|lon|longitude)$/,
  endedOn: /^doterm$/,
}
type Column = keyof typeof columns

/** The files of Code-Point Open have no heading line; these are its columns. */
const codePointOpen =
  'postcode,positional_quality_indicator,eastings,northings,country_code,nhs_regional_ha_code,nhs_ha_code,admin_county_code,admin_district_code,admin_ward_code\n'

export const columnsInWords = listInWords([
  'postcode',
  'ward (its name) or ward code',
  'easting and northing, or latitude and longitude',
])

/**
 * Reads a list of postcodes. A line without a ward takes the one that `wardAt` finds for its spot. Lines of other
 * councils' wards and postcodes that ended are passed over; whatever else cannot be understood is named.
 */
export function readPostcodes(
  text: string,
  wards: readonly KnownWard[],
  wardAt: (point: Point) => string | undefined,
): PostcodesRead {
  const first = /^\uFEFF?"?([^",;\t\r\n]*)/.exec(text)?.[1] ?? ''
  const { lines, columns: heading, broken } = readCsv(postcodeOf(first) ? codePointOpen + text : text)
  const cellsAt = Object.fromEntries(
    Object.entries(columns).map(([name, called]) => [name, heading.find(it => called.test(it))]),
  ) as Record<Column, string | undefined>
  const finder = wardFinder(wards)
  const refused = (wrong: WrongLine): PostcodesRead => ({ ...finder.told(), held: [], errors: [wrong] })
  if (broken) return refused(broken)
  if (!cellsAt.postcode || !(cellsAt.ward ?? cellsAt.wardCode ?? cellsAt.easting ?? cellsAt.latitude))
    return refused({ line: 1, words: `The first line must name the columns. It needs ${columnsInWords}` })
  const seen = new Map<string, number>()
  const held: PostcodeHeld[] = []
  const errors: WrongLine[] = []
  for (const line of lines) {
    const cell = (name: Column): string => (cellsAt[name] ? (line.cells[cellsAt[name]] ?? '') : '')
    if (cell('endedOn')) continue
    const postcode = postcodeOf(cell('postcode'))
    const before = postcode && seen.get(postcode)
    if (!postcode) errors.push({ line: line.line, column: 'postcode', words: notOne(cell('postcode')) })
    else if (before) errors.push({ line: line.line, column: 'postcode', words: twice(postcode, before) })
    else {
      seen.set(postcode, line.line)
      const point = pointOf(cell, line, errors)
      const wardId = wardOf({ name: cell('ward'), code: cell('wardCode') }, point)
      if (wardId) held.push({ postcode, wardId, point })
    }
  }
  if (errors.length === 0 && held.length === 0)
    errors.push({ line: 1, words: 'No line of the file is of a ward we know. Check how it names the wards' })
  return { ...finder.told(), held, errors }

  function wardOf(named: NamedWard, point: Point | undefined): string | undefined {
    const found = named.name || named.code ? undefined : point && wardAt(point)
    return found ?? finder.find(named)?.id
  }
}

const notOne = (typed: string): string => `“${typed}” is not a postcode. Enter one like TB1 4QF`
const twice = (postcode: string, before: number): string => `${postcode} stands on line ${before} already`

/** Lists give nought for a spot that nobody knows, and the office 99.999999. */
function pointOf(cell: (name: Column) => string, { line }: CsvLine, errors: WrongLine[]): Point | undefined {
  const numbers = (...names: Column[]) => names.map(name => (cell(name) === '' ? 0 : Number(cell(name))))
  const [latitude = 0, longitude = 0] = numbers('latitude', 'longitude')
  const [easting = 0, northing = 0] = numbers('easting', 'northing')
  const isKnown = easting !== 0 && northing !== 0
  const point =
    latitude !== 0 && latitude < 99
      ? { latitude, longitude }
      : isKnown
        ? fromNationalGrid(easting, northing)
        : undefined
  if ([latitude, longitude, easting, northing].some(Number.isNaN) || (point && !isPoint(point))) {
    errors.push({ line, words: 'Where it lies must be numbers: metres of the national grid, or degrees' })
    return undefined
  }
  return point
}
