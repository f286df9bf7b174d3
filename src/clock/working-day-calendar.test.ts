import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, day, weekday, type Day } from '#kernel/day.ts'
import { calendarByRule } from '#clock/calendar-by-rule.ts'
import { dayNumbered, numberOf } from '#clock/day-number.ts'
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  whyNotWorking,
  workingDaysBetween,
} from '#clock/working-day-calendar.ts'

const calendar = calendarByRule('england-and-wales', [
  ['2026-12-29', 'Christmas shutdown'],
  ['2026-12-30', 'Christmas shutdown'],
  ['2026-12-31', 'Christmas shutdown'],
])

const anyDay = fc.integer({ min: -3000, max: 3000 }).map(days => addDays(day('2026-06-01'), days))

test('a day that is not worked says why', () => {
  assert.equal(whyNotWorking(calendar, day('2026-06-06')), 'Saturday')
  assert.equal(whyNotWorking(calendar, day('2026-06-07')), 'Sunday')
  assert.equal(whyNotWorking(calendar, day('2026-04-03')), 'Good Friday')
  assert.equal(whyNotWorking(calendar, day('2026-12-28')), 'Boxing Day (substitute day)')
  assert.equal(whyNotWorking(calendar, day('2026-12-29')), 'council closed: Christmas shutdown')
  assert.equal(whyNotWorking(calendar, day('2026-06-08')), undefined)
})

test('each nation keeps its own days', () => {
  assert.equal(whyNotWorking(calendarByRule('scotland'), day('2026-06-15')), 'Scotland at the men’s World Cup')
  assert.equal(isWorkingDay(calendarByRule('scotland'), day('2026-04-06')), true)
  assert.equal(
    whyNotWorking(calendarByRule('northern-ireland'), day('2026-07-13')),
    'Battle of the Boyne (substitute day)',
  )
})

test('the next working day after a long Christmas', () => {
  assert.equal(nextWorkingDay(calendar, day('2026-12-24')), '2027-01-04')
  assert.equal(nextWorkingDay(calendar, day('2026-06-05')), '2026-06-08')
  assert.equal(nextWorkingDay(calendar, day('2026-06-06')), '2026-06-08')
})

test('working days before a day are counted back', () => {
  assert.equal(addWorkingDays(calendar, day('2026-06-08'), -1), '2026-06-05')
  assert.equal(addWorkingDays(calendar, day('2026-06-07'), -1), '2026-06-05')
  assert.equal(addWorkingDays(calendar, day('2027-01-04'), -2), '2026-12-23')
  assert.equal(addWorkingDays(calendar, day('2026-06-07'), 0), '2026-06-07')
})

test('between counts after the first day, up to and with the second', () => {
  assert.equal(workingDaysBetween(calendar, day('2026-06-01'), day('2026-06-08')), 5)
  assert.equal(workingDaysBetween(calendar, day('2026-06-08'), day('2026-06-01')), -5)
  assert.equal(workingDaysBetween(calendar, day('2026-06-05'), day('2026-06-07')), 0)
})

test('a holiday and a closure on one day, or on a Sunday, are not counted twice', () => {
  const doubled = calendarByRule('england-and-wales', [
    ['2026-12-25', 'Christmas shutdown'],
    ['2026-12-27', 'Christmas shutdown'],
  ])
  assert.equal(workingDaysBetween(doubled, day('2026-12-24'), day('2026-12-31')), 3)
})

test('days go to numbers and back, centuries around', () => {
  assert.equal(weekday(dayNumbered(0)), 1)
  const centuries = fc.integer({ min: -60_000, max: 60_000 }).map(days => addDays(day('2026-06-01'), days))
  fc.assert(fc.property(centuries, on => dayNumbered(numberOf(on)) === on))
})

test('counting agrees with walking day by day', () => {
  const walked = (after: Day, upTo: Day): number => {
    let count = 0
    for (let on = addDays(after, 1); on <= upTo; on = addDays(on, 1)) if (isWorkingDay(calendar, on)) count++
    return count
  }
  fc.assert(
    fc.property(anyDay, fc.nat(120), (after, length) => {
      const upTo = addDays(after, length)
      assert.equal(workingDaysBetween(calendar, after, upTo), walked(after, upTo))
    }),
  )
})

test('adding n working days passes exactly n of them and lands on one', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const reached = addWorkingDays(calendar, from, n)
      assert.equal(workingDaysBetween(calendar, from, reached), n)
      assert.ok(isWorkingDay(calendar, reached))
      const back = addWorkingDays(calendar, from, -n)
      assert.ok(isWorkingDay(calendar, back) && back < from)
      assert.equal(workingDaysBetween(calendar, addDays(back, -1), addDays(from, -1)), n)
    }),
  )
})
