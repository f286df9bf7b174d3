import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#kernel/day.ts'
import { bankHolidaysBetween } from '#clock/bank-holidays.ts'
import { coverageOf, coveredTo } from '#clock/coverage.ts'

const from2024to2026 = [...bankHolidaysBetween('england-and-wales', 2024, 2026).keys()]

test('covered to the end of the last year whose holidays are known', () => {
  assert.equal(coveredTo(from2024to2026), '2026-12-31')
  assert.equal(coveredTo([]), undefined)
})

test('a day proclaimed far ahead, or years beyond a gap, cover nothing', () => {
  assert.equal(coveredTo([...from2024to2026, day('2027-05-10')]), '2026-12-31')
  const afterGap = [...bankHolidaysBetween('england-and-wales', 2028, 2029).keys()]
  assert.equal(coveredTo([...from2024to2026, ...afterGap]), '2026-12-31')
})

test('the alarm rings when fewer than 120 days are known', () => {
  const calendar = { coveredTo: day('2026-12-31') }
  assert.deepEqual(coverageOf(calendar, day('2026-09-02')), { coveredTo: '2026-12-31', daysLeft: 120, alarm: false })
  assert.deepEqual(coverageOf(calendar, day('2026-09-03')), { coveredTo: '2026-12-31', daysLeft: 119, alarm: true })
  assert.equal(coverageOf(calendar, day('2027-01-01')).daysLeft, -1)
})
