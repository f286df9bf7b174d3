import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, day, weekday, type Day } from '#kernel/day.ts'
import { calendarByRule } from '#clock/calendar-by-rule.ts'
import { dueIfRepliedOn, dueOn, isPausedOn, type Pause } from '#clock/due-date.ts'
import { isWorkingDay, type Calendar } from '#clock/working-day-calendar.ts'

const shutdown: [string, string][] = [29, 30, 31].map(date => [`2026-12-${date}`, 'Christmas shutdown'])
const calendar = calendarByRule()
const pause = (askedOn: string, repliedOn?: string): Pause => ({
  askedOn: day(askedOn),
  repliedOn: repliedOn === undefined ? undefined : day(repliedOn),
})

const due = (receivedOn: string, pauses: Pause[] = [], judgedBy = calendar): Day | undefined =>
  dueOn({ receivedOn: day(receivedOn), limitWorkingDays: 10, pauses, calendar: judgedBy })

test('vectors of the domain, England, 10 working days', () => {
  assert.equal(due('2026-06-01'), '2026-06-15')
  assert.equal(due('2026-03-26'), '2026-04-13')
  assert.equal(due('2026-06-06'), '2026-06-19')
  assert.equal(due('2026-04-03'), '2026-04-20')
  assert.equal(due('2026-12-18'), '2027-01-06')
  assert.equal(due('2026-12-18', [], calendarByRule('england-and-wales', shutdown)), '2027-01-11')
})

test('vectors of the domain with pauses', () => {
  assert.equal(due('2026-06-01', [pause('2026-06-05', '2026-06-08')]), '2026-06-16')
  assert.equal(due('2026-06-01', [pause('2026-06-05', '2026-06-05')]), '2026-06-15')
  assert.equal(due('2026-06-01', [pause('2026-06-04', '2026-06-07')]), '2026-06-16')
  assert.equal(due('2026-06-01', [pause('2026-06-03', '2026-06-08'), pause('2026-06-05', '2026-06-09')]), '2026-06-19')
  assert.equal(due('2026-03-26', [pause('2026-04-01', '2026-04-08')]), '2026-04-16')
})

test('an open question holds the date back, unless the time had run out before it was asked', () => {
  assert.equal(due('2026-06-01', [pause('2026-06-05')]), undefined)
  assert.equal(due('2026-06-01', [pause('2026-06-15')]), '2026-06-15')
  assert.equal(due('2026-06-01', [pause('2026-06-14')]), undefined)
})

test('what the date would be if the reply came today', () => {
  const clock = { receivedOn: day('2026-06-01'), limitWorkingDays: 10, calendar, pauses: [pause('2026-06-05')] }
  assert.equal(dueIfRepliedOn(clock, day('2026-06-08')), '2026-06-16')
  assert.equal(dueIfRepliedOn(clock, day('2026-06-05')), '2026-06-15')
})

test('the days of a pause are after the question, up to and with the reply', () => {
  const pauses = [pause('2026-06-03', '2026-06-05'), pause('2026-06-10')]
  const paused = ['03', '04', '05', '06', '10', '11'].filter(date => isPausedOn(pauses, day(`2026-06-${date}`)))
  assert.deepEqual(paused, ['04', '05', '11'])
})

test('no clock without a limit', () => {
  for (const limitWorkingDays of [0, -1, 1.5, NaN]) {
    assert.throws(() => dueOn({ receivedOn: day('2026-06-01'), limitWorkingDays, pauses: [], calendar }), RangeError)
  }
})

// The rule read literally and slowly, sharing nothing with the fast one but the calendar's facts.
function dueDayByDay(
  receivedOn: Day,
  limit: number,
  pauses: Pause[],
  { holidays, closures }: Calendar,
): Day | undefined {
  let counted = 0
  for (
    let date = Temporal.PlainDate.from(receivedOn).add({ days: 1 });
    date.year < 2045;
    date = date.add({ days: 1 })
  ) {
    const on = date.toString() as Day
    const isWorked = date.dayOfWeek <= 5 && !holidays.has(on) && !closures.has(on)
    const isPaused = pauses.some(pause => on > pause.askedOn && on <= (pause.repliedOn ?? '9999-12-31'))
    if (isWorked && !isPaused) counted++
    if (counted === limit) return on
  }
  return undefined
}

