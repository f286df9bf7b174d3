import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/db/database.ts'
import { council, db, does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'
import { partsOf } from '../enquiry.sql.ts'

const { people, mailbox } = council
const given = { sensitivity: 'adult-at-risk', why: 'It tells of somebody’s health' }
const sees = (person: string, reference: string): Promise<boolean> =>
  inTransaction(db, person, async tx => (await partsOf(tx, reference, person)).length > 0)

test('a matter that slipped goes to the proper officer, out of sight of whoever had it; its date stays', async () => {
  const before = await raisedOn('2026-06-01')
  await does('responder', 'take', before, '2026-06-02')
  assert.ok(await sees(people.oneStop.person, before.reference))
  await does('responder', 'restrict', before, '2026-06-03', given)
  const after = await standsAt(before)
  assert.deepEqual(
    [after.restricted, after.kind, after.mailboxId, after.holderId, after.status, after.dueOn],
    [true, 'restricted', mailbox.safeguarding, null, 'new', before.dueOn],
  )
  for (const key of ['responder', 'owner', 'oneStop', 'head', 'dpo', 'assistant'] as const)
    assert.equal(await sees(people[key].person, before.reference), false, key)
  for (const key of ['member', 'properOfficer'] as const)
    assert.ok(await sees(people[key].person, before.reference), key)
})

test('whoever of the council sees it may restrict it, and so may its member and who acts for them', async () => {
  for (const by of ['member', 'assistant', 'oneStop', 'owner', 'head', 'director', 'performance', 'dpo'] as const) {
    const enquiry = await raisedOn('2026-06-01')
    await does(by, 'restrict', enquiry, '2026-06-03', given)
    assert.ok((await standsAt(enquiry)).restricted, by)
  }
  const enquiry = await raisedOn('2026-06-01')
  for (const by of ['auditor', 'admin', 'partner'] as const)
    assert.equal(await refusedAs(by, 'restrict', enquiry, '2026-06-03', given), 'not-allowed', by)
  assert.equal(await refusedAs('otherResponder', 'restrict', enquiry, '2026-06-03', given), 'not-found')
})

test('twice changes nothing, and the line that says why holds no number of anybody', async () => {
  const enquiry = await raisedOn('2026-06-01')
  const why = 'Call her on 01632 960 123'
  assert.equal(await refusedAs('owner', 'restrict', enquiry, '2026-06-03', { ...given, why }), 'detail')
  await does('owner', 'restrict', enquiry, '2026-06-03', given)
  assert.equal(await refusedAs('properOfficer', 'restrict', enquiry, '2026-06-03', given), 'restricted-already')
})

test('an answered one is restricted too, stays answered, and is held by nobody', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  await does('responder', 'answer', enquiry, '2026-06-03', { text: 'Done', answers: [] })
  await does('member', 'restrict', enquiry, '2026-06-04', given)
  const after = await standsAt(enquiry)
  assert.deepEqual([after.status, after.holderId, after.restricted], ['answered', null, true])
  assert.equal(await sees(people.responder.person, enquiry.reference), false)
})

test('parts that were asked for end, and whoever was asked sees no more what it was', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  const { email } = people.otherResponder
  const asked = { email, name: 'Dylan', questions: ['Who lives there?'], dueOn: '2026-06-08' }
  await does('responder', 'ask-contribution', enquiry, '2026-06-02', asked)
  await does('owner', 'restrict', enquiry, '2026-06-03', given)
  const after = await standsAt(enquiry)
  assert.deepEqual(
    after.contributions.map(it => it.ended),
    ['withdrawn'],
  )
})

test('what is joined to it is restricted with it, and is so for good when they are parted', async () => {
  const lead = await raisedOn('2026-06-01')
  const joined = await raisedOn('2026-06-01')
  await does('owner', 'join', joined, '2026-06-02', { other: lead.reference })
  await does('owner', 'restrict', lead, '2026-06-03', given)
  assert.ok((await standsAt(joined)).restricted)
  assert.equal(await sees(people.owner.person, joined.reference), false)
  await does('properOfficer', 'unjoin', joined, '2026-06-04')
  assert.deepEqual(
    [(await standsAt(joined)).restricted, (await standsAt(joined)).mailboxId],
    [true, mailbox.safeguarding],
  )
})
