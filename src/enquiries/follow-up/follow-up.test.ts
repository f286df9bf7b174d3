import assert from 'node:assert/strict'
import { test } from 'node:test'
import { council, db, does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'

async function closed() {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  await does('responder', 'answer', enquiry, '2026-06-03', { text: 'In July' })
  await does('member', 'agree', enquiry, '2026-06-04')
  return enquiry
}

test('what closed long ago is followed by a new enquiry, linked, for whoever had it last', async () => {
  const old = await closed()
  assert.equal(await refusedAs('member', 'follow-up', old, '2026-07-02', { text: 'Again' }), 'open-again-instead')
  assert.equal(await refusedAs('member', 'reopen', old, '2026-07-03', { text: 'Again' }), 'too-late')
  const { raised } = await does('member', 'follow-up', old, '2026-07-03', { text: 'The hole is back. Why?' })
  const fresh = await standsAt(raised!)
  assert.notEqual(fresh.reference, old.reference)
  assert.deepEqual([fresh.status, fresh.holderId], ['assigned', council.people.responder.person])
  assert.deepEqual([fresh.receivedOn, fresh.dueOn, fresh.topicId], ['2026-07-03', '2026-07-17', old.topicId])
  assert.deepEqual(fresh.links, [{ to: old.id, as: 'follows' }])
  const before = await standsAt(old)
  assert.deepEqual([before.status, before.links], ['closed', [{ to: fresh.id, as: 'followed-by' }]])
})

test('words are needed, the member’s own of late being enough; the review lane is settled by it', async () => {
  const old = await closed()
  assert.equal(await refusedAs('responder', 'follow-up', old, '2026-07-10'), 'no-words')
  await does('member', 'reply', old, '2026-07-10', { text: 'It broke again' })
  const { raised } = await does('system', 'follow-up', old, '2026-07-13')
  assert.equal((await standsAt(raised!)).memberId, old.memberId)
  assert.equal((await standsAt(old)).laneOn, null)
})

test('a holder who is away does not get it, and who has no part in it raises nothing', async () => {
  const old = await closed()
  const { person } = council.people.responder
  await db.owner`insert into mailboxes.absence (person_id, from_on, until_on) values (${person}, '2026-07-01', '2026-07-31')`
  for (const who of ['secondResponder', 'auditor', 'otherMember'] as const)
    assert.match(await refusedAs(who, 'follow-up', old, '2026-07-10', { text: 'Me' }), /not-allowed|not-found/)
  const { raised } = await does('oneStop', 'follow-up', old, '2026-07-10', { text: 'They rang' })
  const { status, holderId, raisedBy } = await standsAt(raised!)
  assert.deepEqual([status, holderId, raisedBy], ['new', null, council.people.oneStop.person])
  await db.owner`delete from mailboxes.absence where person_id = ${person}`
})