const anyDay = fc.integer({ min: 0, max: 4000 }).map(days => addDays(day('2020-01-01'), days))
const anyLimit = fc.integer({ min: 1, max: 40 })
const anyCalendar = fc
  .tuple(
    fc.constantFrom('england-and-wales' as const, 'scotland' as const, 'northern-ireland' as const),
    fc.array(anyDay),
  )
  .map(([nation, closed]) =>
    calendarByRule(
      nation,
      closed.map(on => [on, 'Election count']),
    ),
  )

/** Pauses near the receipt, so that they matter: before it, overlapping, inside each other, even ending before they begin. */
const pausesFrom = (receivedOn: Day): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc.tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: -5, max: 20 })).map(([start, length]): Pause => {
      const askedOn = addDays(receivedOn, start)
      return { askedOn, repliedOn: addDays(askedOn, length) }
    }),
    { maxLength: 6 },
  )

const anyClock = anyDay.chain(receivedOn =>
  fc.record({
    receivedOn: fc.constant(receivedOn),
    limitWorkingDays: anyLimit,
    calendar: anyCalendar,
    pauses: pausesFrom(receivedOn),
  }),
)

test('equals the rule applied day by day', () => {
  fc.assert(
    fc.property(anyClock, clock => {
      assert.equal(dueOn(clock), dueDayByDay(clock.receivedOn, clock.limitWorkingDays, clock.pauses, clock.calendar))
    }),
  )
})

test('equals the rule applied day by day when a question is still open', () => {
  fc.assert(
    fc.property(anyClock, fc.integer({ min: -5, max: 60 }), (clock, start) => {
      const pauses = [...clock.pauses, { askedOn: addDays(clock.receivedOn, start) }]
      assert.equal(
        dueOn({ ...clock, pauses }),
        dueDayByDay(clock.receivedOn, clock.limitWorkingDays, pauses, clock.calendar),
      )
    }),
    { numRuns: 20 },
  )
})

test('never early, never on a day not worked or paused', () => {
  fc.assert(
    fc.property(anyClock, clock => {
      const on = dueOn(clock)!
      assert.ok(on >= addDays(clock.receivedOn, clock.limitWorkingDays))
      assert.ok(isWorkingDay(clock.calendar, on) && weekday(on) <= 5)
      assert.ok(!isPausedOn(clock.pauses, on))
    }),
  )
})

test('one more pause, or a longer one, never brings the date forward', () => {
  fc.assert(
    fc.property(anyClock, fc.nat(30), fc.nat(30), fc.nat(10), (clock, start, length, more) => {
      const askedOn = addDays(clock.receivedOn, start)
      const repliedOn = addDays(askedOn, length)
      const withPause = dueOn({ ...clock, pauses: [...clock.pauses, { askedOn, repliedOn }] })!
      const withLonger = dueOn({
        ...clock,
        pauses: [...clock.pauses, { askedOn, repliedOn: addDays(repliedOn, more) }],
      })!
      assert.ok(dueOn(clock)! <= withPause && withPause <= withLonger)
    }),
  )
})

test('overlapping pauses are one pause, in whatever order they are written', () => {
  fc.assert(
    fc.property(anyClock, fc.nat(30), fc.nat(15), fc.nat(15), fc.nat(15), (clock, start, a, b, c) => {
      const [first, second, third, fourth] = [start, start + a, start + a + b, start + a + b + c].map(days =>
        addDays(clock.receivedOn, days),
      ) as [Day, Day, Day, Day]
      const merged = dueOn({ ...clock, pauses: [{ askedOn: first, repliedOn: fourth }] })
      const early = { askedOn: first, repliedOn: third }
      const late = { askedOn: second, repliedOn: fourth }
      assert.equal(dueOn({ ...clock, pauses: [early, late] }), merged)
      assert.equal(dueOn({ ...clock, pauses: [late, early] }), merged)
    }),
  )
})
