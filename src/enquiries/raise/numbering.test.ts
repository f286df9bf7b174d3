import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { inTransaction } from '#platform/db/database.ts'
import { nextNumber } from '../enquiry.sql.ts'

const db = await testDatabase()
const draw = (year: number) => inTransaction(db, 'system', tx => nextNumber(tx, year))
const inOrder = (numbers: number[]) => numbers.toSorted((a, b) => a - b)

test('each year counts from 1, and people who raise at the same moment get different numbers', async () => {
  const drawn = await Promise.all(Array.from({ length: 20 }, () => draw(2026)))
  assert.deepEqual(
    inOrder(drawn),
    Array.from({ length: 20 }, (_, i) => i + 1),
  )
  assert.equal(await draw(2027), 1)
})

test('nobody waits for a number that is drawn and not yet kept', async () => {
  await inTransaction(db, 'system', async tx => {
    const mine = await nextNumber(tx, 2026)
    assert.equal(await draw(2026), mine + 1)
  })
})

test('after an import counting goes on behind it, before the first of the year and later', async () => {
  const imported = (year: number, last: number) =>
    db.owner`insert into enquiries.numbering (year, last) values (${year}, ${last}) on conflict (year) do update set last = excluded.last`
  await imported(2025, 4000)
  assert.equal(await draw(2025), 4001)
  await imported(2025, 5000)
  const drawn = await Promise.all([draw(2025), draw(2025), draw(2025)])
  assert.deepEqual(inOrder(drawn), [5001, 5002, 5003])
})
