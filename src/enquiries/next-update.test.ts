import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarByRule } from '#clock/door.ts'
import { day } from '#kernel/day.ts'
import { noNextUpdate } from './next-update.ts'

const at = { today: day('2026-12-01'), calendar: calendarByRule('england-and-wales') }
const refusal = (on: string, dueOn: string | null) =>
  noNextUpdate(day(on), { dueOn: dueOn ? day(dueOn) : null }, at)?.refusal

test('news comes from today on, and not later than ten working days or the due date', () => {
  assert.equal(refusal('2026-11-30', '2026-12-10')?.code, 'past')
  for (const near of ['2026-11-20', '2026-12-10', null]) {
    assert.equal(refusal('2026-12-01', near), undefined)
    assert.equal(refusal('2026-12-15', near), undefined)
    assert.equal(refusal('2026-12-16', near)?.code, 'too-far')
  }
  assert.equal(refusal('2026-12-21', '2026-12-21'), undefined)
  assert.match(refusal('2028-01-01', '2026-12-21')!.words, /Enter a date by 21 December 2026/)
})
