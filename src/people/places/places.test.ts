import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { importPlaces, locate, type PlacesAsked, type Somewhere } from '../door.ts'
import { fromNationalGrid } from './national-grid.ts'

const db = await testDatabase()
const { ward, otherWard } = await smallCouncil(db.owner)
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)
const read = (text: string, more: Partial<PlacesAsked> & { dryRun?: boolean } = {}) =>
  system(tx =>
    importPlaces(tx, {
      kind: 'postcodes',
      text,
      fileName: 'places.csv',
      fromOn: day('2026-01-01'),
      by: null,
      at: new Date('2026-01-01T09:00:00Z'),
      ...more,
    }),
  )
const at = (it: Somewhere, on = '2026-06-01') => system(tx => locate(tx, it, day(on)))

const square = (west: number, south: number, size = 1) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const feature = (properties: object, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const geojson = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })

test('before there is a list nothing is worked out', async () => {
  assert.equal(await at({ postcode: 'TB1 4QF', point: { latitude: 53.5, longitude: -3.5 } }), undefined)
})

test('boundaries tell the ward of a spot: pieces, holes, codes, and wards of others passed over', async () => {
  const report = await read(
    geojson(
      feature({ WD24NM: 'Priory', WD24CD: 'E05000001' }, [square(-4, 53, 3), square(-3, 54)]),
      feature({ name: 'Millside Ward', code: 'E05000002' }, [[square(-3, 54)], [square(0, 53)]], 'MultiPolygon'),
      feature({ name: 'Elsewhere' }, [square(10, 50)]),
    ),
    { kind: 'boundaries', fileName: 'wards.geojson' },
  )
  assert.deepEqual(
    { ...report, list: '' },
    { ok: true, list: '', held: 2, passedOver: 1, otherWards: ['Elsewhere'], wardsWithout: [], errors: [] },
  )
  const spot = async (longitude: number, latitude: number) => (await at({ point: { latitude, longitude } }))?.wardId
  assert.equal(await spot(-3.5, 53.5), ward)
  assert.equal(await spot(-2.5, 54.5), otherWard, 'in the hole, which is another ward')
  assert.equal(await spot(0.5, 53.5), otherWard, 'in its second piece')
  assert.equal(await spot(-2.5, 55), otherWard, 'on the edge of both: the first by name')
  assert.equal(await spot(5, 53.5), undefined)
})

test('postcodes are read as people and offices write them', async () => {
  const report = await read(
    `\uFEFFpcds;osward;WARD;oseast1m;osnrth1m;lat;long;doterm
TB1 4QF;E05000001;;;;53.5;-3.5;
tb14qg;;millside;;;;;
TB1 4QH;;;;;54.5;-2.5;
TB1 4QJ;E05999999;;;;;;
TB1 4QL;E05000001;;;;;;202401
`,
  )
  assert.deepEqual(
    { ...report, list: '' },
    { ok: true, list: '', held: 3, passedOver: 1, otherWards: ['E05999999'], wardsWithout: [], errors: [] },
  )
  assert.deepEqual(await at({ postcode: 'TB1 4QF' }), {
    wardId: ward,
    ward: 'Priory',
    point: { latitude: 53.5, longitude: -3.5 },
    by: 'postcode',
  })
  assert.equal((await at({ postcode: 'TB1 4QG' }))?.wardId, otherWard)
  assert.equal((await at({ postcode: 'TB1 4QH' }))?.wardId, otherWard, 'by its spot')
  assert.equal(await at({ postcode: 'TB1 4QL' }), undefined, 'it ended')
  const both = await at({ postcode: 'TB1 4QG', point: { latitude: 53.5, longitude: -3.5 } })
  assert.deepEqual([both?.wardId, both?.by], [ward, 'point'])
  assert.equal((await at({ postcode: 'TB1 4QG', point: { latitude: 1, longitude: 1 } }))?.by, 'postcode')
})

test('a file of Code-Point Open has no heading', async () => {
  const { ok, held } = await read(
    `"TB11AA",10,300000,450000,"E92000001","","","","E07000001","E05000001"\n"TB11AB",90,0,0,"E92000001","","","","E07000001","E05000002"\n`,
    { fromOn: day('2027-01-01') },
  )
  assert.deepEqual([ok, held], [true, 2])
  const found = await at({ postcode: 'TB1 1AA' }, '2027-06-01')
  assert.deepEqual(found?.point, fromNationalGrid(300000, 450000))
  assert.equal((await at({ postcode: 'TB1 1AB' }, '2027-06-01'))?.point, undefined)
})

test('each day asks the list of its time; before the first, the first', async () => {
  assert.equal(await at({ postcode: 'TB1 4QF' }, '2027-06-01'), undefined)
  assert.equal((await at({ postcode: 'TB1 4QF' }, '2026-12-31'))?.ward, 'Priory')
  assert.equal((await at({ postcode: 'TB1 4QF' }, '2020-01-01'))?.ward, 'Priory')
  assert.equal(await at({ postcode: 'TB1 1AA' }, '2026-12-31'), undefined)
})

test('a file with mistakes writes nothing, and names them; nor does a dry run', async () => {
  const before = await db.owner`select id from people.place_list`
  const wrong = await read('postcode,ward\nTB1 4QF,Priory\nTB1,Priory\nTB1 4qf,Millside\n')
  assert.deepEqual(
    [wrong.ok, wrong.errors],
    [
      false,
      [
        { line: 3, column: 'postcode', words: '“TB1” is not a postcode. Enter one like TB1 4QF' },
        { line: 4, column: 'postcode', words: 'TB1 4QF stands on line 2 already' },
      ],
    ],
  )
  assert.match((await read('postcode,lat,long\nTB1 4QF,x,1\n')).errors[0]!.words, /must be numbers/)
  assert.match((await read('code,ward\nx,y\n')).errors[0]!.words, /first line must name the columns/)
  assert.match((await read('postcode,ward\nTB1 4QF,Nowhere\n')).errors[0]!.words, /ward we know/)
  for (const text of ['', '{}', '[]', '{"features":[{}]}', geojson(feature({ name: 'Priory' }, [[1, 2]]))])
    assert.equal((await read(text, { kind: 'boundaries' })).ok, false, text)
  assert.equal((await read('postcode,ward\nTB1 4QF,Priory\n', { dryRun: true })).ok, true)
  assert.equal((await db.owner`select id from people.place_list`).length, before.length)
})

test('twenty thousand postcodes are read in one go', async () => {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  const lines = Array.from({ length: 20_000 }, (_, i) => {
    const [a, b, c] = [i % 20, Math.floor(i / 20) % 20, Math.floor(i / 400) % 10]
    return `TB${1 + Math.floor(i / 4000)} ${c}${letters[a]}${letters[b]},Priory`
  })
  const { ok, held } = await read(`postcode,ward\n${lines.join('\n')}`, { fromOn: day('2030-01-01') })
  assert.deepEqual([ok, held], [true, 20_000])
  assert.equal((await at({ postcode: 'TB3 4QF' }, '2030-01-02'))?.ward, 'Priory')
})
