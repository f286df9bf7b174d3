import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarByRule, isWorkingDay, type Calendar } from '#clock/door.ts'
import { rungs, statuses, type Rung } from '#enquiries/door.ts'
import { addDays, day, type Day } from '#kernel/day.ts'
import { inForce } from './in-force.ts'
import { limits, noLadder, steps, usualLadder, type Ladder } from './ladder.ts'
import { reached, type ClimbFacts, type Moment } from './reached.ts'

const calendars = [
  calendarByRule(),
  calendarByRule('england-and-wales', [['2026-06-10', 'A day of mourning']]),
  calendarByRule('scotland', [['2026-12-29', 'Shutdown']]),
]

/** The naive model walks every day of the calendar, one at a time, and asks at each whether the step has come. */
function naive(ladder: Ladder, facts: ClimbFacts, calendar: Calendar, { today, dayIsOver }: Moment): Map<Rung, Day> {
  const found = new Map<Rung, Day>()
  if (facts.status === 'answered' || facts.status === 'closed') return found
  if (facts.status === 'waiting-for-member' && facts.dueOn === null) return found
  const due = facts.agreedDueOn ?? facts.dueOn
  for (let on = day('2026-04-01'); on <= today; on = addDays(on, 1)) {
    const whole = on < today || dayIsOver
    const come = (rung: Rung, is: boolean) => is && !found.has(rung) && found.set(rung, on)
    const since = (start: Day) => walked(calendar, start, on)
    if (facts.status === 'assigned' && facts.assignedOn && on > facts.assignedOn) {
      come('not-accepted', whole && since(facts.assignedOn) >= ladder.notAccepted)
      come('still-not-accepted', whole && since(facts.assignedOn) >= ladder.stillNotAccepted)
    }
    if (facts.saidOn === null && on > facts.clockFrom)
      come('nothing-said', whole && since(facts.clockFrom) >= ladder.nothingSaid)
    if (due === null) continue
    come('due-soon', isWorkingDay(calendar, on) && (on >= due || walked(calendar, on, due) <= ladder.dueSoon))
    for (const rung of ['overdue', 'new-date'] as const) come(rung, on > due && since(due) >= ladder.overdue)
    come('still-overdue', on > due && since(due) >= ladder.stillOverdue)
    come('leadership', on > due && since(due) >= ladder.leadership)
  }
  for (const { rung } of facts.climbed) found.delete(rung)
  return found
}

/** Working days after one day up to another, counted on the fingers. */
function walked(calendar: Calendar, after: Day, upTo: Day): number {
  let n = 0
  for (let on = addDays(after, 1); on <= upTo; on = addDays(on, 1)) if (isWorkingDay(calendar, on)) n++
  return n
}

const dayFrom = (first: string, most: number) => fc.nat(most).map(n => addDays(day(first), n))
const workingDay = (calendar: Calendar, on: Day): Day =>
  isWorkingDay(calendar, on) ? on : workingDay(calendar, addDays(on, 1))

const ladders: fc.Arbitrary<Ladder> = fc
  .record(
    Object.fromEntries(
      steps.map(step => [step, fc.integer({ min: limits[step].least, max: limits[step].most })]),
    ) as Record<keyof Ladder, fc.Arbitrary<number>>,
  )
  .filter(it => noLadder(it) === undefined)

const facts = fc.record({
  status: fc.constantFrom(...statuses),
  round: fc.integer({ min: 1, max: 3 }),
  clockFrom: dayFrom('2026-05-04', 20),
  assignedOn: fc.option(dayFrom('2026-05-04', 30)),
  dueOn: fc.option(dayFrom('2026-05-18', 20)),
  agreedDueOn: fc.option(dayFrom('2026-06-08', 10), { freq: 4 }),
  nextUpdateOn: fc.option(dayFrom('2026-05-10', 60)),
  saidOn: fc.option(dayFrom('2026-05-10', 20)),
  climbed: fc.subarray([...rungs]).map(all => all.map(rung => ({ rung, trueOn: day('2026-05-20') }))),
})

