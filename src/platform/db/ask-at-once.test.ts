import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { askAtOnce, askAtOnceAs, type Asking } from './ask-at-once.ts'
import { inTransaction, type Tx } from './database.ts'

const db = await testDatabase()

const person = '01890000-0000-7000-8000-000000000001'

const seer = (tx: Tx): Asking<string> => ({
  statement: tx`select current_setting('app.viewer') as who`,
  read: ([row]) => row.who,
})

test('several questions are answered by one statement, in their order, days as days and names in camel case', async () => {
  const numbers = (tx: Tx, upTo: number): Asking<{ someNumber: number; onDay: string }[]> => ({
    statement: tx`select n as some_number, date '2026-06-01' as on_day from generate_series(1, ${upTo}::int) n order by n desc`,
    read: rows => rows,
  })
  const [two, none, who] = await inTransaction(db, person, tx =>
    askAtOnce(tx, numbers(tx, 2), numbers(tx, 0), seer(tx)),
  )
  assert.deepEqual(two, [
    { someNumber: 2, onDay: '2026-06-01' },
    { someNumber: 1, onDay: '2026-06-01' },
  ])
  assert.deepEqual([none, who], [[], person])
})

test('what is asked with somebody else’s sight lends it to nothing that is asked beside it', async () => {
  // the second time around every statement is known to the connection
  for (const _ of [1, 2]) {
    const seen = await inTransaction(db, person, async tx => {
      const who = async () => (await tx`select current_setting('app.viewer') as who`)[0]!.who as string
      const beside = await Promise.all([
        who(),
        askAtOnce(tx, seer(tx)),
        askAtOnceAs(tx, 'system', person, seer(tx)),
        who(),
        askAtOnce(tx, seer(tx)),
      ])
      return [...beside.flat(), await who()]
    })
    assert.deepEqual(seen, [person, person, 'system', person, person, person])
  }
})

test('a question that fails under another sight ends the transaction, once', async () => {
  const broken = (tx: Tx): Asking<unknown> => ({ statement: tx`select 1 / 0 as n`, read: rows => rows })
  await assert.rejects(
    inTransaction(db, person, tx => askAtOnceAs(tx, 'system', person, broken(tx))),
    /division by zero/,
  )
})
