import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { mayRecord, reminderDue, standingOf, type Fact, type FactName } from './incident.ts'

const aware = new Date('2026-06-01T10:00:00Z')
const after = (hours: number): Date => new Date(aware.getTime() + hours * 3_600_000)
const today = day('2026-06-03')
const fact = (what: FactName, data: Fact['data'] = {}): Fact => ({
  what,
  words: 'Words',
  data,
  at: aware,
  byPerson: 'x',
})
const assessed = fact('assessed', { risk: 'risk' })
const decided = (notify: boolean) => fact('decided', { notify, tellPeople: false })

test('the clock runs 72 hours from becoming aware, in words, and stops with the decision', () => {
  assert.equal(standingOf(aware, [], aware).words, '72 hours left to decide')
  assert.equal(standingOf(aware, [], after(71.5)).words, 'Less than an hour left to decide')
  assert.deepEqual(
    [standingOf(aware, [], after(74)).overdue, standingOf(aware, [], after(74)).words],
    [true, '2 hours past the 72 hours'],
  )
  assert.equal(standingOf(aware, [assessed, decided(false)], after(100)).overdue, false)
  assert.equal(standingOf(aware, [assessed, fact('contained')], aware).state, 'assessed')
})

test('reminders are due when it opens, after 24, 48 and 66 hours, and when the time is over; none once it is decided', () => {
  assert.deepEqual(
    [0, 23.9, 24, 48, 65, 66, 72, 200].map(hours => reminderDue(aware, [], after(hours))),
    [0, 0, 1, 2, 2, 3, 4, 4],
  )
  assert.equal(reminderDue(aware, [decided(true)], after(80)), undefined)
})

test('it is assessed before it is decided, decided before it is closed, and notified when that was decided', () => {
  const may = (done: Fact[], it: Fact) => mayRecord(done, it, today).ok
  assert.equal(may([], decided(true)), false)
  assert.ok(may([assessed], decided(true)))
  assert.equal(may([], fact('assessed')), false)
  assert.equal(may([assessed], fact('closed')), false)
  assert.equal(may([assessed, decided(true)], fact('closed')), false)
  const notified = fact('notified', { on: today })
  assert.equal(may([assessed, decided(false)], notified), false)
  assert.ok(may([assessed, decided(true)], notified))
  assert.equal(may([assessed, decided(true)], fact('notified', { on: day('2026-06-04') })), false)
  assert.ok(may([assessed, decided(true), notified], fact('closed')))
  assert.ok(may([assessed, decided(false)], fact('closed')))
  assert.equal(may([assessed, decided(false), fact('closed')], fact('contained')), false)
  assert.equal(may([], { ...fact('contained'), words: ' ' }), false)
})
