import assert from 'node:assert/strict'
import test from 'node:test'
import { nowAt } from '#kernel/day.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import type { Answer } from '#platform/http/answer.ts'
import { formOf, type FormFields } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { testDatabase } from '#test/database.ts'
import { currentCalendar } from '#clock/calendar.ts'
import type { CalendarEdited } from '#clock/edit-calendar.ts'
import { clockRoutes } from '#clock/routes.ts'

const officer = '01890000-0000-7000-8000-000000000001'
const told: CalendarEdited[] = []
const routes = clockRoutes({
  namesOf: async (_, people) => new Map(people.map(id => [id, 'Róisín O’Brien'])),
  calendarChanged: async (_, edited) => void told.push(edited),
})

const db = await testDatabase()

type Asking = { form?: FormFields; query?: Record<string, string>; may?: string[]; at?: string }

/** Asks one route in this transaction, as an officer with these permissions. */
async function ask(
  tx: Tx,
  line: string,
  { form = {}, query = {}, may = [], at = '2026-06-01T09:00:00Z' }: Asking = {},
) {
  const [method, path] = line.split(' ')
  const asked = {
    viewer: { person: officer, name: 'Róisín', email: '', roles: [], permissions: new Set(may), via: 'session' },
    now: nowAt(new Date(at)),
    transact: (work: (tx: Tx) => Promise<unknown>) => work(tx),
    form: formOf(form),
    query,
    csrf: 'token',
  } as unknown as Asked
  const route = routes.find(it => it.method === method && it.path === path)!
  return seen(await route.handle(asked))
}

/** An answer as a reader meets it: its status, where it leads, and its words without markup. */
function seen(answer: Answer) {
  if (answer.kind === 'redirect') return { status: 303, to: answer.to, said: answer.flash ?? '', html: '', words: '' }
  if (answer.kind !== 'page') return { status: 404, to: '', said: '', html: '', words: '' }
  const markup = answer.page.body.text
  const words = `${answer.page.title} ${markup.replace(/<[^>]*>/g, ' ')}`.replace(/\s+/g, ' ')
  return { status: answer.status, to: '', said: '', html: markup, words }
}

async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undo')
  told.length = 0
  const run = inTransaction(db, officer, async tx => {
    await work(tx)
    throw undo
  })
  await assert.rejects(run, error => error === undo)
}

const shutdown = {
  kind: 'closure',
  'first-day': '29',
  'first-month': '12',
  'first-year': '2026',
  'last-day': '3',
  'last-month': '1',
  'last-year': '2027',
  name: 'Christmas shutdown',
  why: 'Agreed by cabinet',
}

test('every page of the calendar has a permission of the room', () => {
  assert.deepEqual([...new Set(routes.map(it => it.may))].toSorted(), ['clock.edit', 'clock.view'])
  assert.ok(routes.every(it => it.method === 'GET' || it.may === 'clock.edit'))
})

test('the calendar shows the year asked for, and this year otherwise', async () => {
  await undone(async tx => {
    const now = await ask(tx, 'GET /clock/calendar')
    assert.match(now.words, /Friday 3 April 2026 Good Friday/)
    assert.match(now.words, /closed in 2026 None\./)
    assert.match((await ask(tx, 'GET /clock/calendar', { query: { year: '2027' } })).words, /26 March 2027 Good Friday/)
    assert.match((await ask(tx, 'GET /clock/calendar', { query: { year: '<b>' } })).words, /Bank holidays in 2026/)
  })
})

test('only who may edit is offered to', async () => {
  await undone(async tx => {
    const reader = await ask(tx, 'GET /clock/calendar')
    assert.doesNotMatch(reader.html, /calendar\/(add|remove)/)
    const editor = await ask(tx, 'GET /clock/calendar', { may: ['clock.edit'] })
    assert.match(editor.html, /calendar\/remove\?kind=holiday&on=2026-04-03/)
  })
})

test('a shutdown over the new year is added on its weekdays, and the neighbours are told', async () => {
  await undone(async tx => {
    const added = await ask(tx, 'POST /clock/calendar/add', { form: shutdown })
    assert.deepEqual([added.to, added.said], ['/clock/calendar?year=2026', '4 days added'])
    const affectedDays = ['2026-12-29', '2026-12-30', '2026-12-31']
    assert.deepEqual(told, [{ version: 2, affectedDays }])
    assert.match((await ask(tx, 'GET /clock/calendar')).words, /Thursday 31 December 2026 Christmas shutdown/)
  })
})

