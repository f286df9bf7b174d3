import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadDemonstration } from '#app/demo/load.ts'
import { capacity } from '#enquiries/door.ts'
import { day, dayOf, nowAt } from '#kernel/day.ts'
import { allMailboxes } from '#mailboxes/door.ts'
import { calendarByRule } from '#clock/door.ts'
import { inTransaction, openDatabase } from '#platform/db/database.ts'
import { personByAddress } from '#people/door.ts'
import { lastSpan, packFile, readPack, spanNamed } from '#reports/door.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { reviewRoutes } from '../routes.ts'
import { freezeDue, freezeSpan, freezesOn, missing } from './freezing.ts'

const wish = { enquiries: 400, seed: 'pack', years: 0.3, now: new Date('2026-11-19T16:00:00Z') }
const db = await testDatabase()
await loadDemonstration(db.ownerUrl, () => {}, wish)
const today = dayOf(wish.now)
const now = nowAt(wish.now)
const web = await testWeb({ db, routes: reviewRoutes, today })
const personAt = async (account: string) =>
  (await inTransaction(db, 'system', tx => personByAddress(tx, `${account}@tessbridge.example`)))!.id

const october = lastSpan('month', today, 4)
const calendar = calendarByRule()

test('a month is frozen on its first working day, a quarter and a year a month later', () => {
  const on = (key: string) => freezesOn(spanNamed(key, 4)!, calendar)
  assert.equal(on('2026-05'), '2026-06-01')
  assert.equal(on('2026-04'), '2026-05-01')
  assert.equal(on('2026-07'), '2026-08-03')
  assert.equal(on('2026-12'), '2027-01-04')
  assert.equal(on('2026-Q2'), '2026-08-03')
  assert.equal(on('2025-2026'), '2026-05-01')
})

test('a worker that was away makes good what it missed, and begins with the newest where there is none', () => {
  const keys = (frozen: string[], on: string) =>
    missing(
      frozen.map(key => spanNamed(key, 4)!),
      day(on),
      calendar,
      4,
    ).map(it => it.key)
  assert.deepEqual(keys([], '2026-06-01'), ['2026-05', '2026-Q1', '2025-2026'])
  assert.deepEqual(keys(['2026-02', '2026-Q1', '2025-2026'], '2026-06-01'), ['2026-03', '2026-04', '2026-05'])
  assert.deepEqual(keys(['2026-04', '2026-Q1', '2025-2026'], '2026-05-31'), [])
  assert.deepEqual(keys(['2026-05', '2026-Q1', '2025-2026'], '2026-06-02'), [])
})

test('what is due is frozen once, whoever freezes at the same time', async () => {
  await db.owner`alter table reports.pack disable trigger never_changes`
  await db.owner`delete from reports.pack`
  await db.owner`alter table reports.pack enable trigger never_changes`
  const both = await Promise.all([freezeDue(db, now), freezeDue(db, now)])
  assert.deepEqual(both.flat().toSorted(), ['2026-10', '2026-Q3'])
  assert.deepEqual(await freezeDue(db, now), [])
  const [row] = await db.owner`select count(*)::int as n from reports.pack`
  assert.equal(row!.n, 2)
})

test('cut off in the middle, nothing is there; and a month that is not over is refused', async () => {
  const september = spanNamed('2026-09', 4)!
  await assert.rejects(
    inTransaction(db, 'system', async tx => {
      await freezeSpan(tx, september, now)
      throw new Error('the power went')
    }),
  )
  // and so does a worker that is killed: its connection ends before anything is committed
  const worker = openDatabase(db.ownerUrl, { connections: 1 })
  await assert.rejects(
    inTransaction(worker, 'system', async tx => {
      const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
      await freezeSpan(tx, september, now)
      await db.owner`select pg_terminate_backend(${own!.pid})`
    }),
  )
  await worker.close()
  assert.equal(await inTransaction(db, 'system', tx => readPack(tx, 'system', '2026-09')), undefined)
  const frozen = () => db.owner<{ n: number }[]>`select count(*)::int as n from reports.pack where key = '2026-09'`
  assert.equal((await frozen())[0]!.n, 0)
  const running = await inTransaction(db, 'system', tx => freezeSpan(tx, spanNamed('2026-11', 4)!, now))
  assert.ok(!running.ok && running.refusal.code === 'not-over')
})

test('the database changes no frozen pack, not even for its owner', async () => {
  for (const change of ['update reports.pack set frozen_by = null', 'delete from reports.pack']) {
    await assert.rejects(
      inTransaction(db, 'system', tx => tx.unsafe(change)),
      /permission denied/,
    )
    await assert.rejects(db.owner.unsafe(change), /a frozen pack never changes/)
  }
})