test('what is reached, and since when, is what walking through every day finds', () => {
  fc.assert(
    fc.property(
      ladders,
      facts,
      fc.constantFrom(...calendars),
      dayFrom('2026-05-04', 60),
      fc.boolean(),
      (ladder, drawn, calendar, today, dayIsOver) => {
        // an answer is only ever due on a working day
        const dueOn = drawn.dueOn && workingDay(calendar, drawn.dueOn)
        const it = { ...drawn, dueOn, agreedDueOn: drawn.agreedDueOn && workingDay(calendar, drawn.agreedDueOn) }
        const found = reached(ladder, it, calendar, { today, dayIsOver })
        assert.deepEqual(
          found.map(({ rung, trueOn }) => [rung, trueOn]).toSorted(),
          [...naive(ladder, it, calendar, { today, dayIsOver })].toSorted(),
        )
        for (const one of found) {
          if (one.rung !== 'new-date') continue
          assert.ok(one.nextUpdateOn! > today, 'the new date has passed already')
          assert.ok(isWorkingDay(calendar, one.nextUpdateOn!) || one.nextUpdateOn === it.nextUpdateOn)
        }
      },
    ),
    { numRuns: 1500 },
  )
})

/** Days on which somebody looks, as they come to a worker that is off now and then, in a year that jumps. */
const looks = fc.array(fc.tuple(dayFrom('2026-05-04', 70), fc.boolean()), { minLength: 1, maxLength: 25 })

test('however often and late somebody looks, each step is climbed once, with the same day', () => {
  fc.assert(
    fc.property(ladders, facts, looks, (ladder, drawn, all) => {
      const calendar = calendars[0]!
      const start: ClimbFacts = { ...drawn, climbed: [] }
      const climbedBy = (moments: readonly Moment[]) =>
        moments.reduce<ClimbFacts>((it, moment) => {
          const steps = reached(ladder, it, calendar, moment).map(({ rung, trueOn }) => ({ rung, trueOn }))
          return { ...it, climbed: [...it.climbed, ...steps] }
        }, start).climbed
      const jumping = climbedBy(all.map(([today, dayIsOver]) => ({ today, dayIsOver })))
      const last = all
        .map(([today]) => today)
        .toSorted()
        .at(-1)!
      const once = climbedBy([{ today: last, dayIsOver: all.some(([on, over]) => on === last && over) }])
      assert.deepEqual(jumping.map(it => it.rung).toSorted(), [...new Set(jumping.map(it => it.rung))].toSorted())
      const inOrder = (found: typeof once) => found.toSorted((a, b) => a.rung.localeCompare(b.rung))
      assert.deepEqual(inOrder(jumping), inOrder(once))
    }),
    { numRuns: 400 },
  )
})

test('a date that is moved there and back, as a holiday or a target comes and goes, makes nothing happen twice', () => {
  const moves = fc.array(fc.tuple(dayFrom('2026-05-04', 70), dayFrom('2026-05-25', 20), fc.constantFrom(0, 1, 2)), {
    minLength: 2,
    maxLength: 25,
  })
  fc.assert(
    fc.property(ladders, facts, moves, (ladder, drawn, all) => {
      let it: ClimbFacts = { ...drawn, agreedDueOn: null, climbed: [] }
      for (const [today, due, nth] of all) {
        const calendar = calendars[nth]!
        it = { ...it, dueOn: workingDay(calendar, due) }
        const steps = reached(ladder, it, calendar, { today, dayIsOver: true })
        it = { ...it, climbed: [...it.climbed, ...steps.map(({ rung, trueOn }) => ({ rung, trueOn }))] }
        assert.equal(new Set(it.climbed.map(one => one.rung)).size, it.climbed.length)
        // nothing is missed: what stands now is told, however it came to stand so
        for (const rung of naive(ladder, { ...it, climbed: [] }, calendar, { today, dayIsOver: true }).keys())
          assert.ok(
            it.climbed.some(one => one.rung === rung),
            rung,
          )
      }
    }),
    { numRuns: 200 },
  )
})

const open = (change: Partial<ClimbFacts> = {}): ClimbFacts => ({
  status: 'in-progress',
  round: 1,
  clockFrom: day('2026-06-01'),
  assignedOn: null,
  dueOn: day('2026-06-15'),
  agreedDueOn: null,
  nextUpdateOn: null,
  saidOn: null,
  climbed: [],
  ...change,
})

const on = (today: string, facts: ClimbFacts, dayIsOver = false) =>
  reached(usualLadder, facts, calendars[0]!, { today: day(today), dayIsOver }).map(it => `${it.rung} ${it.trueOn}`)

