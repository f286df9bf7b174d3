import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { randomFrom } from '#app/demo/town/random.ts'

const draw = (seed: string | number): number[] => {
  const random = randomFrom(seed)
  return Array.from({ length: 20 }, () => random.int(0, 1_000_000))
}

test('the same seed makes the same choices, another seed others', () => {
  assert.deepEqual(draw('tess'), draw('tess'))
  assert.notDeepEqual(draw('tess'), draw('tesS'))
})

test('the choices of a seed never change, so that a demonstration stays as it was shown', () => {
  assert.deepEqual(draw(1).slice(0, 4), [831718, 123009, 826258, 749954])
})

test('a whole number lies within its bounds and reaches both', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(9), (seed, from, width) => {
      const random = randomFrom(seed)
      const drawn = new Set(Array.from({ length: 400 }, () => random.int(from, from + width)))
      assert.equal(Math.min(...drawn), from)
      assert.equal(Math.max(...drawn), from + width)
    }),
    { numRuns: 50, seed: 1 },
  )
})

test('a shuffle keeps every item', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer()), (seed, items) => {
      assert.deepEqual(
        randomFrom(seed)
          .shuffle(items)
          .toSorted((a, b) => a - b),
        items.toSorted((a, b) => a - b),
      )
    }),
  )
})

test('weights decide how often an item comes, and nought means never', () => {
  const random = randomFrom(3)
  const counts = { a: 0, b: 0, c: 0 }
  const weights = { a: 3, b: 1, c: 0 }
  for (let n = 0; n < 8000; n++) counts[random.weighted(['a', 'b', 'c'] as const, item => weights[item])]++
  assert.equal(counts.c, 0)
  assert.ok(Math.abs(counts.a / counts.b - 3) < 0.3, `${counts.a} to ${counts.b}`)
  assert.throws(() => random.weighted(['a'], () => 0), /No weight/)
})

test('rare things happen as often as expected', () => {
  for (const mean of [0.4, 4, 60]) {
    const random = randomFrom(`poisson ${mean}`)
    const total = Array.from({ length: 5000 }, () => random.poisson(mean)).reduce((sum, count) => sum + count, 0)
    assert.ok(Math.abs(total / 5000 - mean) < mean * 0.06 + 0.02, `${total / 5000} for ${mean}`)
  }
})

test('a branch is not moved by what its parent drew', () => {
  const one = randomFrom('seed')
  const other = randomFrom('seed')
  other.next()
  assert.equal(one.branch('letters').next(), other.branch('letters').next())
})

test('there is nothing to pick from an empty list', () => {
  assert.throws(() => randomFrom(1).pick([]), /Nothing to pick/)
})
