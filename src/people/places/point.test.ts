import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boxOf, isIn, pointIn, pointInWords, type Polygon, type Ring } from './point.ts'
import { fromNationalGrid } from './national-grid.ts'

type Cell = string
const side = 6
const cellOf = (x: number, y: number): Cell => `${x},${y}`

/** The squares of a board that hang together, each group for itself. */
function groups(cells: ReadonlySet<Cell>): Set<Cell>[] {
  const left = new Set(cells)
  const found: Set<Cell>[] = []
  for (const first of cells) {
    if (!left.delete(first)) continue
    const group = new Set([first])
    for (const cell of group) {
      const [x, y] = cell.split(',').map(Number) as [number, number]
      for (const next of [cellOf(x + 1, y), cellOf(x - 1, y), cellOf(x, y + 1), cellOf(x, y - 1)])
        if (left.delete(next)) group.add(next)
    }
    found.push(group)
  }
  return found
}

/** The outline of some squares as closed lines: around them, and around the holes in them. */
function outline(cells: ReadonlySet<Cell>): Ring[] {
  const has = (x: number, y: number) => cells.has(cellOf(x, y))
  const steps: [number, number, number, number][] = []
  for (const cell of cells) {
    const [x, y] = cell.split(',').map(Number) as [number, number]
    if (!has(x, y - 1)) steps.push([x, y, x + 1, y])
    if (!has(x + 1, y)) steps.push([x + 1, y, x + 1, y + 1])
    if (!has(x, y + 1)) steps.push([x + 1, y + 1, x, y + 1])
    if (!has(x - 1, y)) steps.push([x, y + 1, x, y])
  }
  const rings: Ring[] = []
  while (steps.length > 0) {
    const [first] = steps.splice(0, 1)
    const ring: [number, number][] = [[first![0], first![1]]]
    let [x, y] = [first![2], first![3]]
    while (x !== ring[0]![0] || y !== ring[0]![1]) {
      ring.push([x, y])
      const at = steps.findIndex(step => step[0] === x && step[1] === y)
      const [next] = steps.splice(at, 1)
      ;[x, y] = [next![2], next![3]]
    }
    rings.push(ring)
  }
  return rings
}

const board = fc
  .uniqueArray(fc.nat(side * side - 1), { minLength: 1, maxLength: side * side })
  .map(all => new Set(all.map(it => cellOf(it % side, Math.floor(it / side)))))
/** Leans and turns the board, in whole numbers, so that an edge stays exactly where it is. */
const leaning = fc
  .tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map(([a, b, c]) => (x: number, y: number): [number, number] => [
    c * x + a * y,
    b * x + (c + Math.abs(a * b) + 1) * y,
  ])

test('a spot lies in a shape when it lies in one of the squares it was made of: holes, pieces and edges too', () => {
  fc.assert(
    fc.property(board, leaning, (cells, lean) => {
      const shape: Polygon[] = groups(cells).map(group => outline(group).map(ring => ring.map(([x, y]) => lean(x, y))))
      // on a lattice of halves: middles of squares, middles of sides, corners
      for (let i = -1; i <= 2 * side + 1; i++)
        for (let j = -1; j <= 2 * side + 1; j++) {
          const touches = [Math.ceil(i / 2) - 1, Math.floor(i / 2)].flatMap(x =>
            [Math.ceil(j / 2) - 1, Math.floor(j / 2)].map(y => cellOf(x, y)),
          )
          const slow = touches.some(cell => cells.has(cell))
          const [longitude, latitude] = lean(i / 2, j / 2)
          assert.equal(isIn({ longitude, latitude }, shape), slow, `${i / 2}, ${j / 2}`)
        }
    }),
    { numRuns: 60 },
  )
})

test('the box around a shape holds every corner', () => {
  assert.deepEqual(
    boxOf([
      [
        [
          [1, 5],
          [4, 2],
          [3, 9],
        ],
      ],
      [
        [
          [-2, 3],
          [0, 3],
          [0, 4],
        ],
      ],
    ]),
    {
      west: -2,
      south: 2,
      east: 4,
      north: 9,
    },
  )
})

test('the national grid’s own worked example comes out, to a few metres', () => {
  const { latitude, longitude } = fromNationalGrid(651409.903, 313177.27)
  // the same mark by satellite: 52° 39′ 28.72″ N, 1° 42′ 57.79″ E
  assert.ok(Math.abs(latitude - 52.657977) < 0.00005, String(latitude))
  assert.ok(Math.abs(longitude - 1.716053) < 0.00007, String(longitude))
})

test('a spot is read as phones write it', () => {
  assert.deepEqual(pointIn(' 53.90123, -3.91234 '), { latitude: 53.90123, longitude: -3.91234 })
  assert.deepEqual(pointIn('53.9 -3.9'), { latitude: 53.9, longitude: -3.9 })
  for (const typed of ['', '53.9', '153.9, 1', '53.9, 190', 'Mill Lane', '53.9, -3.9, 4'])
    assert.equal(pointIn(typed), undefined)
  assert.equal(pointInWords({ latitude: 53.9, longitude: -3.912345 }), '53.90000, -3.91235')
})
