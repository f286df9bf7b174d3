import assert from 'node:assert/strict'
import { test } from 'node:test'
import { council, does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'
import type { Enquiry } from '../enquiry.ts'

const clockOf = async (enquiry: Enquiry) => {
  const { kind, clockFrom, limitWorkingDays, dueOn } = await standsAt(enquiry)
  return [kind, clockFrom, limitWorkingDays, dueOn]
}
const as = (kind: string) => ({ kind, text: 'It asks for a copy of a report' })

test('an information request has the law’s 20 working days from receipt; back again it has its own', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  await does('responder', 'change-kind', enquiry, '2026-06-03', as('information-request'))
  assert.deepEqual(await clockOf(enquiry), ['information-request', '2026-06-01', 20, '2026-06-29'])
  assert.equal(
    await refusedAs('responder', 'change-kind', enquiry, '2026-06-03', as('information-request')),
    'same-kind',
  )
  await does('oneStop', 'change-kind', enquiry, '2026-06-04', as('service-request'))
  assert.deepEqual(await clockOf(enquiry), ['service-request', '2026-06-01', 10, '2026-06-15'])
})

test('a complaint: acknowledged within 5, stage 1 within 10 of that, stage 2 within 20', async () => {
  const complaint = await raisedOn('2026-06-01', { kind: 'complaint' })
  assert.deepEqual(await clockOf(complaint), ['complaint', '2026-06-01', 15, '2026-06-22'])
  await does('responder', 'take', complaint, '2026-06-03')
  assert.deepEqual(await clockOf(complaint), ['complaint', '2026-06-03', 10, '2026-06-17'])
  await does('responder', 'answer', complaint, '2026-06-10', { text: 'We are sorry' })
  await does('member', 'disagree', complaint, '2026-06-11', { text: 'Not enough' })
  assert.deepEqual(await clockOf(complaint), ['complaint', '2026-06-11', 20, '2026-07-09'])
})

test('a late acknowledgement wins no time', async () => {
  const complaint = await raisedOn('2026-06-01', { kind: 'complaint' })
  await does('responder', 'take', complaint, '2026-06-12')
  assert.deepEqual(await clockOf(complaint), ['complaint', '2026-06-08', 10, '2026-06-22'])
})

test('what was acknowledged before it became a complaint counts from there', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  await does('responder', 'ask', enquiry, '2026-06-03', { text: 'Is it a complaint?' })
  await does('responder', 'change-kind', enquiry, '2026-06-04', as('complaint'))
  assert.deepEqual(await clockOf(enquiry), ['complaint', '2026-06-02', 10, null])
  await does('member', 'reply', enquiry, '2026-06-05', { text: 'Yes' })
  assert.deepEqual(await clockOf(enquiry), ['complaint', '2026-06-02', 10, '2026-06-18'])
})

test('restricted is a matter of the mailbox, not of a choice', async () => {
  const restricted = await raisedOn('2026-06-01', { mailbox: council.mailbox.safeguarding, topic: undefined })
  await does('properOfficer', 'take', restricted, '2026-06-02')
  assert.equal(await refusedAs('properOfficer', 'change-kind', restricted, '2026-06-02', as('complaint')), 'restricted')
  await assert.rejects(() => does('oneStop', 'change-kind', restricted, '2026-06-02', as('restricted')))
  const enquiry = await raisedOn('2026-06-01')
  for (const who of ['member', 'assistant', 'secondResponder', 'auditor'] as const)
    assert.equal(await refusedAs(who, 'change-kind', enquiry, '2026-06-02', as('complaint')), 'not-allowed', who)
  await does('oneStop', 'move', enquiry, '2026-06-02', { mailbox: council.mailbox.safeguarding, why: 'At risk' })
  assert.equal((await standsAt(enquiry)).kind, 'restricted')
})
