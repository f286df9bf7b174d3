import assert from 'node:assert/strict'
import { test } from 'node:test'
import { council, does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'

test('a link is a fact of both enquiries and changes nothing else', async () => {
  const first = await raisedOn('2026-06-01')
  const later = await raisedOn('2026-06-02', {}, 'otherMember')
  await does('responder', 'link', later, '2026-06-03', { other: first.reference.toLowerCase(), as: 'follows' })
  assert.deepEqual((await standsAt(later)).links, [{ to: first.id, as: 'follows' }])
  assert.deepEqual((await standsAt(first)).links, [{ to: later.id, as: 'followed-by' }])
  assert.deepEqual({ ...(await standsAt(first)), version: 1, links: [] }, first)
  const again = { other: later.reference, as: 'related' }
  assert.equal(await refusedAs('responder', 'link', first, '2026-06-03', again), 'linked-already')
  await does('owner', 'unlink', first, '2026-06-03', { other: later.reference })
  assert.deepEqual([(await standsAt(later)).links, (await standsAt(first)).links], [[], []])
  assert.equal(await refusedAs('owner', 'unlink', first, '2026-06-03', { other: later.reference }), 'not-linked')
})

test('nobody links what they do not see, nor without a part in both', async () => {
  const first = await raisedOn('2026-06-01')
  const elsewhere = await raisedOn('2026-06-01', { topic: council.topic.homelessness })
  const given = { other: elsewhere.reference, as: 'related' }
  assert.equal(await refusedAs('responder', 'link', first, '2026-06-02', given), 'no-such-enquiry')
  assert.equal(
    await refusedAs('responder', 'link', first, '2026-06-02', { ...given, other: 'ME-2026-999999' }),
    'no-such-enquiry',
  )
  for (const who of ['member', 'assistant', 'auditor', 'head'] as const)
    assert.equal(await refusedAs(who, 'link', first, '2026-06-02', given), 'not-allowed', who)
  await does('oneStop', 'link', first, '2026-06-02', given)
})

test('what is joined is not unlinked', async () => {
  const lead = await raisedOn('2026-06-01')
  const it = await raisedOn('2026-06-01')
  await does('oneStop', 'join', it, '2026-06-02', { other: lead.reference })
  assert.equal(await refusedAs('oneStop', 'unlink', lead, '2026-06-02', { other: it.reference }), 'joined')
})
