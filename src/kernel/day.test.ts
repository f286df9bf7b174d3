import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  day,
  dayOf,
  daysBetween,
  fromToInWords,
  inWords,
  instantInWords,
  instantOn,
  parseDay,
  weekday,
  type Day,
} from './day.ts'

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map(at => at.toISOString().slice(0, 10) as Day)

test('arithmetic on days agrees with Temporal', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (on, n) => {
      const plain = Temporal.PlainDate.from(on)
      assert.equal(addDays(on, n), plain.add({ days: n }).toString())
      assert.equal(weekday(on), plain.dayOfWeek)
      assert.equal(daysBetween(on, addDays(on, n)), n)
    }),
  )
})

test('a moment on a London day lies on that day, in summer, winter and on the days between', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (on, hour, minute) => {
      const at = instantOn(on, hour, minute)
      assert.equal(dayOf(at), on)
      const london = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London')
      // the hour that summer time leaves out does not exist; Temporal moves it on, and so do we
      assert.equal(london.toPlainDate().toString(), on)
    }),
  )
  assert.equal(instantOn(day('2026-06-01'), 9).toISOString(), '2026-06-01T08:00:00.000Z')
  assert.equal(instantOn(day('2026-12-01'), 9).toISOString(), '2026-12-01T09:00:00.000Z')
  assert.equal(dayOf(new Date('2026-06-01T23:30:00Z')), '2026-06-02')
})

test('only real days are read', () => {
  assert.equal(parseDay('2026-02-29'), undefined)
  assert.equal(parseDay('2028-02-29'), '2028-02-29')
  assert.equal(parseDay('1 June 2026'), undefined)
  assert.equal(parseDay('2026-6-1'), undefined)
})

test('days and moments in words', () => {
  assert.equal(inWords(day('2026-12-01')), '1 December 2026')
  assert.equal(instantInWords(new Date('2026-06-01T13:05:00Z')), '1 June 2026 at 2:05pm')
})

test('a period in words says once what its days share', () => {
  const said = (from: string, to: string) => fromToInWords(day(from), day(to))
  assert.equal(said('2026-11-09', '2026-11-15'), '9 to 15 November 2026')
  assert.equal(said('2026-11-29', '2026-12-05'), '29 November to 5 December 2026')
  assert.equal(said('2026-12-28', '2027-01-03'), '28 December 2026 to 3 January 2027')
  assert.equal(said('2026-11-09', '2025-11-15'), '9 November 2026 to 15 November 2025')
  assert.equal(said('2026-11-09', '2026-11-09'), '9 November 2026')
})
