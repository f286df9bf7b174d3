import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarByRule } from '#clock/door.ts'
import { day } from '#kernel/day.ts'
import type { NamedPerson, Part } from '#mailboxes/door.ts'
import { scoreBy, stepOn, whoIsTold } from './remind.ts'

const calendar = calendarByRule()
const on = (today: string) => stepOn(day('2026-06-01'), day(today), 5, calendar)

test('told at the draw, after five working days, after ten, and no more', () => {
  assert.deepEqual(
    ['2026-06-01', '2026-06-07', '2026-06-08', '2026-06-14', '2026-06-15', '2026-08-01'].map(on),
    [1, 1, 2, 2, 3, 3],
  )
  assert.equal(scoreBy(day('2026-06-01'), 5, calendar), '2026-06-15')
})

const person = (personId: string, part: Part, absent = false) => ({ personId, part, absent }) as NamedPerson
const told = (named: NamedPerson[], authors: string[], step: number) =>
  whoIsTold(named, authors, step).map(it => [it.person.personId, it.left])

test('the owner is told, the deputy too for what the owner wrote, everybody later on', () => {
  const named = [person('owner', 'owner'), person('deputy', 'deputy'), person('priya', 'responder')]
  assert.deepEqual(told(named, ['priya', 'priya'], 1), [['owner', 2]])
  assert.deepEqual(told(named, ['priya', 'owner'], 1), [
    ['owner', 1],
    ['deputy', 2],
  ])
  assert.deepEqual(told(named, ['owner'], 1), [['deputy', 1]])
  assert.deepEqual(told(named, ['priya'], 2), [
    ['owner', 1],
    ['deputy', 1],
  ])
})

test('who is away is told only when nobody is there', () => {
  const named = [person('owner', 'owner', true), person('deputy', 'deputy')]
  assert.deepEqual(told(named, ['priya'], 1), [['deputy', 1]])
  assert.deepEqual(told([person('owner', 'owner', true)], ['priya'], 1), [['owner', 1]])
  assert.deepEqual(told([person('priya', 'responder')], ['priya'], 1), [])
})
