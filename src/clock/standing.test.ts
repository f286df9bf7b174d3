import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#kernel/day.ts'
import { calendarByRule } from '#clock/calendar-by-rule.ts'
import { isAtRisk, isBreached, standingOf, type ClockFacts, type ClockStanding } from '#clock/standing.ts'

const calendar = calendarByRule()
const dueOn = day('2026-06-12') // a Friday

const at = (today: string, facts: Partial<ClockFacts> = {}): ClockStanding =>
  standingOf({ calendar, dueOn, today: day(today), ...facts })

const told = ({ standing, workingDaysLeft, workingDaysLate }: ClockStanding): string =>
  `${standing}, ${workingDaysLeft} left, ${workingDaysLate} late`

test('from plenty of time to very late', () => {
  assert.equal(told(at('2026-06-08')), 'on-time, 4 left, 0 late')
  assert.equal(told(at('2026-06-09')), 'on-time, 3 left, 0 late')
  assert.equal(told(at('2026-06-10')), 'due-soon, 2 left, 0 late')
  assert.equal(told(at('2026-06-12')), 'due-soon, 0 left, 0 late')
  assert.equal(told(at('2026-06-13')), 'overdue, 0 left, 0 late')
  assert.equal(told(at('2026-06-15')), 'overdue, 0 left, 1 late')
  assert.equal(told(at('2026-06-18')), 'overdue, 0 left, 4 late')
  assert.equal(told(at('2026-06-19')), 'very-overdue, 0 left, 5 late')
})

test('zero is a plain zero, so that it compares and prints as one', () => {
  assert.ok(Object.is(at('2026-06-13').workingDaysLate, 0))
})

test('a stopped clock is judged on the day it stopped and stays so', () => {
  assert.equal(told(at('2026-12-01', { stoppedOn: day('2026-06-12') })), 'on-time, 0 left, 0 late')
  assert.equal(told(at('2026-12-01', { stoppedOn: day('2026-06-16') })), 'overdue, 0 left, 2 late')
  assert.equal(at('2026-12-01', { stoppedOn: day('2026-06-16') }).stopped, true)
})

test('a clock held back by a question is neither at risk nor late', () => {
  const held = at('2026-06-20', { dueOn: undefined })
  assert.equal(held.standing, 'paused')
  assert.equal(isAtRisk(held) || isBreached(held), false)
  assert.equal(at('2026-06-20', { dueOn: undefined, stoppedOn: day('2026-06-19') }).standing, 'on-time')
})

test('at risk and breached are read off the standing', () => {
  assert.deepEqual(
    ['2026-06-09', '2026-06-12', '2026-06-13', '2026-06-26'].map(today => isAtRisk(at(today))),
    [false, true, false, false],
  )
  assert.deepEqual(
    ['2026-06-09', '2026-06-12', '2026-06-13', '2026-06-26'].map(today => isBreached(at(today))),
    [false, false, true, true],
  )
})

test('a council may set its own limits', () => {
  const facts = { calendar, dueOn, today: day('2026-06-08') }
  assert.equal(standingOf(facts, { soonWorkingDays: 4, veryWorkingDays: 1 }).standing, 'due-soon')
  assert.equal(
    standingOf({ ...facts, today: day('2026-06-15') }, { soonWorkingDays: 4, veryWorkingDays: 1 }).standing,
    'very-overdue',
  )
})
