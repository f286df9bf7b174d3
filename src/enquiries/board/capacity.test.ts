import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadOf, type CapacityLimits } from './capacity.ts'
import { forecast } from './forecast.ts'

const limits: CapacityLimits = { amber: 100, red: 130, least: 10 }

test('work due against what is settled in as many days; exactly at a limit is still below it', () => {
  const pace = { settled: 80, workingDays: 40 }
  const tones = (due: number) => loadOf(due, 5, pace, limits)
  assert.deepEqual(tones(10), { workingDays: 5, due: 10, settles: 10, percent: 100, tone: 'good' })
  assert.equal(tones(11)?.tone, 'amber')
  assert.equal(tones(13)?.tone, 'amber')
  assert.equal(tones(14)?.tone, 'red')
  assert.equal(loadOf(0, 10, pace, limits)?.percent, 0)
})

test('too few settled ones say nothing, and none at all never divides', () => {
  assert.equal(loadOf(5, 5, { settled: 9, workingDays: 40 }, limits), undefined)
  assert.equal(loadOf(5, 5, { settled: 0, workingDays: 40 }, { ...limits, least: 0 }), undefined)
  assert.equal(loadOf(5, 5, { settled: 20, workingDays: 0 }, limits), undefined)
})

const steady = (weeks: number, came = 20) => Array.from({ length: weeks }, () => ({ came, workingDays: 5 }))

test('a steady past goes on, by working days, and a year of it leaves no doubt', () => {
  const found = forecast(steady(60), [5, 4, 5, 0])!
  assert.deepEqual(
    found.weeks.map(it => [it.low, it.expected, it.high]),
    [
      [20, 20, 20],
      [16, 16, 16],
      [20, 20, 20],
      [0, 0, 0],
    ],
  )
  assert.equal(found.tried, 52)
})

test('too few weeks to try it on, or weeks in which nothing came, say nothing', () => {
  assert.equal(forecast(steady(19), [5]), undefined)
  assert.equal(forecast(steady(22), [5, 5, 5, 5]), undefined)
  assert.ok(forecast(steady(23), [5, 5, 5, 5]))
  assert.equal(forecast(steady(60, 0), [5]), undefined)
  assert.equal(forecast([], [5]), undefined)
})

test('of weeks drawn at random about eight in ten fall within the range that was said before', () => {
  let seed = 11
  const drawn = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const week = () => ({ came: 20 + Math.floor(20 * drawn()) + Math.floor(20 * drawn()), workingDays: 5 })
  let within = 0
  const rounds = 400
  for (let round = 0; round < rounds; round++) {
    const past = Array.from({ length: 60 }, week)
    const [next] = forecast(past, [5])!.weeks
    const { came } = week()
    if (came >= next!.low && came <= next!.high) within++
  }
  assert.ok(within / rounds > 0.74 && within / rounds < 0.9, `${within} of ${rounds}`)
})

test('whatever came, the range holds what is expected and is never below nothing', () => {
  const weeks = fc.array(fc.record({ came: fc.nat(500), workingDays: fc.integer({ min: 0, max: 5 }) }), {
    minLength: 20,
    maxLength: 60,
  })
  fc.assert(
    fc.property(weeks, past => {
      for (const it of forecast(past, [5, 4, 5, 5])?.weeks ?? [])
        assert.ok(it.low >= 0 && it.low <= it.expected && it.expected <= it.high)
    }),
  )
})
