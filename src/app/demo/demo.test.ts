import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarByRule } from '#clock/door.ts'
import { acts, declineReasons, kinds, outcomes, replayedDifferently, statuses, type Enquiry } from '#enquiries/door.ts'
import { dayOf } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { castOf } from './cast.ts'
import { copyTexts } from './copy-lines.ts'
import { plan, tellPart, type Wish } from './history.ts'
import { historyTables } from './keep.sql.ts'
import { loadDemonstration, usualWish } from './load.ts'
import { setUpCouncil } from './set-up.ts'

// the last enquiries are still new, the first long closed, and some of an ordinary year wait for their member
const wish: Wish = { enquiries: 300, seed: 'tessbridge', years: 0.1, now: new Date('2026-11-19T16:00:00Z') }

const db = await testDatabase()
const before = await shapeOf(db)
const said: string[] = []
await loadDemonstration(db.ownerUrl, line => said.push(line), wish)

test('every enquiry is there and numbered without a gap', async () => {
  const rows = await db.owner`
    select split_part(reference, '-', 2) as year, count(*)::int as n, max(split_part(reference, '-', 3)::int) as last
    from enquiries.enquiry group by 1`
  assert.equal(
    rows.reduce((sum, row) => sum + row.n, 0),
    wish.enquiries,
  )
  for (const row of rows) assert.equal(row.last, row.n, row.year)
  assert.match(said.at(-1)!, /300 of 300/)
})

test('numbering goes on where the history ended', async () => {
  const [row] = await db.owner`
    select enquiries.next_number(2026) as next, count(*)::int as n from enquiries.enquiry where reference like 'ME-2026-%'`
  assert.equal(row!.next, row!.n + 1)
})

test('every row is what its events make of it', async () => {
  assert.deepEqual(await inTransaction(db, 'system', tx => replayedDifferently(tx)), [])
})

test('nothing has happened that is yet to come', async () => {
  for (const table of ['enquiries.event', 'enquiries.message', 'audit.entry']) {
    const [row] = await db.owner`select max(at) as last from ${db.owner(table)}`
    assert.ok(row!.last <= wish.now, `${table} ${row!.last.toISOString()}`)
  }
})

test('no promise falls on a day on which nobody works', async () => {
  const [row] = await db.owner`
    select count(*)::int as n, count(*) filter (where extract(isodow from due_on) > 5)::int as weekend from enquiries.promise`
  assert.ok(row!.n > 20)
  assert.equal(row!.weekend, 0)
})

test('a member chases only what is late', async () => {
  const early = await db.owner`
    select e.reference from enquiries.event c join enquiries.enquiry e on e.id = c.enquiry_id
    where c.type = 'chased' and e.round = 1 and c.on_day <= e.headline_due_on`
  assert.deepEqual([...early], [])
})

test('whoever signs in first finds canned replies, views, mail that waits, and colleagues who want something', async () => {
  for (const [table, least] of [
    ['mailboxes.canned_reply', 7],
    ['enquiries.saved_view', 6],
    ['mail.intake', 4],
    ['enquiries.watch', 1],
  ] as const) {
    const [row] = await db.owner`select count(*)::int as n from ${db.owner(table)}`
    assert.ok(row!.n >= least, `${table}: ${row!.n}`)
  }
  const today = await db.owner`
    select distinct type from enquiries.event where at = ${wish.now}`
  for (const type of ['reassigned', 'declined', 'noted'])
    assert.ok(
      today.some(row => row.type === type),
      type,
    )
})

test('policies, foreign keys and indexes are as they were before', async () => {
  const after = await shapeOf(db)
  assert.deepEqual(after, before)
  assert.ok(after.policed.every(it => it.force))
})

const other = await testDatabase()
const today = dayOf(wish.now)
const cast = await inTransaction(other, 'system', async tx => castOf(tx, await setUpCouncil(tx, today), today))

test('the same seed tells the same history, another one another', () => {
  const facing = { calendar: calendarByRule(), today: dayOf(wish.now) }
  const told = (seed: string) =>
    copyTexts(tellPart(cast, plan(cast, { ...wish, seed }), { ...wish, seed }, 100, 120), facing)
  assert.deepEqual(told('one'), told('one'))
  assert.notDeepEqual(told('one'), told('two'))
})

/** What the year cannot show, and why. */
const notPlayed = {
  recalculate: 'the calendar of the demonstration does not change while it is told',
  restrict: 'what it takes from others is in the database, which the year is not while it is told',
}

const year = usualWish(wish.now)
const played = tellPart(cast, plan(cast, year), year, 0, year.enquiries)

test('in a year of the demonstration every act is done, and every status, kind and outcome occurs', () => {
  assert.equal(played.length, year.enquiries)
  assert.deepEqual(
    played.flatMap(it => it.refused),
    [],
  )
  const missing = (all: readonly string[], found: readonly (string | null)[]) =>
    all.filter(it => !found.includes(it) && !(it in notPlayed))
  const done = played.flatMap(it => it.acts.map(({ act }) => act.replace('enquiries.', '')))
  assert.deepEqual(
    missing(
      acts.map(it => it.name),
      done,
    ),
    [],
  )
  const end = (what: (it: Enquiry) => string | null) => played.map(({ enquiry }) => what(enquiry))
  assert.deepEqual(
    missing(
      outcomes,
      end(it => it.outcome),
    ),
    [],
  )
  assert.deepEqual(
    missing(
      kinds,
      end(it => it.kind),
    ),
    [],
  )
  assert.deepEqual(
    missing(
      statuses,
      end(it => it.status),
    ),
    [],
  )
  const reasons = played.flatMap(it => it.history.map(({ event }) => (event.type === 'declined' ? event.because : '')))
  assert.deepEqual(missing(declineReasons, reasons), [])
})

test('most promises of the year are kept in time, some are put off openly, some are kept late or not at all', () => {
  const due = played
    .flatMap(it => it.enquiry.promises)
    .filter(it => it.keptOn || it.firstDueOn || it.dueOn < dayOf(wish.now))
  const share = (of: (it: Enquiry['promises'][number]) => boolean) => due.filter(of).length / due.length
  assert.ok(due.length > 1000)
  const inTime = share(it => !it.firstDueOn && it.keptOn !== undefined && it.keptOn <= it.dueOn)
  assert.ok(inTime > 0.8 && inTime < 0.92, `in time: ${inTime}`)
  assert.ok(share(it => it.firstDueOn !== undefined) > 0.02, 'put off')
  assert.ok(share(it => it.brokenOn !== undefined && it.keptOn !== undefined) > 0.02, 'kept late')
  assert.ok(share(it => !it.keptOn) > 0.02, 'never kept')
})

/** What loading takes away for a while and must put back, names included. */
async function shapeOf({ owner }: TestDatabase) {
  const tables = historyTables()
  const policed = await owner`
    select oid::regclass::text as name, relforcerowsecurity as force from pg_class
    where oid = any (${tables}::regclass[]) and relrowsecurity order by 1`
  const constraints = await owner`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as is, convalidated as valid
    from pg_constraint where conrelid = any (${tables}::regclass[]) or confrelid = any (${tables}::regclass[]) order by 1, 2`
  const indexes = await owner`
    select pg_get_indexdef(indexrelid) as is, indisvalid as valid from pg_index where indrelid = any (${tables}::regclass[]) order by 1`
  return { policed: [...policed], constraints: [...constraints], indexes: [...indexes] }
}
