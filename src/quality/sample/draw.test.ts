import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/day.ts'
import { draw, drawOf, sizeOf, type Candidate } from './draw.ts'

const answeredOn = day('2026-05-04')
const candidate = fc
  .record({ enquiryId: fc.uuid(), round: fc.integer({ min: 1, max: 4 }) })
  .map((it): Candidate => ({ ...it, messageId: it.enquiryId, authorId: it.enquiryId, answeredOn }))
const candidates = fc.uniqueArray(candidate, { maxLength: 120, selector: it => `${it.enquiryId} ${it.round}` })
const seed = fc.string({ minLength: 16, maxLength: 64 })
const size = fc.record({ percent: fc.integer({ min: 1, max: 100 }), least: fc.integer({ min: 1, max: 30 }) })

test('5% and at least 10, where there are as many', () => {
  const usual = { percent: 5, least: 10 }
  assert.deepEqual(
    [0, 3, 10, 64, 200, 201, 1000].map(n => sizeOf(n, usual)),
    [0, 3, 10, 10, 10, 11, 50],
  )
})

test('what is drawn is the right number of the answers, the same whatever their order', () => {
  fc.assert(
    fc.property(candidates, seed, size, (all, seed, size) => {
      const drawn = draw(all, seed, size)
      assert.equal(drawn.length, sizeOf(all.length, size))
      assert.deepEqual(draw(all.toReversed(), seed, size), drawn)
      assert.ok(drawn.every(it => all.some(one => one.enquiryId === it.enquiryId && one.round === it.round)))
    }),
  )
})

test('anybody can check it: every answer left out draws a higher number than every one drawn', () => {
  fc.assert(
    fc.property(candidates, seed, size, (all, seed, size) => {
      const drawn = draw(all, seed, size)
      const last = drawn.at(-1)?.draw ?? ''
      const inside = new Set(drawn.map(it => `${it.enquiryId} ${it.round}`))
      for (const it of all) assert.equal(inside.has(`${it.enquiryId} ${it.round}`), drawOf(seed, it) <= last)
    }),
  )
})

test('the rule in words: the SHA-256 of seed, enquiry and round', () => {
  const by = createHash('sha256').update('a seed of sixteen 0000-1 2').digest('hex')
  assert.equal(drawOf('a seed of sixteen', { enquiryId: '0000-1', round: 2 }), by)
})

test('every answer is as likely as another', () => {
  const all = Array.from({ length: 40 }, (_, i) => ({
    enquiryId: `e${i}`,
    round: 1,
    messageId: '',
    authorId: '',
    answeredOn,
  }))
  const times = new Map(all.map(it => [it.enquiryId, 0]))
  for (let n = 0; n < 2000; n++)
    for (const { enquiryId } of draw(all, `seed number ${n} of many`, { percent: 25, least: 1 }))
      times.set(enquiryId, times.get(enquiryId)! + 1)
  // 500 expected of each, by a binomial whose deviation is 19
  assert.ok(
    [...times.values()].every(n => n > 400 && n < 600),
    `${[...times.values()].join(' ')}`,
  )
})
