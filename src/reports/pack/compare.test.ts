import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chanceBeyond, compareCounts, compareMeans, compareShares, compareWaits, likelyShare } from './compare.ts'

const share = fc
  .record({ n: fc.integer({ min: 1, max: 5000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ n, part }) => ({ n, count: Math.round(n * part) }))
const opposite = { more: 'less', less: 'more', level: 'level', 'too-few': 'too-few' } as const

test('what went up looked at from behind went down', () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      assert.equal(compareShares(a, b).verdict, opposite[compareShares(b, a).verdict])
      const days = (it: { count: number }) => ({ count: it.count, workingDays: 20 })
      assert.equal(compareCounts(days(a), days(b)).verdict, opposite[compareCounts(days(b), days(a)).verdict])
    }),
  )
})

test('the same twice is no change, and more of the same difference is surer', () => {
  fc.assert(
    fc.property(share, it => {
      assert.ok(['level', 'too-few'].includes(compareShares(it, it).verdict))
    }),
  )
  assert.equal(compareShares({ count: 8, n: 10 }, { count: 6, n: 10 }).verdict, 'too-few')
  assert.equal(compareShares({ count: 80, n: 100 }, { count: 70, n: 100 }).verdict, 'level')
  assert.equal(compareShares({ count: 800, n: 1000 }, { count: 700, n: 1000 }).verdict, 'more')
  assert.equal(compareShares({ count: 0, n: 300 }, { count: 0, n: 300 }).verdict, 'level')
})

/** Draws that are the same on every run. */
function lots(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

test('where nothing changed but luck, hardly anything is called a change', () => {
  const draw = lots(7)
  const some = (n: number, chance: number) => Array.from({ length: n }, () => draw() < chance).filter(Boolean).length
  let alarms = 0
  const rounds = 3000
  for (let i = 0; i < rounds; i++) {
    const n = 150
    const verdict = compareShares({ count: some(n, 0.8), n }, { count: some(n, 0.8), n }).verdict
    if (verdict === 'more' || verdict === 'less') alarms++
  }
  assert.ok(alarms / rounds < 0.02, `${alarms} of ${rounds}`)
})

test('a month with more working days is expected to bring more', () => {
  assert.equal(compareCounts({ count: 230, workingDays: 23 }, { count: 180, workingDays: 18 }).verdict, 'level')
  assert.equal(compareCounts({ count: 330, workingDays: 20 }, { count: 200, workingDays: 20 }).verdict, 'more')
  assert.equal(compareCounts({ count: 4, workingDays: 20 }, { count: 1, workingDays: 20 }).verdict, 'too-few')
})

test('scores and waits are judged with care', () => {
  assert.equal(compareMeans({ mean: 3.2, n: 40 }, { mean: 3, n: 40 }, 1, 4).verdict, 'level')
  assert.equal(compareMeans({ mean: 3.6, n: 400 }, { mean: 2.8, n: 400 }, 1, 4).verdict, 'more')
  assert.equal(compareMeans({ mean: 4, n: 12 }, { mean: 4, n: 12 }, 1, 4).verdict, 'level')
  assert.equal(compareWaits({ value: 9, n: 40 }, { value: 7.5, n: 40 }).verdict, 'more')
  assert.equal(compareWaits({ value: 8, n: 40 }, { value: 7.5, n: 40 }).verdict, 'level')
  assert.equal(compareWaits({ value: 9, n: 12 }, { value: 7, n: 400 }).verdict, 'too-few')
})

test('chance is read off the normal curve, and a likely range holds its share', () => {
  for (const [z, chance] of [
    [0, 1],
    [1.959964, 0.05],
    [-2.575829, 0.01],
    [4, 6.334e-5],
  ] as const)
    assert.ok(Math.abs(chanceBeyond(z) - chance) < 1e-6, `${z}`)
  fc.assert(
    fc.property(share, it => {
      const { low, high } = likelyShare(it)
      const is = (100 * it.count) / it.n
      assert.ok(low >= 0 && high <= 100 && low <= is + 1e-9 && is - 1e-9 <= high)
    }),
  )
})
