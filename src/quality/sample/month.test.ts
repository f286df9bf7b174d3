import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarByRule } from '#clock/door.ts'
import { day } from '#kernel/day.ts'
import { monthAfter, monthInWords, monthsToDraw } from './month.ts'

const calendar = calendarByRule()
const due = (latest: string | undefined, today: string) =>
  monthsToDraw(latest === undefined ? undefined : day(latest), day(today), calendar)

test('a month is drawn from the first working day of the next', () => {
  // 1 August 2026 is a Saturday; 1 January 2027 a bank holiday, a Friday
  assert.deepEqual(due('2026-06-01', '2026-08-01'), [])
  assert.deepEqual(due('2026-06-01', '2026-08-03'), ['2026-07-01'])
  assert.deepEqual(due('2026-11-01', '2027-01-03'), [])
  assert.deepEqual(due('2026-11-01', '2027-01-04'), ['2026-12-01'])
})

test('drawn, it is not drawn again; never drawn, it begins with the last month', () => {
  assert.deepEqual(due('2026-07-01', '2026-08-31'), [])
  assert.deepEqual(due(undefined, '2026-08-05'), ['2026-07-01'])
})

test('after a stop every month is made up for, up to a year', () => {
  assert.deepEqual(due('2026-04-01', '2026-08-10'), ['2026-05-01', '2026-06-01', '2026-07-01'])
  assert.equal(due('2020-01-01', '2026-08-10').length, 12)
})

test('months are counted across years', () => {
  assert.equal(monthAfter(day('2026-12-01')), '2027-01-01')
  assert.equal(monthAfter(day('2026-01-01'), -1), '2025-12-01')
  assert.equal(monthInWords(day('2026-12-01')), 'December 2026')
})
