import assert from 'node:assert/strict'
import { test } from 'node:test'
import { council, db, does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'
import type { Enquiry } from '../enquiry.ts'

const other = ({ reference }: Enquiry) => ({ other: reference })
const thirdMember = council.people.performance.person
await db.owner`
  insert into people.member (person_id, ward_id, from_on)
  select ${thirdMember}, ward_id, from_on from people.member where person_id = ${council.people.member.person}`

const leadOf = async (it: Enquiry) => (await standsAt(it)).setLeadId

async function setOfThree() {
  const lead = await raisedOn('2026-06-01')
  const second = await raisedOn('2026-06-02', {}, 'otherMember')
  const third = await raisedOn('2026-06-03', { member: thirdMember, channel: 'phone' }, 'oneStop')
  await does('oneStop', 'add-to-set', second, '2026-06-04', other(lead))
  await does('oneStop', 'add-to-set', second, '2026-06-04', other(third))
  return { lead, second, third }
}

test('several members’ enquiries make a set: one leads, and nothing else changes', async () => {
  const { lead, second, third } = await setOfThree()
  for (const it of [lead, second, third]) {
    const now = await standsAt(it)
    assert.deepEqual({ ...now, version: it.version, setLeadId: null }, it)
    assert.equal(now.setLeadId, lead.id)
  }
  assert.equal(await refusedAs('oneStop', 'add-to-set', third, '2026-06-05', other(second)), 'in-this-set')
})

test('the lead can be changed, and leaves the rest to the earliest; two make a set, one does not', async () => {
  const { lead, second, third } = await setOfThree()
  await does('oneStop', 'lead-set', third, '2026-06-05')
  for (const it of [lead, second, third]) assert.equal(await leadOf(it), third.id)
  assert.equal(await refusedAs('oneStop', 'lead-set', third, '2026-06-05'), 'leads-already')
  await does('oneStop', 'leave-set', third, '2026-06-05', { why: 'Another lamp' })
  assert.deepEqual([await leadOf(lead), await leadOf(second), await leadOf(third)], [lead.id, lead.id, null])
  await does('oneStop', 'leave-set', second, '2026-06-05')
  assert.deepEqual([await leadOf(lead), await leadOf(second)], [null, null])
  for (const act of ['leave-set', 'lead-set'])
    assert.equal(await refusedAs('oneStop', act, lead, '2026-06-05'), 'not-in-a-set')
})

test('what cannot be in one set says why', async () => {
  const { lead, second } = await setOfThree()
  const tried = (it: Enquiry, to: Enquiry) => refusedAs('oneStop', 'add-to-set', it, '2026-06-05', other(to))
  const again = await raisedOn('2026-06-04')
  assert.equal(await tried(again, lead), 'same-member')
  assert.equal(await tried(again, second), 'same-member', 'the set has one of this member')
  assert.equal(await tried(lead, lead), 'same-enquiry')
  const restricted = { mailbox: council.mailbox.safeguarding, topic: undefined }
  const hidden = await raisedOn('2026-06-04', restricted, 'otherMember')
  assert.equal(await tried(again, hidden), 'no-such-enquiry')
  assert.equal(await tried(hidden, again), 'not-found')
  const theirs = await raisedOn('2026-06-04', {}, 'otherMember')
  const joined = await raisedOn('2026-06-04')
  await does('oneStop', 'join', joined, '2026-06-05', other(again))
  assert.equal(await tried(theirs, joined), 'joined-itself')
  assert.equal(await tried(joined, theirs), 'joined')
  await does('otherMember', 'withdraw', theirs, '2026-06-05', { text: 'It was mended' })
  assert.equal(await tried(again, theirs), 'not-open')
  assert.equal(await tried(theirs, again), 'wrong-status')
  for (const who of ['member', 'assistant', 'auditor', 'responder', 'head'] as const)
    for (const act of ['add-to-set', 'lead-set', 'leave-set'])
      assert.equal(await refusedAs(who, act, second, '2026-06-05', other(again)), 'not-allowed', `${act} by ${who}`)
})

test('in a set nothing is joined', async () => {
  const { lead } = await setOfThree()
  const again = await raisedOn('2026-06-04')
  assert.equal(await refusedAs('oneStop', 'join', again, '2026-06-05', other(lead)), 'in-a-set')
})

test('restricted ones are in a set among themselves, and what becomes restricted leaves its set', async () => {
  const { lead, second, third } = await setOfThree()
  const to = { mailbox: council.mailbox.safeguarding, why: 'A child is at risk' }
  await does('oneStop', 'move', lead, '2026-06-05', to)
  assert.deepEqual([await leadOf(lead), await leadOf(second), await leadOf(third)], [null, second.id, second.id])
  const restricted = { mailbox: council.mailbox.safeguarding, topic: undefined }
  const one = await raisedOn('2026-06-04', restricted, 'otherMember')
  await does('properOfficer', 'add-to-set', one, '2026-06-05', other(lead))
  assert.equal(await leadOf(one), lead.id)
})
