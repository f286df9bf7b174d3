import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { testDatabase } from '#test/database.ts'
import { atOnce } from '../db/at-once.ts'
import { inTransaction } from '../db/database.ts'
import { openJobs, type JobName } from './jobs.ts'

const db = await testDatabase()
const log = pino({ level: 'silent' })
const names: JobName[] = ['test.greet']

test('a job exists exactly when its transaction commits, and a worker does it once', async () => {
  const worker = await openJobs(db, names, log, { worker: true })
  const web = await openJobs(db, names, log, { worker: false })
  const greeted: string[] = []
  await worker.work(
    'test.greet',
    async jobs => void greeted.push(...jobs.map(job => (job.data as { name: string }).name)),
  )

  await inTransaction(db, 'system', tx => web.enqueue(tx, 'test.greet', { name: "O'Brien" }))
  await assert.rejects(
    inTransaction(db, 'system', async tx => {
      await web.enqueue(tx, 'test.greet', { name: 'nobody' })
      throw new Error('rolled back')
    }),
  )
  for (let waited = 0; greeted.length === 0 && waited < 100; waited++) await pause(50)
  await pause(1200)
  await web.stop()
  await worker.stop()
  assert.deepEqual(greeted, ["O'Brien"])
})

test('a job that comes by the hundred goes with other statements, and a worker finds it without being called', async () => {
  const byTheHundred: JobName[] = ['test.greet']
  // as a database has it in which it did not yet come by the hundred
  const worker = await openJobs(db, names, log, { worker: true, byTheHundred })
  const web = await openJobs(db, names, log, { worker: false, byTheHundred })
  const greeted: string[] = []
  await worker.work(
    'test.greet',
    async jobs => void greeted.push(...jobs.map(job => (job.data as { name: string }).name)),
  )
  await inTransaction(db, 'system', tx =>
    atOnce(
      tx,
      tx`insert into platform.setting (key, value) values ('council.name', '"Greeted"')`,
      web.job(tx, 'test.greet', { name: 'Zoë' }),
    ),
  )
  for (let waited = 0; greeted.length === 0 && waited < 100; waited++) await pause(50)
  assert.throws(() => web.job(db.sql as never, 'test.other', {}), /comes one by one/)
  await web.stop()
  await worker.stop()
  assert.deepEqual(greeted, ['Zoë'])
})

test('a job nobody declared is refused at once', async () => {
  const web = await openJobs(db, names, log, { worker: false })
  await assert.rejects(
    inTransaction(db, 'system', tx => web.enqueue(tx, 'test.gret', {})),
    /no job is called/,
  )
  await web.stop()
})
