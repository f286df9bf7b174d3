import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseWith } from '#enquiries/door.ts'
import { council, db, does, raisedOn, standsAt } from '#enquiries/play-for-tests.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { consequencesOf, leaves } from './leavers.ts'

const { responder, secondResponder } = council.people
const house = houseWith(async () => {})
const now = nowAt(instantOn(day('2026-06-04'), 16))
const asCouncil = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)

test('a leaver’s work goes back to its mailbox the same day, with its clock and its history; nobody else’s does', async () => {
  const theirs = [await raisedOn('2026-06-01'), await raisedOn('2026-06-02')]
  const others = await raisedOn('2026-06-02')
  for (const one of theirs) await does('responder', 'take', one, '2026-06-02')
  await does('secondResponder', 'take', others, '2026-06-02')
  const answered = await raisedOn('2026-06-02')
  await does('responder', 'take', answered, '2026-06-02')
  await does('responder', 'answer', answered, '2026-06-03', { text: 'In July' })
  assert.match((await asCouncil(tx => consequencesOf(tx, responder.person)))[0]!, /2 open enquiries/)
  for (const _ of [1, 2]) await asCouncil(tx => leaves(tx, house, responder.person, now))
  for (const one of theirs) {
    const { status, holderId, dueOn, mailboxId } = await standsAt(one)
    assert.deepEqual([status, holderId, dueOn, mailboxId], ['new', null, one.dueOn, one.mailboxId])
  }
  assert.equal((await standsAt(others)).holderId, secondResponder.person)
  assert.equal((await standsAt(answered)).status, 'answered')
  const released = await db.owner<{ onDay: string }[]>`select on_day from enquiries.event where type = 'released'`
  assert.deepEqual(
    released.map(it => it.onDay),
    ['2026-06-04', '2026-06-04'],
  )
  assert.deepEqual(await asCouncil(tx => consequencesOf(tx, responder.person)), [])
})