test('a correction is a version of its own with its reason; the first stays', async () => {
  const officer = await web.as(await personAt('demo.performance'))
  const path = `/review/packs/${october.key}`
  const first = await officer.get(path)
  assert.equal((await officer.post(path, { reason: '' })).status, 422)
  assert.equal((await officer.post(path, { reason: 'A mailbox was counted twice' })).to, path)
  assert.match((await officer.get(path)).words, /Version 2, frozen again because: A mailbox was counted twice/)
  assert.match((await officer.get(`${path}?version=1`)).words, /The newest is version 2/)
  assert.equal((await officer.get(`${path}?version=1`)).words.includes('In short'), first.words.includes('In short'))
  assert.equal((await (await web.as(await personAt('demo.auditor'))).post(path, { reason: 'x' })).status, 403)
})

test('the leadership team reads it; owners, responders and members do not', async () => {
  const path = `/review/packs/${october.key}`
  const director = await web.as(await personAt('demo.director'))
  assert.match((await director.get('/review/packs')).words, /Monthly pack, October 2026/)
  const page = await director.get(path)
  for (const words of [
    'In short',
    'Directorates and services',
    'Oldest cases',
    'Escalations',
    'Capacity',
    'Quality',
    'What was agreed before',
    'Weekly sign-off',
  ])
    assert.match(page.words, new RegExp(words))
  for (const account of ['demo.responder', 'demo.owner', 'demo.member', 'demo.admin', 'demo.partner'])
    assert.equal((await (await web.as(await personAt(account))).get(path)).status, 403, account)
  assert.equal((await director.get('/review/packs/2019-01')).status, 404)
  assert.equal((await director.get(`${path}/exe`)).status, 404)
  const inSql = await inTransaction(db, await personAt('demo.owner'), tx => tx`select 1 from reports.pack`)
  assert.equal(inSql.length, 0)
})

test('of a restricted enquiry a pack has its reference, also when it became so since', async () => {
  const pack = (await inTransaction(db, 'system', tx => readPack(tx, 'system', october.key)))!
  const cases = pack.document.sections.flatMap(it =>
    it.blocks.flatMap(block => (block.kind === 'cases' ? block.rows : [])),
  )
  assert.ok(cases.length > 3)
  const restricted = await db.owner<{ reference: string }[]>`select reference from enquiries.enquiry where restricted`
  const names = new Set(restricted.map(it => it.reference))
  for (const row of cases) if (names.has(row.reference)) assert.deepEqual(row.cells.slice(1).filter(Boolean), [])
  const open = cases.find(it => !names.has(it.reference))!
  await db.owner`update enquiries.enquiry set restricted = true where reference = ${open.reference}`
  const after = (await inTransaction(db, 'system', tx => readPack(tx, 'system', october.key)))!
  const masked = after.document.sections
    .flatMap(it => it.blocks.flatMap(block => (block.kind === 'cases' ? block.rows : [])))
    .find(it => it.reference === open.reference)!
  assert.deepEqual(masked.cells.filter(Boolean), ['Restricted'])
  await db.owner`update enquiries.enquiry set restricted = false where reference = ${open.reference}`
  const words = JSON.stringify(pack.document)
  const members = await db.owner<
    { name: string }[]
  >`select p.name from people.member m join people.person p on p.id = m.person_id`
  assert.deepEqual(
    members.filter(it => words.includes(it.name)),
    [],
    'no member is named in a pack',
  )
})

test('it says the same of capacity as the board does', async () => {
  const pack = (await inTransaction(db, 'system', tx => readPack(tx, 'system', october.key)))!
  const [boards, mailboxes] = await inTransaction(db, 'system', tx =>
    Promise.all([capacity(tx, pack.frozenOn), allMailboxes(tx)]),
  )
  const [block] = pack.document.sections.find(it => it.id === 'capacity')!.blocks
  assert.ok(block?.kind === 'table' && block.rows.length > 10)
  for (const [name, inFive, ofFive, inTen, ofTen] of block.rows) {
    const board = boards.find(it => it.mailboxId === mailboxes.find(box => box.name === name)?.id)!
    assert.deepEqual([inFive, inTen], [board.standing.dueInFive, board.standing.dueInTen], String(name))
    assert.deepEqual([ofFive, ofTen], [board.five?.percent ?? 'Too few', board.ten?.percent ?? 'Too few'], String(name))
  }
  assert.ok(block.rows.some(([, , percent]) => typeof percent === 'number'))
})

test('it is saved as PDF, spreadsheet and CSV', async () => {
  const director = await web.as(await personAt('demo.director'))
  const path = `/review/packs/${october.key}`
  const pdf = await director.get(`${path}/pdf`)
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await director.get(`${path}/xlsx`)).bytes.subarray(0, 2).toString(), 'PK')
  const csv = await director.get(`${path}/csv`)
  assert.match(csv.bytes.toString(), /By directorate and service/)
  const pack = (await inTransaction(db, 'system', tx => readPack(tx, 'system', october.key)))!
  const { body } = await packFile(pack, 'Tessbridge', 'csv')
  for (const line of body.toString().split('\r\n')) assert.doesNotMatch(line, /(^|,)"?[=+@]/)
})
