import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'

const { council, raised, does, db } = await actingTown()
const { responder, owner } = council.people
const wrong = { because: 'wrong-mailbox', rightMailbox: council.mailbox.housing, why: 'It is the housing estate' }

async function given(date = '2026-06-01') {
  const enquiry = await raised(date)
  allowed(await does('owner', 'allocate', enquiry, date, { to: responder.person }))
  return enquiry
}

test('given work is accepted by its holder, once, and the member gets a date', async () => {
  const enquiry = await given()
  assert.equal(refusedAs(await does('secondResponder', 'accept', enquiry, '2026-06-02')), 'not-allowed')
  assert.equal(refusedAs(await does('otherResponder', 'accept', enquiry, '2026-06-02')), 'not-found')
  const accepted = allowed(await does('responder', 'accept', enquiry, '2026-06-02'))
  assert.deepEqual(
    [accepted.status, accepted.accepted, accepted.assignedOn, accepted.nextUpdateOn, accepted.dueOn],
    ['in-progress', true, null, '2026-06-09', '2026-06-15'],
  )
  assert.equal(refusedAs(await does('responder', 'accept', enquiry, '2026-06-02')), 'wrong-status')
})

test('declining names the right mailbox, keeps the clock, and one press moves it there', async () => {
  const enquiry = await given()
  const declined = allowed(await does('responder', 'decline', enquiry, '2026-06-02', wrong))
  assert.deepEqual(
    [declined.status, declined.holderId, declined.rightMailboxId, declined.mailboxId, declined.dueOn],
    ['new', null, council.mailbox.housing, council.mailbox.streets, '2026-06-15'],
  )
  const moved = allowed(
    await does('oneStop', 'move', enquiry, '2026-06-02', { mailbox: declined.rightMailboxId, why: 'Declined' }),
  )
  assert.deepEqual([moved.mailboxId, moved.rightMailboxId, moved.dueOn], [council.mailbox.housing, null, '2026-06-15'])
})

test('without a mailbox it is declined all the same; with an impossible one it is not', async () => {
  const enquiry = await given()
  assert.equal(
    refusedAs(
      await does('responder', 'decline', enquiry, '2026-06-02', { ...wrong, rightMailbox: council.mailbox.streets }),
    ),
    'same-mailbox',
  )
  assert.equal(
    refusedAs(await does('responder', 'decline', enquiry, '2026-06-02', { ...wrong, rightMailbox: enquiry.id })),
    'no-mailbox',
  )
  const { rightMailbox: _, ...unknown } = wrong
  const declined = allowed(await does('responder', 'decline', enquiry, '2026-06-02', unknown))
  assert.equal(declined.rightMailboxId, null)
  allowed(await does('owner', 'allocate', enquiry, '2026-06-02', { to: owner.person }))
})

test('declines can be counted by their reason from the events alone', async () => {
  const [row] = await db.owner`
    select count(*)::int as n from enquiries.event where type = 'declined' and data ->> 'because' = 'wrong-mailbox'`
  assert.equal(row!.n, 2)
})

test('whoever took it themselves has nothing to decline', async () => {
  const enquiry = await raised('2026-06-01')
  allowed(await does('responder', 'take', enquiry, '2026-06-01'))
  assert.equal(refusedAs(await does('responder', 'decline', enquiry, '2026-06-01', wrong)), 'wrong-status')
})
