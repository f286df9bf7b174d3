import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editCalendar } from '#clock/door.ts'
import { actNamed, carryOut, houseWith, raise, raiseShape, theSystem } from '#enquiries/door.ts'
import { sweep } from '#escalation/door.ts'
import { day, instantOn, nowAt, type Now } from '#kernel/day.ts'
import { inTransaction, openDatabase, type Tx } from '#platform/db/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { follow } from './reactions/reactions.ts'
import { recalculate } from './timely.ts'

const db = await testDatabase()
const { people, topic, mailbox } = await smallCouncil(db.owner)
const stamp = { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' }
const at = (date: string, hour = 8): Now => nowAt(instantOn(day(date), hour))

// the queue: a job is there exactly when its transaction is
await db.owner`create table platform.waiting (id int generated always as identity, event_ids uuid[] not null)`
await db.owner`grant select, insert, delete on platform.waiting to one_stop_app`
const queued = async (tx: Tx, eventIds: readonly string[]) =>
  void (await tx`insert into platform.waiting (event_ids) values (${eventIds as string[]})`)
const house = houseWith((tx, { eventIds }) => queued(tx, eventIds))

async function raised(on: string): Promise<string> {
  const given = raiseShape.parse({
    member: people.member.person,
    subject: 'A canary in Mill Lane',
    text: 'When will it be mended?',
    topic: topic.potholes,
  })
  const done = await inTransaction(db, people.member.person, tx =>
    raise(tx, house, people.member, given, { now: at(on) }),
  )
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

/** Follows up what waits; a job that was done is gone. */
async function followed(now: Now): Promise<void> {
  for (const { id, eventIds } of await db.owner<{ id: number; eventIds: string[] }[]>`
    delete from platform.waiting returning id, event_ids`) {
    await follow({ db, stamp, publicUrl: 'http://localhost', now: () => now.at }, { enquiryId: String(id), eventIds })
  }
}

/** What each climbed, and when it was truly reached. */
const climbedBy = (references: readonly string[]) => db.owner<{ reference: string; rung: string; trueOn: string }[]>`
  select e.reference, v.data ->> 'rung' as rung, v.data ->> 'trueOn' as true_on
  from enquiries.event v join enquiries.enquiry e on e.id = v.enquiry_id
  where v.type = 'climbed' and e.reference = any (${references as string[]})
  order by 1, v.sequence`

const dueOf = async (reference: string): Promise<string> => {
  const [row] = await db.owner<{ dueOn: string }[]>`select due_on from enquiries.enquiry where reference = ${reference}`
  return row!.dueOn
}

const once = (rows: readonly { reference: string; rung: string }[]) =>
  assert.equal(new Set(rows.map(it => `${it.reference} ${it.rung}`)).size, rows.length, 'a step was climbed twice')

/** Ends the connection of a transaction in the middle of it, as a worker that is killed does. */
async function killed(tx: Tx): Promise<void> {
  const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
  await db.owner`select pg_terminate_backend(${own!.pid})`
}

test('a sweep that is killed in the middle leaves whole batches, and the next one does the rest, nothing twice', async () => {
  const references = await Promise.all(Array.from({ length: 9 }, () => raised('2026-06-01')))
  let batches = 0
  const dying = houseWith(async (tx, { eventIds }) => {
    await queued(tx, eventIds)
    if (++batches > 2) await killed(tx)
  })
  const worker = openDatabase(db.ownerUrl, { connections: 2 })
  await assert.rejects(sweep(worker, dying, at('2026-06-16'), 2))
  await worker.close()
  const before = await climbedBy(references)
  const rungs = ['nothing-said', 'due-soon', 'overdue', 'new-date']
  const reached = new Set(before.map(it => it.reference)).size
  assert.ok(reached > 0 && reached < references.length, `${reached} had climbed`)
  assert.equal(before.length, reached * rungs.length, 'one climbed a part of its steps')
  await sweep(db, house, at('2026-06-17'), 2)
  const after = await climbedBy(references)
  once(after)
  const of = (reference: string) => after.filter(it => it.reference === reference)
  for (const reference of references)
    assert.deepEqual(
      of(reference).map(it => [it.rung, it.trueOn]),
      [
        ['nothing-said', '2026-06-08'],
        ['due-soon', '2026-06-11'],
        ['overdue', '2026-06-16'],
        ['new-date', '2026-06-16'],
      ],
    )
  const jobs = await db.owner<{ eventIds: string[] }[]>`select event_ids from platform.waiting`
  const told = jobs.flatMap(it => it.eventIds)
  const events = await db.owner<{ id: string }[]>`select id from enquiries.event where type = 'climbed'`
  assert.deepEqual(told.filter(id => events.some(it => it.id === id)).toSorted(), events.map(it => it.id).toSorted())
  await followed(at('2026-06-17'))
})

test('a holiday that is proclaimed, taken back and proclaimed again moves the date there and back, and tells each move once', async () => {
  const reference = await raised('2026-07-01')
  const others = await raised('2026-09-01')
  await followed(at('2026-07-01'))
  assert.equal(await dueOf(reference), '2026-07-15')
  const edit = { on: day('2026-07-14'), name: 'A day of mourning', nation: null }
  const changed = async (change: object, hour: number): Promise<void> => {
    const now = at('2026-07-13', hour)
    const done = await inTransaction(db, people.admin.person, tx =>
      editCalendar(tx, { why: 'As proclaimed', ...change } as never, { by: people.admin.person, at: now.at }),
    )
    assert.ok(done.ok)
    for (const _ of [1, 2]) await recalculate({ db, house }, done.value.affectedDays, now)
    await sweep(db, house, now)
    await followed(now)
  }
  await changed({ add: [edit] }, 9)
  assert.equal(await dueOf(reference), '2026-07-16')
  await changed({ remove: [{ on: edit.on, nation: null }] }, 11)
  assert.equal(await dueOf(reference), '2026-07-15')
  await changed({ add: [edit] }, 13)
  assert.equal(await dueOf(reference), '2026-07-16')
  assert.equal(await dueOf(others), '2026-09-15', 'what the day does not concern')
  once(await climbedBy([reference]))
  const letters = await db.owner<{ subject: string }[]>`
    select subject from mail.outbox where reference = ${reference} and to_person = ${people.member.person}
      and created_at::date = '2026-07-13' and kind = 'notice'`
  assert.equal(letters.length, 3, 'the member hears of each move once')
})

test('a target that changes twice in a day touches no clock that runs, and nothing climbs twice', async () => {
  const reference = await raised('2026-10-01')
  const due = await dueOf(reference)
  const targetIs = (days: number | null) =>
    db.owner`update mailboxes.mailbox set limit_working_days = ${days} where id = ${mailbox.streets}`
  await targetIs(3)
  await sweep(db, house, at('2026-10-13'))
  const short = await raised('2026-10-13')
  await targetIs(null)
  await sweep(db, house, at('2026-10-13', 9))
  assert.equal(await dueOf(reference), due)
  assert.equal(await dueOf(short), '2026-10-16', 'the target of the moment in which it came')
  const rows = await climbedBy([reference])
  once(rows)
  assert.deepEqual(
    rows.map(it => it.rung),
    ['nothing-said', 'due-soon'],
  )
})

test('a clock that jumps forward and back climbs each step once and takes none back', async () => {
  const reference = await raised('2026-11-02')
  await sweep(db, house, at('2026-11-17'))
  const forward = await climbedBy([reference])
  for (const date of ['2026-11-03', '2026-11-17', '2026-11-10']) await sweep(db, house, at(date))
  assert.deepEqual([...(await climbedBy([reference]))], [...forward])
  const take = actNamed('climb')!
  const again = { round: 1, steps: [{ rung: 'overdue', trueOn: '2026-11-17' }] }
  const refused = await inTransaction(db, 'system', tx =>
    carryOut(tx, house, theSystem, reference, take, take.shape.parse(again) as never, { now: at('2026-11-18') }),
  )
  assert.ok(!refused.ok && refused.refusal.code === 'climbed-already')
})
