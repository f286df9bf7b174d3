import { randomFrom } from './random.ts'
import { wards } from './wards.ts'

/** Where the wards lie to each other, north at the top. The town lies in the sea between Lancashire and the Isle of Man. */
const rows = [
  ['dunmere', 'northfields', 'beacon-hill', 'hollowell', 'thornley-vale'],
  ['coldharbour', 'abbots-cross', 'bridge-and-quayside', 'eastgate', 'larkrise'],
  ['kilnfield', 'castle-mead', 'priory', 'greyfriars', 'fernlea'],
  ['redwater', 'millbeck', 'st-oswins', 'orchard-park', 'alderbrook'],
] as const
const [across, down] = [rows[0].length, rows.length]
const middle = { latitude: 53.86, longitude: -3.92 }
const reach = { latitude: 0.05, longitude: 0.11 }

type Corner = readonly [longitude: number, latitude: number]

/** A place on the town’s grid, bent into a round town; the same for whoever comes along the border of two wards. */
function bent(column: number, row: number): Corner {
  const [x, y] = [(column / across) * 2 - 1, (row / down) * 2 - 1]
  const round = (it: number, other: number) => it * Math.sqrt(1 - (other * other) / 2)
  return [
    degrees(middle.longitude + reach.longitude * round(x, y)),
    degrees(middle.latitude - reach.latitude * round(y, x)),
  ]
}

/** To a metre or so. */
const degrees = (it: number): number => Math.round(it * 1e5) / 1e5

/** Where a corner of the grid or a bend between two corners has been pushed to by time. */
function pushed(column: number, row: number): Corner {
  const random = randomFrom(`map ${column} ${row}`)
  const isBend = !Number.isInteger(column) || !Number.isInteger(row)
  const far = isBend ? 0.13 : 0.2
  const push = (at: number, end: number) => (at <= 0 || at >= end ? at : at + (random.next() * 2 - 1) * far)
  return bent(push(column, across), push(row, down))
}

const bends = [0, 0.25, 0.5, 0.75]

/** The outline of the ward in a cell of the grid, clockwise from the north west. */
function outlineOf(column: number, row: number): Corner[] {
  return [
    ...bends.map(step => pushed(column + step, row)),
    ...bends.map(step => pushed(column + 1, row + step)),
    ...bends.map(step => pushed(column + 1 - step, row + 1)),
    ...bends.map(step => pushed(column, row + 1 - step)),
  ]
}

const cells = rows.flatMap((line, row) => line.map((key, column) => ({ key, column, row })))

/** The boundaries of the wards as GeoJSON, as a statistics office would publish them. */
export const boundaries = (): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: cells.map(({ key, column, row }) => ({
      type: 'Feature',
      properties: { name: wards.find(it => it.key === key)!.name },
      geometry: { type: 'Polygon', coordinates: [[...outlineOf(column, row), pushed(column, row)]] },
    })),
  })

/** Two letters that may end a postcode. */
const endings = 'ABDEFGHJLNPQRSTUWXYZ'

type Listed = { readonly postcode: string; readonly street: string; readonly ward: string; readonly at: Corner }

/** Two postcodes for each street. There is no postcode area TB. */
export const postcodes: readonly Listed[] = cells.flatMap(({ key, column, row }, district) => {
  const { streets, name } = wards.find(it => it.key === key)!
  const random = randomFrom(`postcodes ${key}`)
  return streets.flatMap((street, i) =>
    [0, 1].map(half => ({
      postcode: `TB${district + 1} ${1 + (i % 9)}${endings[(i * 7) % 20]}${endings[half * 9 + (i % 9)]}`,
      street,
      ward: name,
      at: bent(column + 0.25 + random.next() * 0.5, row + 0.25 + random.next() * 0.5),
    })),
  )
})

/** The list of them as a CSV file. */
export const postcodeList = (): string =>
  [
    'postcode,ward,latitude,longitude',
    ...postcodes.map(it => [it.postcode, it.ward, it.at[1], it.at[0]].join(',')),
  ].join('\n')

const byStreet = Map.groupBy(postcodes, it => it.street)

/** The postcodes of a street. */
export const postcodesOf = (street: string): readonly Listed[] => byStreet.get(street) ?? []
