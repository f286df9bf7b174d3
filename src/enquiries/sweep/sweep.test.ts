import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/db/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { sweepTraces } from './sweep.sql.ts'

const db = await testDatabase()
const { oneStop } = (await smallCouncil(db.owner)).people
const old = new Date('2026-05-01T09:00:00Z')
const fresh = new Date('2026-06-20T09:00:00Z')
const before = new Date('2026-06-01T09:00:00Z')
const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`

const bulk = (n: number, at: Date, state: 'preview' | 'running' | 'done', undoes: string | null = null) =>
  db.owner`
    insert into enquiries.bulk (id, person_id, act, state, undoes, made_at, confirmed_at, finished_at)
    values (${id(n)}, ${oneStop.person}, 'note', ${state}, ${undoes}, ${at}, ${state === 'preview' ? null : at},
      ${state === 'done' ? at : null})`
const key = (name: string, at: Date) =>
  db.owner`
    insert into enquiries.idempotency (person_id, key, request_sha256, reference, at)
    values (${oneStop.person}, ${name}, 'x', 'ME-2026-000001', ${at})`

test('what is old and over is forgotten; what runs, is fresh, or can be looked back on from what is, stays', async () => {
  await bulk(1, old, 'done')
  await bulk(2, old, 'preview')
  await bulk(3, old, 'running')
  await bulk(4, fresh, 'preview')
  await bulk(5, old, 'done')
  await bulk(6, fresh, 'done', id(5))
  await bulk(7, old, 'done')
  await bulk(8, old, 'done', id(7))
  await key('old', old)
  await key('fresh', fresh)
  const sweep = () => inTransaction(db, 'system', tx => sweepTraces(tx, before))
  assert.deepEqual(await sweep(), { bulks: 4, keys: 1 })
  const left = await db.owner`select id from enquiries.bulk order by id`
  assert.deepEqual(
    left.map(it => it.id),
    [3, 4, 5, 6].map(id),
  )
  assert.deepEqual(
    (await db.owner`select key from enquiries.idempotency`).map(it => it.key),
    ['fresh'],
  )
  assert.deepEqual(await sweep(), { bulks: 0, keys: 0 })
})
