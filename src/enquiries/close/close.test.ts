import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/db/database.ts'
import { messagesOf } from '../message.sql.ts'
import { db, does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'

const ends: Readonly<Record<string, readonly [given: object, outcome: string, told: RegExp]>> = {
  reroute: [
    { procedure: 'complaint', who: 'The complaints team', theirReference: 'C-12', text: 'It is a complaint.' },
    'rerouted',
    /^It is a complaint\.\n\nWhere it has gone: The complaints procedure\nWho has it: The complaints team\nTheir reference: C-12$/,
  ],
  transfer: [
    { who: 'Ms Okafor', organisation: 'Tess Valley Water', text: 'They mend it.' },
    'transferred',
    /^They mend it\.\n\nAccepted by: Ms Okafor, Tess Valley Water$/,
  ],
  close: [
    { outcome: 'unsatisfied', route: 'The ombudsman', text: 'We can do no more.' },
    'unsatisfied',
    /Where you can go next: The ombudsman$/,
  ],
}

for (const [name, [given, outcome, told]] of Object.entries(ends))
  test(`${name}: the member is told all they need, and it can be opened again`, async () => {
    const enquiry = await raisedOn('2026-06-01')
    await does('responder', 'take', enquiry, '2026-06-02')
    for (const who of ['member', 'secondResponder', 'auditor'] as const)
      assert.equal(await refusedAs(who, name, enquiry, '2026-06-03', given), 'not-allowed', who)
    assert.equal(await refusedAs('otherResponder', name, enquiry, '2026-06-03', given), 'not-found')
    const { messageId } = await does('responder', name, enquiry, '2026-06-03', given)
    const closed = await standsAt(enquiry)
    assert.deepEqual([closed.status, closed.outcome, closed.closedOn], ['closed', outcome, '2026-06-03'])
    const messages = await inTransaction(db, 'system', tx => messagesOf(tx, enquiry.id))
    assert.match(messages.find(it => it.id === messageId)!.words, told)
    assert.equal(await refusedAs('responder', name, enquiry, '2026-06-03', given), 'wrong-status')
    await does('member', 'reopen', enquiry, '2026-06-04', { text: 'No' })
  })

test('only member services say that something was recorded in error', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  for (const who of ['responder', 'owner', 'member'] as const)
    assert.equal(await refusedAs(who, 'close-as-error', enquiry, '2026-06-03', { text: 'Twice' }), 'not-allowed')
  await does('oneStop', 'close-as-error', enquiry, '2026-06-03', { text: 'Twice' })
  assert.equal((await standsAt(enquiry)).outcome, 'recorded-in-error')
})

test('who is not satisfied is told where to go next; who cannot be reached need not be', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  await does('responder', 'ask', enquiry, '2026-06-02', { text: 'Which end?' })
  const without = { outcome: 'unsatisfied', text: 'No more' }
  assert.equal(await refusedAs('responder', 'close', enquiry, '2026-06-03', without), 'no-route')
  await does('responder', 'close', enquiry, '2026-06-03', { outcome: 'no-response', text: 'We rang three times' })
  const { outcome, pauses } = await standsAt(enquiry)
  assert.deepEqual([outcome, pauses], ['no-response', [{ askedOn: '2026-06-02', repliedOn: '2026-06-03' }]])
})
