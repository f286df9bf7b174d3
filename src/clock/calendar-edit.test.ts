import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#kernel/day.ts'
import { decideEdit, type CalendarEdit } from '#clock/calendar-edit.ts'
import type { DayOff } from '#clock/calendar.sql.ts'

const inForce: DayOff[] = [
  { on: day('2026-12-25'), name: 'Christmas Day', nation: 'england-and-wales' },
  { on: day('2026-12-29'), name: 'Christmas shutdown', nation: null },
]

const closing = (on: string, name = 'Office move'): CalendarEdit => ({
  add: [{ on: day(on), name, nation: null }],
  why: 'Move',
})

/** Every refusal as `field: code`. */
function refusals(edit: CalendarEdit): string[] {
  const decided = decideEdit(inForce, edit)
  if (decided.ok) return []
  return [decided.refusal, ...(decided.refusal.also ?? [])].map(({ field, code }) => `${field ?? '–'}: ${code}`)
}

test('what can be done is passed on, tidied, with the names of what goes', () => {
  const edit = {
    ...closing('2026-06-10', ' Office move '),
    remove: [{ on: day('2026-12-29'), nation: null }],
    why: ' Move ',
  }
  assert.deepEqual(decideEdit(inForce, edit), {
    ok: true,
    value: { add: [{ on: '2026-06-10', name: 'Office move', nation: null }], remove: [inForce[1]], why: 'Move' },
  })
})

test('each thing wrong is refused at its field', () => {
  assert.deepEqual(refusals({ ...closing('2026-06-10'), why: '' }), ['why: why-missing'])
  assert.deepEqual(refusals({ ...closing('2026-06-10'), why: 'x'.repeat(501) }), ['why: too-long'])
  assert.deepEqual(refusals(closing('2026-06-10', ' ')), ['name: name-missing'])
  assert.deepEqual(refusals(closing('2026-06-10', 'x'.repeat(101))), ['name: too-long'])
  assert.deepEqual(refusals(closing('2026-06-06')), ['on: not-a-weekday'])
  assert.deepEqual(refusals(closing('2026-12-29')), ['on: already-off'])
  assert.deepEqual(refusals(closing('1999-06-10')), ['on: year-out-of-range'])
  assert.deepEqual(refusals({ remove: [{ on: day('2026-06-10'), nation: null }], why: 'Gone' }), ['–: not-there'])
  assert.deepEqual(refusals({ why: 'Nothing' }), ['–: nothing-to-change'])
})

test('all that is wrong is told at once', () => {
  assert.deepEqual(refusals({ ...closing('2026-06-06', ''), why: '' }), ['why: why-missing', 'name: name-missing'])
})

test('a day may be off as a closure and as a holiday, and swapped for another name', () => {
  assert.deepEqual(refusals(closing('2026-12-25')), [])
  assert.deepEqual(
    refusals({ ...closing('2026-12-29', 'Shutdown'), remove: [{ on: day('2026-12-29'), nation: null }] }),
    [],
  )
})
