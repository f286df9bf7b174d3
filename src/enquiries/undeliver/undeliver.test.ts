import assert from 'node:assert/strict'
import { test } from 'node:test'
import { does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'

const promising = { text: 'In July.', promises: [{ words: 'It is mended', who: '', dueOn: '2026-07-01' }] }

test('an answer that came back counts as never given: the work, the clock and the promises are as before', async () => {
  const enquiry = await raisedOn('2026-06-01')
  const before = (await does('responder', 'take', enquiry, '2026-06-02')).enquiry
  const { messageId } = await does('responder', 'answer', enquiry, '2026-06-05', promising)
  const after = (await does('system', 'undeliver', enquiry, '2026-06-05', { message: messageId })).enquiry
  assert.deepEqual(
    { ...after, version: before.version, nextUpdateOn: before.nextUpdateOn },
    { ...before, promises: [] },
  )
  assert.equal(await refusedAs('system', 'undeliver', enquiry, '2026-06-05', { message: messageId }), 'wrong-status')
  await does('responder', 'answer', enquiry, '2026-06-08', { text: 'By letter now.' })
  const again = await standsAt(enquiry)
  assert.deepEqual([again.status, again.firstAnsweredOn], ['answered', '2026-06-08'])
  assert.equal(await refusedAs('system', 'undeliver', enquiry, '2026-06-09', { message: messageId }), 'not-the-answer')
})

test('in round 2 only the second answer is taken back', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  const first = await does('responder', 'answer', enquiry, '2026-06-05', promising)
  await does('member', 'disagree', enquiry, '2026-06-08', { text: 'No date' })
  const second = await does('responder', 'answer', enquiry, '2026-06-09', { text: 'On 1 July' })
  const old = { message: first.messageId }
  assert.equal(await refusedAs('system', 'undeliver', enquiry, '2026-06-10', old), 'not-the-answer')
  await does('system', 'undeliver', enquiry, '2026-06-10', { message: second.messageId })
  const { status, round, dueOn, firstAnsweredOn, promises } = await standsAt(enquiry)
  assert.deepEqual(
    [status, round, dueOn, firstAnsweredOn, promises.length],
    ['in-progress', 2, '2026-06-15', '2026-06-05', 1],
  )
})

test('what closed by silence opens again; what the member spoke of did arrive', async () => {
  const silent = await raisedOn('2026-06-01')
  await does('responder', 'take', silent, '2026-06-02')
  const { messageId: message } = await does('responder', 'answer', silent, '2026-06-05', promising)
  await does('system', 'close-silent', silent, '2026-06-30')
  await does('system', 'undeliver', silent, '2026-06-30', { message })
  const { status, closedOn, outcome } = await standsAt(silent)
  assert.deepEqual([status, closedOn, outcome], ['in-progress', null, null])
  const agreed = await raisedOn('2026-06-01')
  await does('responder', 'take', agreed, '2026-06-02')
  const given = await does('responder', 'answer', agreed, '2026-06-05', promising)
  await does('member', 'agree', agreed, '2026-06-08')
  assert.equal(await refusedAs('system', 'undeliver', agreed, '2026-06-09', { message: given.messageId }), 'heard')
})

test('nobody but the house takes an answer back', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  const { messageId: message } = await does('responder', 'answer', enquiry, '2026-06-05', promising)
  for (const who of ['member', 'responder', 'owner', 'oneStop', 'otherResponder'] as const)
    assert.equal(await refusedAs(who, 'undeliver', enquiry, '2026-06-05', { message }), 'not-allowed', who)
})
