import assert from 'node:assert/strict'
import { test } from 'node:test'
import { does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'

test('a question that came back paused nothing', async () => {
  const enquiry = await raisedOn('2026-06-01')
  const before = (await does('responder', 'take', enquiry, '2026-06-02')).enquiry
  const { messageId: message } = await does('responder', 'ask', enquiry, '2026-06-05', { text: 'Which end?' })
  assert.equal((await standsAt(enquiry)).dueOn, null)
  await does('system', 'void-question', enquiry, '2026-06-09', { message })
  assert.deepEqual(await standsAt(enquiry), { ...before, version: before.version + 2 })
  assert.equal(await refusedAs('system', 'void-question', enquiry, '2026-06-09', { message }), 'wrong-status')
})

test('a pause before it stays, and it does not count as one of the two', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  const first = await does('responder', 'ask', enquiry, '2026-06-02', { text: 'Which end?' })
  await does('member', 'reply', enquiry, '2026-06-04', { text: 'The far end' })
  const second = await does('responder', 'ask', enquiry, '2026-06-05', { text: 'Which side?' })
  const old = { message: first.messageId }
  assert.equal(await refusedAs('system', 'void-question', enquiry, '2026-06-08', old), 'not-the-question')
  await does('system', 'void-question', enquiry, '2026-06-08', { message: second.messageId })
  const { dueOn, pauses } = await standsAt(enquiry)
  assert.deepEqual([dueOn, pauses], ['2026-06-17', [{ askedOn: '2026-06-02', repliedOn: '2026-06-04' }]])
  await does('responder', 'ask', enquiry, '2026-06-08', { text: 'Which side, by telephone?' })
})

test('a member who replied had the question, whatever a report says', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  const { messageId: message } = await does('responder', 'ask', enquiry, '2026-06-05', { text: 'Which end?' })
  await does('member', 'reply', enquiry, '2026-06-08', { text: 'The far end' })
  assert.equal(await refusedAs('system', 'void-question', enquiry, '2026-06-09', { message }), 'wrong-status')
})
