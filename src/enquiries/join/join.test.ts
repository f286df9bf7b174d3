import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { council, db, does, raisedOn, refusedAs, standsAt } from '../play-for-tests.ts'
import type { Enquiry } from '../enquiry.ts'

const other = ({ reference }: Enquiry) => ({ other: reference })

test('the lead counts from the earliest receipt and by the strictest date; the joined one closes and points to it', async () => {
  const first = await raisedOn('2026-06-01')
  const lead = await raisedOn('2026-06-03')
  await does('responder', 'take', lead, '2026-06-04')
  await does('responder', 'take', first, '2026-06-04')
  await does('responder', 'join', first, '2026-06-05', { ...other(lead), why: 'The same hole' })
  const joined = await standsAt(first)
  assert.deepEqual([joined.status, joined.outcome, joined.holderId], ['closed', 'joined', null])
  assert.deepEqual(joined.links, [{ to: lead.id, as: 'joined-to' }])
  const leading = await standsAt(lead)
  assert.deepEqual(
    [leading.receivedOn, leading.dueOn, leading.headlineDueOn],
    ['2026-06-01', '2026-06-15', '2026-06-15'],
  )
  assert.equal(await refusedAs('member', 'reply', first, '2026-06-08', { text: 'And?' }), 'joined')
  assert.equal(await refusedAs('member', 'reopen', first, '2026-06-08', { text: 'And?' }), 'joined')
  assert.equal(await refusedAs('owner', 'join', first, '2026-06-08', other(lead)), 'joined')
  await does('responder', 'note', first, '2026-06-08', { text: 'Kept' })
})

test('a lead that waits for the member waits no more: they have written', async () => {
  const lead = await raisedOn('2026-06-01')
  await does('responder', 'take', lead, '2026-06-02')
  await does('responder', 'ask', lead, '2026-06-03', { text: 'Which lane?' })
  const more = await raisedOn('2026-06-05')
  await does('oneStop', 'join', more, '2026-06-08', other(lead))
  const { status, dueOn, pauses } = await standsAt(lead)
  assert.deepEqual([status, dueOn], ['in-progress', '2026-06-17'])
  assert.deepEqual(pauses, [{ askedOn: '2026-06-03', repliedOn: '2026-06-05' }])
  await does('oneStop', 'unjoin', more, '2026-06-09')
  const again = await standsAt(lead)
  assert.deepEqual([again.status, again.dueOn], ['waiting-for-member', null])
})

test('what may not be joined says why', async () => {
  const lead = await raisedOn('2026-06-01')
  const theirs = await raisedOn('2026-06-01', {}, 'otherMember')
  const restricted = await raisedOn('2026-06-01', { mailbox: council.mailbox.safeguarding, topic: undefined })
  const tried = (it: Enquiry, to: Enquiry) => refusedAs('oneStop', 'join', it, '2026-06-02', other(to))
  assert.equal(await tried(lead, lead), 'same-enquiry')
  assert.equal(await tried(theirs, lead), 'other-member')
  assert.equal(await tried(lead, restricted), 'no-such-enquiry')
  assert.equal(await tried(restricted, lead), 'not-found')
  for (const who of ['member', 'assistant', 'auditor', 'responder'] as const)
    assert.equal(await refusedAs(who, 'join', lead, '2026-06-02', other(theirs)), 'not-allowed', who)
  const second = await raisedOn('2026-06-02')
  const third = await raisedOn('2026-06-02')
  await does('oneStop', 'join', second, '2026-06-02', other(lead))
  assert.equal(await tried(third, second), 'joined-itself')
  assert.equal(await tried(lead, third), 'leads')
  assert.equal(await refusedAs('oneStop', 'unjoin', third, '2026-06-02'), 'wrong-status')
  await does('oneStop', 'answer-at-once', third, '2026-06-02', { text: 'In July' })
  assert.equal(await tried(await raisedOn('2026-06-02'), third), 'not-open')
})

test('an ordinary enquiry joined to a restricted one is seen by as few, until it is separated', async () => {
  const lead = await raisedOn('2026-06-01', { mailbox: council.mailbox.safeguarding, topic: undefined })
  const ordinary = await raisedOn('2026-06-02', { mailbox: council.mailbox.safeguarding, topic: undefined })
  await does('properOfficer', 'join', ordinary, '2026-06-03', other(lead))
  assert.equal((await standsAt(ordinary)).restricted, true)
  for (const who of ['oneStop', 'responder', 'assistant'] as const)
    assert.equal(
      await refusedAs(who, 'unjoin', ordinary, '2026-06-03'),
      who === 'assistant' ? 'not-allowed' : 'not-found',
    )
  await does('properOfficer', 'unjoin', ordinary, '2026-06-03')
})

test('a holder who has gone since does not get it back: its mailbox does', async () => {
  const lead = await raisedOn('2026-06-01')
  const it = await raisedOn('2026-06-02')
  await does('secondResponder', 'take', it, '2026-06-02')
  await does('oneStop', 'join', it, '2026-06-03', other(lead))
  await db.owner`update people.person set disabled_at = now() where id = ${council.people.secondResponder.person}`
  await does('oneStop', 'unjoin', it, '2026-06-04')
  const { status, holderId } = await standsAt(it)
  assert.deepEqual([status, holderId], ['new', null])
  await db.owner`update people.person set disabled_at = null where id = ${council.people.secondResponder.person}`
})

type Life = readonly string[]

/** What an enquiry may have lived through before it is joined. */
const lives: readonly Life[] = [
  [],
  ['take'],
  ['take', 'ask'],
  ['take', 'ask', 'reply'],
  ['take', 'answer'],
  ['take', 'answer', 'disagree'],
  ['take', 'answer', 'agree'],
  ['take', 'answer', 'disagree', 'ask'],
]
const openLives = lives.filter(life => !['answer', 'agree'].includes(life.at(-1) ?? ''))

async function lived(life: Life, from: number): Promise<Enquiry> {
  const on = (n: number) => `2026-06-${String(n).padStart(2, '0')}`
  const enquiry = await raisedOn(on(from))
  for (const [i, name] of life.entries()) {
    const who = ['reply', 'agree', 'disagree'].includes(name) ? 'member' : 'responder'
    await does(who, name, enquiry, on(from + i + 1), name === 'take' || name === 'agree' ? {} : { text: 'Words' })
  }
  return standsAt(enquiry)
}

test('join then unjoin leaves both as they were: status, dates, access', async () => {
  const life = fc.constantFrom(...lives)
  await fc.assert(
    fc.asyncProperty(life, fc.constantFrom(...openLives), fc.integer({ min: 1, max: 9 }), async (one, two, from) => {
      const [it, lead] = [await lived(one, from), await lived(two, 10 - from)]
      await does('oneStop', 'join', it, '2026-06-17', other(lead))
      const joinedLead = await standsAt(lead)
      assert.ok(joinedLead.receivedOn <= it.receivedOn && joinedLead.receivedOn <= lead.receivedOn)
      for (const { dueOn } of [it, lead])
        if (dueOn && it.status !== 'closed' && it.status !== 'answered') assert.ok(joinedLead.dueOn! <= dueOn)
      await does('oneStop', 'unjoin', it, '2026-06-18')
      assert.deepEqual(await standsAt(it), { ...it, version: it.version + 2 })
      assert.deepEqual(await standsAt(lead), { ...lead, version: lead.version + 2 })
    }),
    { numRuns: 12 },
  )
})
