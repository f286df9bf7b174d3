import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarByRule } from '#clock/door.ts'
import { addDays, day, type Day } from '#kernel/day.ts'
import { mayWrite, standingOf, type Action, type ActionEvent } from './action.ts'

const calendar = calendarByRule()
const agreedOn = day('2026-06-01')

const at = (n: number): Day => addDays(agreedOn, n)

const event = (type: ActionEvent['type'], onDay: Day, more: Partial<ActionEvent> = {}): ActionEvent => ({
  type,
  words: 'words',
  dueOn: null,
  toPerson: null,
  onDay,
  byPerson: 'a',
  ...more,
})

const actionWith = (events: readonly ActionEvent[]): Action => ({
  id: 'id',
  number: 1,
  review: '2026-05',
  what: 'Mend it',
  responsibleId: 'a',
  firstDueOn: at(14),
  agreedOn,
  events,
})

const on = (events: readonly ActionEvent[], n: number) => standingOf(actionWith(events), at(n), calendar, 5)

test('an action is on track, then due, then overdue, and done with its evidence', () => {
  assert.equal(on([], 0).state, 'on-track')
  assert.equal(on([], 7).state, 'due')
  assert.equal(on([], 14).state, 'due')
  assert.deepEqual([on([], 15).state, on([], 15).missed], ['overdue', 1])
  const done = on([event('done', at(14), { words: 'Photograph' })], 60)
  assert.deepEqual([done.state, done.evidence, done.missed, done.endedOn], ['done', 'Photograph', 0, at(14)])
})

test('a date that moved in time is no missed one; one that had passed is, and the first date stays', () => {
  const moved = event('moved', at(10), { dueOn: at(28) })
  assert.deepEqual([on([moved], 20).state, on([moved], 20).missed], ['on-track', 0])
  const late = [event('moved', at(20), { dueOn: at(28) }), event('moved', at(40), { dueOn: at(60) })]
  assert.deepEqual([on(late, 50).missed, on(late, 61).missed, actionWith(late).firstDueOn], [2, 3, at(14)])
})

test('it may be passed on, dropped, and opened again', () => {
  assert.equal(on([event('passed', at(1), { toPerson: 'b' })], 2).responsibleId, 'b')
  assert.equal(on([event('dropped', at(1))], 30).state, 'dropped')
  assert.equal(on([event('done', at(1)), event('reopened', at(2))], 3).state, 'on-track')
})

/** The state on every day, told the long way round: by asking of each day what had been written by then. */
function missedSlowly(events: readonly ActionEvent[], today: number): number {
  let missed = 0
  let due: Day = at(14)
  let ended = false
  for (let n = 0; n <= today; n++) {
    const isDayAfterDue = at(n) === addDays(due, 1)
    if (isDayAfterDue && !ended) missed++
    for (const it of events.filter(one => one.onDay === at(n))) {
      if (it.type === 'moved') due = it.dueOn!
      if (it.type === 'done' || it.type === 'dropped') ended = true
    }
  }
  return missed
}

test('dates missed are those that passed while it was open, whatever was written', () => {
  const stories = fc.array(
    fc.record({
      type: fc.constantFrom<ActionEvent['type']>('reported', 'moved', 'passed', 'done', 'dropped'),
      gap: fc.integer({ min: 1, max: 20 }),
      ahead: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(stories, fc.integer({ min: 0, max: 150 }), (story, today) => {
      const events: ActionEvent[] = []
      let n = 0
      for (const { type, gap, ahead } of story) {
        n += gap
        events.push(
          event(type, at(n), {
            ...(type === 'moved' && { dueOn: at(n + ahead) }),
            ...(type === 'passed' && { toPerson: 'b' }),
          }),
        )
        if (type === 'done' || type === 'dropped') break
      }
      const known = events.filter(it => it.onDay <= at(today))
      assert.equal(on(known, today).missed, missedSlowly(known, today))
    }),
  )
})

test('nothing is written without its words, and only what fits how it stands', () => {
  const asking = { today: at(1), standing: on([], 1), records: false }
  const ended = { ...asking, standing: on([event('done', at(1))], 1) }
  const words = 'Because'
  const code = (given: Parameters<typeof mayWrite>) => {
    const it = mayWrite(...given)
    return it.ok ? 'ok' : it.refusal.code
  }
  assert.equal(code([{ type: 'done', words: '' }, asking]), 'words-missing')
  assert.equal(code([{ type: 'done', words }, asking]), 'ok')
  assert.equal(code([{ type: 'done', words }, ended]), 'not-open')
  assert.equal(code([{ type: 'reopened', words }, asking]), 'not-open')
  assert.equal(code([{ type: 'dropped', words }, asking]), 'not-allowed')
  assert.equal(
    code([
      { type: 'dropped', words },
      { ...asking, records: true },
    ]),
    'ok',
  )
  assert.equal(
    code([
      { type: 'reopened', words },
      { ...ended, records: true },
    ]),
    'ok',
  )
  assert.equal(code([{ type: 'moved', words, dueOn: at(1) }, asking]), 'date-past')
  assert.equal(code([{ type: 'moved', words, dueOn: at(14) }, asking]), 'date-same')
  assert.equal(code([{ type: 'moved', words, dueOn: at(15) }, asking]), 'ok')
  assert.equal(code([{ type: 'passed', words, toPerson: 'a' }, asking]), 'person-missing')
})
