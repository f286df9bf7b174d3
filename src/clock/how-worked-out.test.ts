import assert from 'node:assert/strict'
import test from 'node:test'
import { day, type Day } from '#kernel/day.ts'
import { calendarByRule } from '#clock/calendar-by-rule.ts'
import { dueOn, type Clock } from '#clock/due-date.ts'
import { howWorkedOut } from '#clock/how-worked-out.ts'

const today = day('2026-06-10')
const clock: Clock = {
  receivedOn: day('2026-04-01'),
  limitWorkingDays: 3,
  pauses: [{ askedOn: day('2026-04-07'), repliedOn: day('2026-04-09') }],
  calendar: calendarByRule('england-and-wales', [['2026-04-02', 'office move']]),
}

const told = (of: Clock, on: Day): string[] =>
  howWorkedOut(of, on).map(({ on, because, counted, why }) => `${on.slice(5)} ${because} ${counted ?? '–'} ${why}`)

test('every day from receipt to the due date, with why', () => {
  assert.deepEqual(told(clock, today), [
    '04-01 received – Received: day 0',
    '04-02 not-worked – Council closed: office move',
    '04-03 not-worked – Good Friday',
    '04-04 not-worked – Saturday',
    '04-05 not-worked – Sunday',
    '04-06 not-worked – Easter Monday',
    '04-07 counted 1 Day 1',
    '04-08 paused – Waiting for a reply to the question of 7 April 2026',
    '04-09 paused – The reply to the question of 7 April 2026 came',
    '04-10 counted 2 Day 2',
    '04-11 not-worked – Saturday',
    '04-12 not-worked – Sunday',
    '04-13 due 3 Day 3: due by the end of this day',
  ])
})

test('the last day is the due date and carries the limit', () => {
  const last = howWorkedOut(clock, today).at(-1)!
  assert.equal(last.on, dueOn(clock))
  assert.equal(last.counted, clock.limitWorkingDays)
})

test('a clock held back by a question runs to today and has no due day', () => {
  const held = { ...clock, pauses: [{ askedOn: day('2026-04-07') }] }
  const days = howWorkedOut(held, day('2026-04-09'))
  assert.deepEqual(
    days.slice(-2).map(({ because }) => because),
    ['paused', 'paused'],
  )
  assert.ok(days.every(({ because }) => because !== 'due'))
  assert.equal(howWorkedOut(held, day('2026-03-01')).length, 1)
})