test('the usual ladder of an answer due on Monday 15 June 2026', () => {
  assert.deepEqual(on('2026-06-08', open()), [])
  assert.deepEqual(on('2026-06-08', open(), true), ['nothing-said 2026-06-08'])
  const said = open({ saidOn: day('2026-06-03') })
  assert.deepEqual(on('2026-06-10', said), [])
  assert.deepEqual(on('2026-06-11', said), ['due-soon 2026-06-11'])
  assert.deepEqual(on('2026-06-15', said), ['due-soon 2026-06-11'])
  assert.deepEqual(on('2026-06-29', said), [
    'due-soon 2026-06-11',
    'overdue 2026-06-16',
    'new-date 2026-06-16',
    'still-overdue 2026-06-18',
    'leadership 2026-06-22',
  ])
  const asked = { ...said, status: 'waiting-for-member' } as const
  assert.deepEqual(on('2026-06-29', { ...asked, dueOn: null }), [])
  // asked too late to pause it
  assert.equal(on('2026-06-29', asked).length, 5)
  assert.deepEqual(on('2026-06-29', { ...said, agreedDueOn: day('2026-06-30') }), ['due-soon 2026-06-26'])
  for (const status of ['answered', 'closed'] as const) assert.deepEqual(on('2026-06-29', open({ status }), true), [])
})

test('given work has the whole of a working day before anybody hears that it is not accepted', () => {
  const given = open({ status: 'assigned', assignedOn: day('2026-06-04'), saidOn: day('2026-06-02') })
  assert.deepEqual(on('2026-06-05', given), [])
  assert.deepEqual(on('2026-06-05', given, true), ['not-accepted 2026-06-05'])
  assert.deepEqual(on('2026-06-07', given), ['not-accepted 2026-06-05'])
  assert.deepEqual(on('2026-06-08', given, true), ['not-accepted 2026-06-05', 'still-not-accepted 2026-06-08'])
})

test('the new date comes before the director does, gives a day at least, and leaves an earlier promise alone', () => {
  const dateOn = (today: string, change: Partial<ClimbFacts> = {}) =>
    reached(usualLadder, open({ saidOn: day('2026-06-03'), ...change }), calendars[0]!, {
      today: day(today),
      dayIsOver: false,
    }).find(it => it.rung === 'new-date')?.nextUpdateOn
  assert.equal(dateOn('2026-06-16'), '2026-06-17')
  assert.equal(dateOn('2026-06-26'), '2026-06-29')
  assert.equal(dateOn('2026-06-26', { nextUpdateOn: day('2026-06-27') }), '2026-06-27')
  assert.equal(dateOn('2026-06-16', { nextUpdateOn: day('2026-06-30') }), '2026-06-17')
})

test('a ladder can be tuned and not switched off', () => {
  assert.equal(noLadder(usualLadder), undefined)
  const wrong = (change: Partial<Record<keyof Ladder, number>>) => {
    const { refusal } = noLadder({ ...usualLadder, ...change })!
    return [refusal, ...(refusal.also ?? [])].map(it => it.field)
  }
  assert.deepEqual(wrong({ overdue: 0, leadership: 99 }), ['overdue', 'leadership'])
  assert.deepEqual(wrong({ stillOverdue: 2, overdue: 3 }), ['stillOverdue'])
  assert.deepEqual(wrong({ dueSoon: 1.5 }), ['dueSoon'])
})

test('a service has its own ladder from its day on, and the council’s before and after', () => {
  const kept = (serviceId: string | null, fromOn: string, overdue: number, asCouncil = false) => ({
    ...usualLadder,
    overdue,
    serviceId,
    fromOn: day(fromOn),
    asCouncil,
    changedAt: new Date(0),
    changedBy: null,
  })
  const all = [kept(null, '2026-01-01', 2), kept('a', '2026-02-01', 3), kept('a', '2026-03-01', 1, true)]
  const of = (service: string | null, on: string) => inForce(all, day(on)).ofService(service)
  assert.deepEqual([of('a', '2025-12-31').overdue, of('a', '2026-01-31').overdue], [usualLadder.overdue, 2])
  assert.deepEqual(
    [of('a', '2026-02-01').overdue, of('a', '2026-02-01').own, of('b', '2026-02-01').overdue],
    [3, true, 2],
  )
  assert.deepEqual([of('a', '2026-03-01').overdue, of('a', '2026-03-01').own], [2, false])
})
