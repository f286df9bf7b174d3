import assert from 'node:assert/strict'
import test from 'node:test'
import { day, type Day } from '#kernel/day.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { testDatabase } from '#test/database.ts'
import { bankHolidaysBetween } from '#clock/bank-holidays.ts'
import { calendarAt, currentCalendar } from '#clock/calendar.ts'
import type { DayOff } from '#clock/calendar.sql.ts'
import { dueOn } from '#clock/due-date.ts'
import { editCalendar } from '#clock/edit-calendar.ts'
import { whyNotWorking, type Nation } from '#clock/working-day-calendar.ts'

const db = await testDatabase()
const at = new Date('2026-06-01T09:00:00Z')
const officer = '01890000-0000-7000-8000-000000000001'
const editor = { by: officer, at }

const closure = (on: string, name: string): DayOff => ({ on: day(on), name, nation: null })
const holiday = (on: string, name: string, nation: Nation = 'england-and-wales'): DayOff => ({
  on: day(on),
  name,
  nation,
})

/** Runs in a transaction that is rolled back at its end, so that the tests do not see each other's changes. */
async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undo')
  const run = inTransaction(db, officer, async tx => {
    await work(tx)
    throw undo
  })
  await assert.rejects(run, error => error === undo)
}

test('a new house has the bank holidays of the rules, for every nation', async () => {
  await undone(async tx => {
    for (const nation of ['england-and-wales', 'scotland', 'northern-ireland'] as const) {
      const { holidays, closures, coveredTo } = await calendarAt(tx, nation, 1)
      assert.deepEqual([...holidays], [...bankHolidaysBetween(nation, 2015, 2035)])
      assert.equal(closures.size, 0)
      assert.equal(coveredTo, '2035-12-31')
    }
  })
})

test('the current calendar is the council’s nation’s, and prepared once', async () => {
  await undone(async tx => {
    const english = await currentCalendar(tx)
    assert.equal(english.nation, 'england-and-wales')
    assert.equal(await currentCalendar(tx), english)
    await changeSetting(tx, 'council.nation', 'scotland', null)
    assert.equal((await currentCalendar(tx)).nation, 'scotland')
  })
})

test('a closure day makes a new version; the old one can still be read', async () => {
  await undone(async tx => {
    const clock = { receivedOn: day('2026-12-18'), limitWorkingDays: 10, pauses: [] }
    const shutdown = [29, 30, 31].map(date => closure(`2026-12-${date}`, 'Christmas shutdown'))
    const edited = await editCalendar(tx, { add: shutdown, why: 'Agreed by cabinet' }, editor)
    const affectedDays = shutdown.map(it => it.on)
    assert.deepEqual(edited, { ok: true, value: { version: 2, affectedDays } })
    assert.equal(dueOn({ ...clock, calendar: await currentCalendar(tx) }), '2027-01-11')
    assert.equal(dueOn({ ...clock, calendar: await calendarAt(tx, 'england-and-wales', 1) }), '2027-01-06')
    const [made] = await tx`select made_at, made_by, why from clock.calendar_version where version = 2`
    assert.deepEqual({ ...made }, { madeAt: at, madeBy: officer, why: 'Agreed by cabinet' })
  })
})

test('a version made and rolled back is not remembered', async () => {
  const closedOn = async (tx: Tx): Promise<Day[]> => [...(await currentCalendar(tx)).closures.keys()]
  for (const on of ['2026-06-10', '2026-06-11']) {
    await undone(async tx => {
      await editCalendar(tx, { add: [closure(on, 'Office move')], why: 'Office move' }, editor)
      assert.deepEqual(await closedOn(tx), [on])
    })
  }
  await undone(async tx => assert.deepEqual(await closedOn(tx), []))
})

