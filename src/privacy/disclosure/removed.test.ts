import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarByRule } from '#clock/door.ts'
import { day } from '#kernel/day.ts'
import { dueOnOf, monthsLater } from './disclosure.ts'
import { merged, placesOf, withoutStretches, type Stretch } from './removed.ts'

test('what is taken out is gone, and in its place stands why', () => {
  const text = 'Ring Betty  Okonkwo, or betty\nokonkwo’s son.'
  const places = placesOf(text, 'Betty Okonkwo', 'personal')
  assert.equal(withoutStretches(text, places), 'Ring [removed: personal data], or [removed: personal data]’s son.')
  assert.deepEqual(placesOf(text, '   ', 'personal'), [])
  assert.equal(withoutStretches('a.b axb', placesOf('a.b axb', 'a.b', 'health')), '[removed: health] axb')
})

test('no letter of a stretch survives, however stretches overlap or reach beyond the end', () => {
  const stretch = fc.record({
    from: fc.integer({ min: -5, max: 60 }),
    to: fc.integer({ min: -5, max: 60 }),
    because: fc.constant('personal' as const),
  })
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 8 }), (stretches: Stretch[]) => {
      const text = 'x'.repeat(50)
      const out = new Set(
        stretches.flatMap(it => Array.from({ length: Math.max(0, it.to - it.from) }, (_, i) => it.from + i)),
      )
      const left = Array.from(text, (_, at) => at).filter(at => !out.has(at)).length
      const kept = withoutStretches(text, stretches).replaceAll('[removed: personal data]', '')
      assert.equal(kept.length, left)
      assert.deepEqual(merged(merged(stretches, 50), 50), merged(stretches, 50))
    }),
    { numRuns: 200 },
  )
})

test('a request is due a calendar month after it came, on a working day; three months when extended; not before we know who asks', () => {
  const calendar = calendarByRule()
  const due = (receivedOn: string, more: object = {}) =>
    dueOnOf({ receivedOn: day(receivedOn), identity: 'known', identityOn: null, extendedOn: null, ...more }, calendar)
  assert.equal(monthsLater(day('2026-01-31'), 1), '2026-02-28')
  assert.equal(monthsLater(day('2026-11-30'), 3), '2027-02-28')
  assert.equal(due('2026-06-09'), '2026-07-09')
  assert.equal(due('2026-05-20'), '2026-06-22', 'a Saturday moves to Monday')
  assert.equal(due('2026-11-25'), '2026-12-29', 'Christmas Day, Saturday to Monday: the next working day')
  assert.equal(due('2026-06-09', { extendedOn: day('2026-06-20') }), '2026-09-09')
  assert.equal(due('2026-06-09', { identity: 'asked' }), undefined)
  assert.equal(due('2026-06-09', { identity: 'checked', identityOn: day('2026-06-15') }), '2026-07-15')
})
