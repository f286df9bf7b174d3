import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { messagesOf } from '../message.sql.ts'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'

const { council, raised, does, db } = await actingTown()
const { owner, responder } = council.people
const answer = {
  text: 'In July.',
  answers: [
    { number: 1, answer: 'In July' },
    { number: 2, excuse: 'No record was kept' },
  ],
  promises: [{ words: 'The lane is mended', who: 'Highways', dueOn: '2026-07-10' }],
}
await db.owner`update mailboxes.topic set needs_review = true where id = ${council.topic.potholes}`

async function taken(given: object = {}, who: 'responder' | 'properOfficer' = 'responder') {
  const enquiry = await raised('2026-06-01', given)
  return allowed(await does(who, 'take', enquiry, '2026-06-02'))
}

test('what a topic marks goes by a second person, with its questions and promises, as the words of the first', async () => {
  const enquiry = await taken()
  assert.equal(refusedAs(await does('responder', 'answer', enquiry, '2026-06-03', answer)), 'needs-review')
  const submitted = allowed(await does('responder', 'submit', enquiry, '2026-06-03', answer))
  assert.deepEqual(
    [submitted.status, submitted.submittedBy, submitted.dueOn],
    ['in-review', responder.person, '2026-06-15'],
  )
  const sent = allowed(await does('owner', 'send-reviewed', enquiry, '2026-06-04'))
  assert.deepEqual([sent.status, sent.answeredOn, sent.submittedBy], ['answered', '2026-06-04', null])
  assert.deepEqual(
    sent.promises.map(it => it.dueOn),
    ['2026-07-10'],
  )
  const messages = await inTransaction(db, council.people.member.person, tx => messagesOf(tx, enquiry.id))
  assert.deepEqual(
    messages.map(it => [it.kind, it.fromPerson === responder.person]),
    [
      ['enquiry', false],
      ['answer', true],
    ],
  )
  assert.equal(refusedAs(await does('owner', 'send-reviewed', enquiry, '2026-06-04')), 'wrong-status')
})

test('nobody is their own second person, and a stranger is none', async () => {
  const enquiry = await taken()
  allowed(await does('responder', 'submit', enquiry, '2026-06-03', answer))
  assert.equal(refusedAs(await does('responder', 'send-reviewed', enquiry, '2026-06-03')), 'own-answer')
  assert.equal(refusedAs(await does('otherResponder', 'send-reviewed', enquiry, '2026-06-03')), 'not-found')
  assert.equal(refusedAs(await does('member', 'send-reviewed', enquiry, '2026-06-03')), 'not-allowed')
  allowed(await does('secondResponder', 'send-reviewed', enquiry, '2026-06-03'))
})

test('returned with a note it is worked on and submitted again; the last one is sent', async () => {
  const enquiry = await taken()
  allowed(await does('responder', 'submit', enquiry, '2026-06-03', answer))
  const back = allowed(await does('owner', 'return', enquiry, '2026-06-03', { text: 'Which July?' }))
  assert.deepEqual([back.status, back.submittedBy, back.holderId], ['in-progress', null, responder.person])
  allowed(await does('responder', 'submit', enquiry, '2026-06-04', { ...answer, text: 'In July 2026.' }))
  allowed(await does('owner', 'send-reviewed', enquiry, '2026-06-05'))
  const messages = await inTransaction(db, owner.person, tx => messagesOf(tx, enquiry.id))
  assert.equal(messages.at(-1)!.words, 'In July 2026.')
})

test('the rule of answers holds at submitting, and a promise may not be overtaken', async () => {
  const enquiry = await taken()
  const half = { ...answer, answers: [answer.answers[0]] }
  assert.equal(refusedAs(await does('responder', 'submit', enquiry, '2026-06-03', half)), 'unanswered')
  allowed(await does('responder', 'submit', enquiry, '2026-06-03', answer))
  assert.equal(refusedAs(await does('owner', 'send-reviewed', enquiry, '2026-07-13')), 'overtaken')
})

test('a restricted matter needs it too, until the council decides otherwise', async () => {
  const enquiry = await taken({ topic: undefined, mailbox: council.mailbox.safeguarding }, 'properOfficer')
  assert.equal(refusedAs(await does('properOfficer', 'answer', enquiry, '2026-06-03', answer)), 'needs-review')
  await inTransaction(db, 'system', tx => changeSetting(tx, 'enquiries.restricted-needs-review', 'no', null))
  allowed(await does('properOfficer', 'answer', enquiry, '2026-06-03', answer))
})

test('what is in review goes back with its mailbox when its writer leaves; the member may still write', async () => {
  const enquiry = await taken()
  allowed(await does('responder', 'submit', enquiry, '2026-06-03', answer))
  assert.equal(allowed(await does('member', 'reply', enquiry, '2026-06-03', { text: 'More' })).status, 'in-review')
  const released = allowed(await does('system', 'release', enquiry, '2026-06-04'))
  assert.deepEqual([released.status, released.submittedBy], ['new', null])
})
