import assert from 'node:assert/strict'
import { test } from 'node:test'
import { does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'

async function waiting() {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-01')
  await does('responder', 'ask', enquiry, '2026-06-01', { text: 'Which end?' })
  return enquiry
}

test('a question is asked after on the fifth and the tenth working day, each once, and closes on the twentieth', async () => {
  const enquiry = await waiting()
  const tried = (date: string) => refusedAs('system', 'remind', enquiry, date)
  assert.equal(await tried('2026-06-05'), 'too-soon')
  await does('system', 'remind', enquiry, '2026-06-08')
  assert.equal(await tried('2026-06-08'), 'too-soon')
  assert.equal(await tried('2026-06-12'), 'too-soon')
  await does('system', 'remind', enquiry, '2026-06-15')
  assert.equal(await tried('2026-06-16'), 'reminded')
  assert.equal((await standsAt(enquiry)).dueOn, null, 'the clock stays paused')
  assert.equal(await refusedAs('system', 'close-silent', enquiry, '2026-06-29'), 'too-soon')
  await does('system', 'close-silent', enquiry, '2026-06-30')
  const { status, outcome } = await standsAt(enquiry)
  assert.deepEqual([status, outcome], ['closed', 'member-silent'])
})

test('a run that comes late loses no reminder and closes nothing before it', async () => {
  const enquiry = await waiting()
  assert.equal(await refusedAs('system', 'close-silent', enquiry, '2026-07-06'), 'not-reminded')
  await does('system', 'remind', enquiry, '2026-07-06')
  assert.equal(await refusedAs('system', 'remind', enquiry, '2026-07-06'), 'too-soon')
  await does('system', 'remind', enquiry, '2026-07-07')
  assert.equal(await refusedAs('system', 'close-silent', enquiry, '2026-07-07'), 'not-reminded')
  await does('system', 'close-silent', enquiry, '2026-07-08')
})

test('a new question begins anew, and a reply ends it', async () => {
  const enquiry = await waiting()
  await does('system', 'remind', enquiry, '2026-06-08')
  await does('member', 'reply', enquiry, '2026-06-09', { text: 'The far end' })
  assert.equal(await refusedAs('system', 'remind', enquiry, '2026-06-15'), 'wrong-status')
  await does('responder', 'ask', enquiry, '2026-06-09', { text: 'Which side?' })
  assert.equal(await refusedAs('system', 'remind', enquiry, '2026-06-15'), 'too-soon')
  await does('system', 'remind', enquiry, '2026-06-16')
})

test('what closed for want of a reply is opened with one press; everything else needs a reason', async () => {
  const silent = await waiting()
  await does('system', 'remind', silent, '2026-06-08')
  await does('system', 'remind', silent, '2026-06-15')
  await does('system', 'close-silent', silent, '2026-06-30')
  await does('member', 'reopen', silent, '2026-07-01')
  const { status, holderId, round } = await standsAt(silent)
  assert.deepEqual([status, holderId !== null, round], ['in-progress', true, 2])
  const withdrawn = await raisedOn('2026-06-01')
  await does('member', 'withdraw', withdrawn, '2026-06-02', { text: 'It is mended' })
  assert.equal(await refusedAs('member', 'reopen', withdrawn, '2026-06-03'), 'no-reason')
})
