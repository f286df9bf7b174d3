import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, day, type Day } from '#kernel/day.ts'
import { lastSpan, monthsUpTo, spanBefore, spanNamed, yearEarlier, type SpanKind } from './span.ts'

const kinds: SpanKind[] = ['month', 'quarter', 'year']
const days = fc.integer({ min: 0, max: 20_000 }).map(n => addDays(day('2000-01-01'), n))

test('the last span was over before the day, and touches or holds the day before the next one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), days, fc.integer({ min: 1, max: 12 }), (kind, on, begins) => {
      const last = lastSpan(kind, on, begins)
      assert.ok(last.from < last.to && last.to < on)
      assert.equal(lastSpan(kind, addDays(last.to, 1), begins).key, last.key)
      assert.deepEqual(spanNamed(last.key, begins), last)
      assert.equal(addDays(spanBefore(last).to, 1), last.from)
      assert.equal(yearEarlier(last).from.slice(4), last.from.slice(4))
      assert.equal(monthsUpTo(last, 13).at(-1)!.to, last.to)
    }),
  )
})

test('spans are called as people call them', () => {
  const on = day('2026-06-01')
  assert.deepEqual(
    kinds.map(kind => lastSpan(kind, on, 4)).map(it => [it.key, it.label, it.from, it.to]),
    [
      ['2026-05', 'May 2026', '2026-05-01', '2026-05-31'],
      ['2026-Q1', 'January to March 2026', '2026-01-01', '2026-03-31'],
      ['2025-2026', 'April 2025 to March 2026', '2025-04-01', '2026-03-31'],
    ],
  )
  for (const key of ['2026-13', '2026-Q5', '2025-2027', '26-05', '', '2026-05-01'])
    assert.equal(spanNamed(key, 4), undefined, key)
  assert.equal(lastSpan('month', '2026-01-01' as Day, 4).key, '2025-12')
})