test('a day taken out is worked again and may come back under another name', async () => {
  await undone(async tx => {
    const on = day('2026-06-10')
    await editCalendar(tx, { add: [closure('2026-06-10', 'Office move')], why: 'Office move' }, editor)
    const removed = await editCalendar(tx, { remove: [{ on, nation: null }], why: 'The move is off' }, editor)
    assert.deepEqual(removed, { ok: true, value: { version: 3, affectedDays: [on] } })
    assert.equal(whyNotWorking(await currentCalendar(tx), on), undefined)
    await editCalendar(tx, { add: [closure('2026-06-10', 'Election count')], why: 'By-election' }, editor)
    assert.equal(whyNotWorking(await currentCalendar(tx), on), 'council closed: Election count')
    assert.equal(whyNotWorking(await calendarAt(tx, 'england-and-wales', 2), on), 'council closed: Office move')
  })
})

test('a holiday proclaimed late says which days it affects, another nation’s affects none', async () => {
  await undone(async tx => {
    const own = await editCalendar(tx, { add: [holiday('2026-06-15', 'Proclaimed')], why: 'Proclamation' }, editor)
    assert.deepEqual(own.ok && own.value.affectedDays, ['2026-06-15'])
    assert.equal(whyNotWorking(await currentCalendar(tx), day('2026-06-15')), 'Proclaimed')
    assert.equal(whyNotWorking(await calendarAt(tx, 'england-and-wales', 1), day('2026-06-15')), undefined)
    const northern = holiday('2026-06-16', 'Proclaimed', 'northern-ireland')
    const others = await editCalendar(tx, { add: [northern], why: 'Proclamation' }, editor)
    assert.deepEqual(others.ok && others.value.affectedDays, [])
  })
})

test('a closure on a bank holiday changes no day, nor does taking away one of the two', async () => {
  await undone(async tx => {
    const both = await editCalendar(tx, { add: [closure('2026-12-25', 'Christmas shutdown')], why: 'Shutdown' }, editor)
    assert.deepEqual(both.ok && both.value.affectedDays, [])
    const remove = [{ on: day('2026-12-25'), nation: 'england-and-wales' as const }]
    const one = await editCalendar(tx, { remove, why: 'To see' }, editor)
    assert.deepEqual(one.ok && one.value.affectedDays, [])
  })
})

test('what is refused leaves no version behind', async () => {
  await undone(async tx => {
    const twice = [closure('2026-06-10', 'Office move'), closure('2026-06-10', 'Office move')]
    const refused = async (edit: Parameters<typeof editCalendar>[1]): Promise<string> => {
      const edited = await editCalendar(tx, edit, editor)
      return edited.ok ? 'allowed' : edited.refusal.code
    }
    assert.equal(await refused({ add: [closure('2026-06-10', 'Office move')], why: ' ' }), 'why-missing')
    assert.equal(await refused({ add: twice, why: 'Move' }), 'already-off')
    assert.equal(await refused({ add: [holiday('2026-12-25', 'Christmas')], why: 'Again' }), 'already-off')
    assert.equal(await refused({ remove: [{ on: day('2026-06-10'), nation: null }], why: 'Gone' }), 'not-there')
    assert.equal((await tx`select 1 from clock.calendar_version`).length, 1)
  })
})

test('two changes at once are made one after the other', async () => {
  const add = (on: string) =>
    inTransaction(db, officer, tx =>
      editCalendar(tx, { add: [closure(on, 'Office move')], why: 'Office move' }, editor),
    )
  const edited = await Promise.all(['2030-06-10', '2030-06-11', '2030-06-12'].map(add))
  assert.deepEqual(edited.map(it => it.ok && it.value.version).toSorted(), [2, 3, 4])
})

test('the app can neither rewrite nor delete what a calendar was', async () => {
  const forbidden = /permission denied/
  await assert.rejects(async () => db.sql`delete from clock.holiday`, forbidden)
  await assert.rejects(async () => db.sql`update clock.holiday set name = 'x'`, forbidden)
  await assert.rejects(async () => db.sql`update clock.calendar_version set why = 'x'`, forbidden)
  await assert.rejects(async () => db.sql`truncate clock.closure`, forbidden)
})
