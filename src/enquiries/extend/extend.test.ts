import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'

const { council, raised, does } = await actingTown()
const until = (newDueOn: string) => ({ newDueOn, text: 'The core samples come on Thursday' })

async function taken() {
  const enquiry = await raised('2026-06-01')
  return allowed(await does('responder', 'take', enquiry, '2026-06-02'))
}

test('the holder extends once; the first date stays what it is judged by', async () => {
  const enquiry = await taken()
  const extended = allowed(await does('responder', 'extend', enquiry, '2026-06-12', until('2026-06-22')))
  assert.deepEqual(
    [extended.dueOn, extended.headlineDueOn, extended.agreedDueOn, extended.extensions],
    ['2026-06-15', '2026-06-15', '2026-06-22', [{ on: '2026-06-12', workingDays: 5, dueOn: '2026-06-22' }]],
  )
  assert.equal(
    refusedAs(await does('responder', 'extend', enquiry, '2026-06-16', until('2026-06-29'))),
    'second-extension',
  )
  assert.equal(refusedAs(await does('owner', 'extend', enquiry, '2026-06-16', until('2026-06-29'))), 'second-extension')
  const again = allowed(await does('head', 'extend', enquiry, '2026-06-16', until('2026-06-29')))
  assert.deepEqual([again.agreedDueOn, again.dueOn, again.extensions.length], ['2026-06-29', '2026-06-15', 2])
  assert.equal(refusedAs(await does('head', 'extend', enquiry, '2026-06-17', until('2026-07-06'))), 'extended-twice')
})

test('only before the date, only to a later working day, only so far', async () => {
  const enquiry = await taken()
  const on = async (date: string, to: string) => refusedAs(await does('responder', 'extend', enquiry, date, until(to)))
  assert.equal(await on('2026-06-15', '2026-06-22'), 'too-late')
  assert.equal(await on('2026-06-20', '2026-06-22'), 'too-late')
  assert.equal(await on('2026-06-12', '2026-06-15'), 'not-later')
  assert.equal(await on('2026-06-12', '2026-06-20'), 'not-worked')
  assert.equal(await on('2026-06-12', '2026-06-30'), 'too-far')
  assert.equal(await on('2026-06-12', '2026-06-29'), 'allowed')
})

test('a pause moves the agreed date like the first one', async () => {
  const enquiry = await taken()
  allowed(await does('responder', 'extend', enquiry, '2026-06-04', until('2026-06-17')))
  const asked = allowed(await does('responder', 'ask', enquiry, '2026-06-05', { text: 'Which end?' }))
  assert.deepEqual([asked.dueOn, asked.agreedDueOn], [null, null])
  const replied = allowed(await does('member', 'reply', enquiry, '2026-06-08', { text: 'The far one' }))
  assert.deepEqual([replied.dueOn, replied.agreedDueOn], ['2026-06-16', '2026-06-18'])
})

test('who neither holds it nor heads its service does not extend it, and another round begins without', async () => {
  const enquiry = await taken()
  assert.equal(
    refusedAs(await does('secondResponder', 'extend', enquiry, '2026-06-03', until('2026-06-17'))),
    'not-allowed',
  )
  assert.equal(
    refusedAs(await does('otherResponder', 'extend', enquiry, '2026-06-03', until('2026-06-17'))),
    'not-found',
  )
  assert.equal(refusedAs(await does('owner', 'extend', enquiry, '2026-06-03', until('2026-06-17'))), 'not-holder')
  allowed(await does('responder', 'extend', enquiry, '2026-06-03', until('2026-06-17')))
  const answers = [1, 2].map(number => ({ number, answer: 'In July' }))
  allowed(await does('responder', 'answer', enquiry, '2026-06-03', { text: 'In July', answers }))
  const next = allowed(await does('member', 'disagree', enquiry, '2026-06-04', { text: 'Which July?' }))
  assert.deepEqual([next.extensions, next.agreedDueOn], [[], null])
})

test('a member chases after the date they were told last', async () => {
  const enquiry = await taken()
  allowed(await does('responder', 'update', enquiry, '2026-06-12', { text: 'Soon', nextUpdateOn: '2026-06-25' }))
  allowed(await does('responder', 'extend', enquiry, '2026-06-12', until('2026-06-22')))
  assert.equal(refusedAs(await does('member', 'chase', enquiry, '2026-06-17')), 'nothing-missed')
  allowed(await does('member', 'chase', enquiry, '2026-06-23'))
})

test('a head sees no restricted matter: there the mailbox owner grants the second time', async () => {
  const restricted = await raised('2026-06-01', { topic: undefined, mailbox: council.mailbox.safeguarding })
  allowed(await does('properOfficer', 'take', restricted, '2026-06-02'))
  allowed(await does('properOfficer', 'extend', restricted, '2026-06-03', until('2026-06-22')))
  assert.equal(refusedAs(await does('head', 'extend', restricted, '2026-06-04', until('2026-06-29'))), 'not-found')
  allowed(await does('properOfficer', 'extend', restricted, '2026-06-04', until('2026-06-29')))
})
