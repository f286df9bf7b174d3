import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallCouncil } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { instantOn, nowAt, day, type Day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Result } from '#kernel/result.ts'
import { actNamed, carryOut, houseWith, raise, raiseShape, replay, type Doer, type Enquiry } from './door.ts'
import { enquiryByReference, historyOf } from './enquiry.sql.ts'
import { messagesOf } from './message.sql.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const { member, otherMember, responder, otherResponder, owner } = council.people
const followed: string[] = []
const house = houseWith(async (_tx, { eventIds }) => void followed.push(...eventIds))

const on = (date: string) => ({ now: nowAt(instantOn(day(date), 10)) })

async function raised(date: string, given: object = {}): Promise<Enquiry> {
  const it = raiseShape.parse({
    member: member.person,
    subject: 'Pothole in Mill Lane',
    text: 'When will it be mended? Who decided to wait?',
    topic: council.topic.potholes,
    ...given,
  })
  return value(await inTransaction(db, member.person, tx => raise(tx, house, member, it, on(date)))).enquiry
}

async function does(
  doer: Doer,
  name: string,
  enquiry: Enquiry,
  date: string,
  given: object = {},
): Promise<Result<{ enquiry: Enquiry }>> {
  const act = actNamed(name)!
  return inTransaction(db, doer.person ?? 'system', tx =>
    carryOut(tx, house, doer, enquiry.reference, act, act.shape.parse(given) as never, on(date)),
  )
}

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.refusal.words)
  return result.value
}

test('the main road: raised, taken, asked, replied, answered with a promise, disagreed, answered again, agreed', async () => {
  const enquiry = await raised('2026-06-01')
  assert.match(enquiry.reference, /^ME-2026-\d{6}$/)
  assert.equal(enquiry.dueOn, '2026-06-15')
  await does(responder, 'take', enquiry, '2026-06-02').then(value)
  const asked = value(await does(responder, 'ask', enquiry, '2026-06-05', { text: 'Which end of the lane?' }))
  assert.equal(asked.enquiry.status, 'waiting-for-member')
  assert.equal(asked.enquiry.dueOn, null)
  const resumed = value(await does(member, 'reply', enquiry, '2026-06-08', { text: 'By the bridge' }))
  assert.equal(resumed.enquiry.dueOn, '2026-06-16')
  const refused = await does(responder, 'answer', enquiry, '2026-06-09', {
    text: 'Soon',
    answers: [{ number: 1, answer: 'In July' }],
  })
  assert.equal(!refused.ok && refused.refusal.field, 'answers/2')
  const answered = value(
    await does(responder, 'answer', enquiry, '2026-06-09', {
      text: 'It will be mended in July.',
      answers: [
        { number: 1, answer: 'In July' },
        { number: 2, excuse: 'No record was kept' },
      ],
      promises: [{ words: 'The lane is resurfaced', who: 'Highways', dueOn: '2026-07-10' }],
    }),
  )
  assert.equal(answered.enquiry.status, 'answered')
  const disagreed = value(await does(member, 'disagree', enquiry, '2026-06-10', { text: 'Nobody said who pays' }))
  assert.deepEqual(
    [disagreed.enquiry.round, disagreed.enquiry.dueOn, disagreed.enquiry.status],
    [2, '2026-06-17', 'in-progress'],
  )
  assert.equal(disagreed.enquiry.headlineDueOn, '2026-06-16')
  value(await does(responder, 'answer', enquiry, '2026-06-12', { text: 'The council pays.' }))
  const agreed = value(await does(member, 'agree', enquiry, '2026-06-12'))
  assert.deepEqual([agreed.enquiry.status, agreed.enquiry.outcome], ['closed', 'resolved-by-member'])

  await inTransaction(db, member.person, async tx => {
    const stored = await enquiryByReference(tx, enquiry.reference)
    const history = await historyOf(tx, enquiry.id)
    assert.deepEqual({ ...stored }, replay(enquiry.id, enquiry.reference, history))
    assert.equal(followed.length >= history.length, true)
    assert.deepEqual(
      (await messagesOf(tx, enquiry.id)).map(message => message.kind),
      ['enquiry', 'question', 'reply', 'answer', 'disagreement', 'answer'],
    )
  })
})

test('what somebody may not see does not exist for them', async () => {
  const enquiry = await raised('2026-06-01')
  for (const stranger of [otherMember, otherResponder]) {
    const refused = await does(stranger, stranger === otherMember ? 'reply' : 'take', enquiry, '2026-06-02', {
      text: 'Hello',
    })
    assert.equal(!refused.ok && refused.refusal.code, 'not-found')
  }
  const nobody = await inTransaction(db, 'public', tx => enquiryByReference(tx, enquiry.reference))
  assert.equal(nobody, undefined)
})

test('no path but an act can write an enquiry', async () => {
  const enquiry = await raised('2026-06-01')
  await assert.rejects(
    inTransaction(
      db,
      owner.person,
      tx => tx`update enquiries.enquiry set subject = 'changed' where id = ${enquiry.id}`,
    ),
    /row-level security/,
  )
  await assert.rejects(
    inTransaction(db, owner.person, tx => tx`delete from enquiries.event where enquiry_id = ${enquiry.id}`),
    /permission denied/,
  )
})

test('a repeated create with the same key makes one enquiry, another content is refused', async () => {
  const given = raiseShape.parse({ member: member.person, subject: 'Bins', text: 'Missed again' })
  const once = () =>
    inTransaction(db, member.person, tx =>
      raise(tx, house, member, given, { ...on('2026-06-01'), idempotencyKey: 'k1' }),
    )
  const [first, second] = await Promise.all([once(), once()])
  assert.equal(value(first).enquiry.reference, value(second).enquiry.reference)
  const other = await inTransaction(db, member.person, tx =>
    raise(tx, house, member, { ...given, text: 'Other' }, { ...on('2026-06-01'), idempotencyKey: 'k1' }),
  )
  assert.equal(!other.ok && other.refusal.code, 'key-reused')
})

test('a stale version is refused and nothing is written', async () => {
  const enquiry = await raised('2026-06-01')
  value(await does(responder, 'take', enquiry, '2026-06-02' as Day))
  const act = actNamed('note')!
  const stale = await inTransaction(db, responder.person, tx =>
    carryOut(tx, house, responder, enquiry.reference, act, { text: 'late' } as never, {
      ...on('2026-06-02'),
      version: 1,
    }),
  )
  assert.equal(!stale.ok && stale.refusal.code, 'stale-version')
})
