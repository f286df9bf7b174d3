import assert from 'node:assert/strict'
import test from 'node:test'
import { weekday, yearOf } from '#kernel/day.ts'
import { bankHolidays, bankHolidaysBetween, easterSunday, firstYear, lastYear } from '#clock/bank-holidays.ts'
import type { Nation } from '#clock/working-day-calendar.ts'

const nations: Nation[] = ['england-and-wales', 'scotland', 'northern-ireland']

const monthDays = (nation: Nation, year: number): string =>
  [...bankHolidays(nation, year).keys()].map(on => on.slice(5)).join(' ')

const known: [Nation, number, string][] = [
  ['england-and-wales', 2002, '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26'],
  ['england-and-wales', 2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
  ['england-and-wales', 2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
  ['england-and-wales', 2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
  ['england-and-wales', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  ['england-and-wales', 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
  ['england-and-wales', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  ['england-and-wales', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  ['england-and-wales', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['england-and-wales', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['scotland', 2012, '01-02 01-03 04-06 05-07 06-04 06-05 08-06 11-30 12-25 12-26'],
  ['scotland', 2013, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
  ['scotland', 2016, '01-01 01-04 03-25 05-02 05-30 08-01 11-30 12-26 12-27'],
  ['scotland', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
  ['scotland', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ['northern-ireland', 2012, '01-02 03-19 04-06 04-09 05-07 06-04 06-05 07-12 08-27 12-25 12-26'],
  ['northern-ireland', 2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
  ['northern-ireland', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
]

for (const [nation, year, days] of known) {
  test(`bank holidays of ${nation} in ${year}`, () => assert.equal(monthDays(nation, year), days))
}

test('St Andrew’s Day is a bank holiday from 2007 on', () => {
  assert.ok(!monthDays('scotland', 2006).includes('11-30'))
  assert.ok(monthDays('scotland', 2007).includes('11-30'))
})

test('a substitute day says so, and Boxing Day keeps its Monday when Christmas Day is a Sunday', () => {
  const days = [...bankHolidays('england-and-wales', 2022)].map(([, name]) => name)
  assert.deepEqual(days.slice(-2), ['Boxing Day', 'Christmas Day (substitute day)'])
})

test('Easter Sunday, the early and late ones included', () => {
  const years: [number, string][] = [
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2035, '2035-03-25'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ]
  for (const [year, on] of years) assert.equal(easterSunday(year), on)
})

test('every year holds the usual number of days, all of them weekdays, in order', () => {
  const usual = { 'england-and-wales': 8, scotland: 8, 'northern-ireland': 10 }
  for (const nation of nations) {
    for (let year = firstYear; year <= lastYear; year++) {
      const days = [...bankHolidays(nation, year).keys()]
      assert.ok(days.length >= usual[nation] && days.length <= usual[nation] + 3, `${nation} ${year}: ${days.length}`)
      assert.ok(days.every(on => weekday(on) <= 5 && yearOf(on) === year))
      assert.deepEqual(days, days.toSorted())
    }
  }
})

test('several years in one map', () => {
  const days = [...bankHolidaysBetween('scotland', 2025, 2026).keys()]
  assert.equal(days.length, 9 + 10)
  assert.equal(days.at(-1), '2026-12-28')
})

test('years the rules do not know are not guessed', () => {
  assert.throws(() => bankHolidays('scotland', 1999), RangeError)
  assert.throws(() => bankHolidays('scotland', 2051), RangeError)
})
