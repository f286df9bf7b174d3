import assert from 'node:assert/strict'
import { test } from 'node:test'
import { db, does, raisedOn } from '#enquiries/play-for-tests.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { figuresWithAll } from './figures.ts'
import { keepFacts, rollUp } from './keep-facts.ts'
import { roll, rolledMonths } from './roll.sql.ts'

const today = day('2026-06-30')
const now = nowAt(instantOn(today, 10))
const month = day('2026-06-01')
const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(db, 'system', work)
const answered = async () =>
  (await asSystem(tx => figuresWithAll(tx, { from: month, to: today }, today))).all.values.median.n

async function closedOne() {
  const it = await raisedOn('2026-06-01')
  await does('responder', 'take', it, '2026-06-02')
  await does('responder', 'answer', it, '2026-06-03', { text: 'Done' })
  return it
}

test('a transaction that breaks off leaves facts and sums as they were', async () => {
  const first = await closedOne()
  await asSystem(tx => keepFacts(tx, [first.id], today))
  await rollUp(db, now)
  assert.deepEqual(await asSystem(rolledMonths), [month])
  const second = await closedOne()
  await assert.rejects(
    asSystem(async tx => {
      await keepFacts(tx, [second.id], today)
      throw new Error('the worker was killed here')
    }),
  )
  assert.deepEqual(await asSystem(rolledMonths), [month])
  assert.equal(await answered(), 1)
  await asSystem(tx => keepFacts(tx, [second.id], today))
  assert.deepEqual(await asSystem(rolledMonths), [], 'a month whose facts changed holds no sum')
  assert.equal(await answered(), 2)
})

test('a month is summed up only when nobody changes its facts', async () => {
  const it = await closedOne()
  let summing: Promise<void> | undefined
  await asSystem(async tx => {
    await keepFacts(tx, [it.id], today)
    // it has to wait for this transaction, and then to see what was written
    summing = asSystem(other => roll(other, month, now.at))
    const waits = async () =>
      (await db.owner`select from pg_locks where locktype = 'advisory' and not granted`).length > 0
    while (!(await waits())) await new Promise(resolve => setTimeout(resolve, 5))
  })
  await summing
  assert.deepEqual(await asSystem(rolledMonths), [month])
  assert.equal(await answered(), 3)
})

test('an older view of an enquiry never replaces a newer one', async () => {
  const it = await closedOne()
  await asSystem(tx => keepFacts(tx, [it.id], today))
  await db.owner`update reports.fact set version = version + 1, chases = 7 where enquiry_id = ${it.id}`
  assert.deepEqual(await asSystem(tx => keepFacts(tx, [it.id], today)), [])
  const [row] = await db.owner`select chases from reports.fact where enquiry_id = ${it.id}`
  assert.equal(row!.chases, 7)
})

test('what was recorded in error counts nowhere', async () => {
  const it = await raisedOn('2026-06-10')
  const volume = async () => (await asSystem(tx => figuresWithAll(tx, { from: month, to: today }, today))).all.n
  await asSystem(tx => keepFacts(tx, [it.id], today))
  const before = await volume()
  await does('oneStop', 'close-as-error', it, '2026-06-11', { text: 'A test of the telephone' })
  await asSystem(tx => keepFacts(tx, [it.id], today))
  assert.equal(await volume(), before - 1)
})