test('a refused form comes back with what was typed and every field to mend', async () => {
  await undone(async tx => {
    const again = await ask(tx, 'POST /clock/calendar/add', {
      form: { ...shutdown, kind: '', 'first-day': '31', 'first-month': '2', name: '<O’Brien>', why: '' },
    })
    assert.equal(again.status, 422)
    assert.match(again.words, /Select why nobody works First day must be a real date, like 29 December 2026 Enter why/)
    for (const id of ['kind', 'first-day', 'why']) {
      assert.match(again.html, new RegExp(`href="#${id}"`))
      assert.match(again.html, new RegExp(` id="${id}"`))
    }
    assert.match(again.html, /value="&lt;O’Brien&gt;"/)
    assert.deepEqual(told, [])
  })
})

test('what the rule refuses is said once, at the first day', async () => {
  await undone(async tx => {
    await ask(tx, 'POST /clock/calendar/add', { form: shutdown })
    const again = await ask(tx, 'POST /clock/calendar/add', { form: { ...shutdown, name: 'x'.repeat(101) } })
    assert.equal(again.status, 422)
    assert.equal(again.words.split('must be 100 characters or fewer').length - 1, 2)
    const first = { ...shutdown, 'last-day': '', 'last-month': '', 'last-year': '' }
    const twice = await ask(tx, 'POST /clock/calendar/add', { form: first })
    assert.match(twice.html, /href="#first-day">29 December 2026 is in the calendar already: Christmas shutdown/)
  })
})

test('days that cannot be meant are refused', async () => {
  await undone(async tx => {
    const refused = async (change: FormFields): Promise<string> =>
      (await ask(tx, 'POST /clock/calendar/add', { form: { ...shutdown, ...change } })).words
    assert.match(await refused({ 'last-year': '2026' }), /The last day must be the first day or later/)
    assert.match(await refused({ 'last-year': '2028' }), /The days must be 31 or fewer/)
    assert.match(await refused({ 'first-day': '2', 'first-month': '1', 'first-year': '2027' }), /weekend anyway/)
    assert.match(await refused({ 'first-day': '', 'first-month': '', 'first-year': '' }), /Enter the first day/)
    assert.match(await refused({ 'last-day': '99' }), /Last day must be a real date/)
  })
})

test('a day is removed only after a confirmation with a reason', async () => {
  await undone(async tx => {
    const query = { kind: 'holiday', on: '2026-04-03' }
    assert.match(
      (await ask(tx, 'GET /clock/calendar/remove', { query })).words,
      /Remove Good Friday from the calendar\?/,
    )
    assert.equal(
      (await ask(tx, 'GET /clock/calendar/remove', { query: { kind: 'closure', on: '2026-04-03' } })).status,
      404,
    )
    const without = await ask(tx, 'POST /clock/calendar/remove', { form: query })
    assert.match(without.words, /Enter why the calendar is changing/)
    const removed = await ask(tx, 'POST /clock/calendar/remove', { form: { ...query, why: 'Listed in error' } })
    assert.equal(removed.said, 'Good Friday removed')
    assert.deepEqual(told, [{ version: 2, affectedDays: ['2026-04-03'] }])
    const again = await ask(tx, 'POST /clock/calendar/remove', { form: { ...query, why: 'Listed in error' } })
    assert.match(again.said, /not in the calendar any more/)
  })
})

test('the history says what changed, who changed it, when and why', async () => {
  await undone(async tx => {
    await ask(tx, 'POST /clock/calendar/add', {
      form: { ...shutdown, kind: 'holiday', 'last-day': '29', 'last-month': '12', 'last-year': '2026' },
    })
    const history = await ask(tx, 'GET /clock/calendar/history')
    assert.match(history.words, /Version 2 1 June 2026 at 10:00am, by Róisín O’Brien: Agreed by cabinet/)
    assert.match(
      history.words,
      /Added: Tuesday 29 December 2026, Christmas shutdown \(bank holiday in England and Wales\)/,
    )
    assert.match(history.words, /by One Stop: Bank holidays from 2015 to 2035/)
    assert.doesNotMatch((await ask(tx, 'GET /clock/calendar/history', { query: { before: '2' } })).words, /Version 2/)
  })
})

test('the alarm rings in time, and the next year can be added, once', async () => {
  await undone(async tx => {
    const editing = { may: ['clock.edit'], at: '2035-09-03T09:00:00Z' }
    const page = await ask(tx, 'GET /clock/calendar', editing)
    assert.match(page.words, /known for only 119 more days, until 31 December 2035/)
    assert.match(page.words, /Add the bank holidays of 2036/)
    const form = { year: '2036' }
    assert.equal((await ask(tx, 'POST /clock/calendar/extend', { form })).said, 'Bank holidays of 2036 added')
    assert.match((await ask(tx, 'POST /clock/calendar/extend', { form })).said, /Nothing had to be added/)
    assert.equal((await currentCalendar(tx)).coveredTo, '2036-12-31')
    assert.doesNotMatch((await ask(tx, 'GET /clock/calendar', editing)).words, /too early/)
  })
})
