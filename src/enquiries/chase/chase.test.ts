import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Enquiry } from '../enquiry.ts'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'

const { raised, does, db } = await actingTown()
const answers = [1, 2].map(number => ({ number, answer: 'In July' }))
const update = { text: 'The crew comes on Friday.', nextUpdateOn: '2026-06-22' }

async function late(): Promise<Enquiry> {
  const enquiry = await raised('2026-06-01')
  return allowed(await does('responder', 'take', enquiry, '2026-06-01'))
}

const chases = async (enquiry: Enquiry, on: string, text = '') =>
  allowed(await does('member', 'chase', enquiry, on, { text }))

test('the first chase climbs nothing; the second one climbs and is owed an answer in two working days', async () => {
  const enquiry = await late()
  const first = await chases(enquiry, '2026-06-16')
  assert.deepEqual([first.climbed, first.promises], [[], []])
  const second = await chases(enquiry, '2026-06-18', 'Please')
  assert.deepEqual(second.climbed, [{ rung: 'overdue', trueOn: '2026-06-18' }])
  assert.deepEqual(
    second.promises.map(({ dueOn, owed, keptOn }) => [dueOn, owed, keptOn]),
    [['2026-06-22', true, undefined]],
  )
  const [row] = await db.owner`select due_on::text as on, words from enquiries.promise where enquiry_id = ${enquiry.id}`
  assert.deepEqual([row!.on, row!.words], ['2026-06-22', 'An answer, because you chased a second time'])
})

test('another chase adds nothing while the answer may still come; once it is broken it climbs on', async () => {
  const enquiry = await late()
  for (const on of ['2026-06-16', '2026-06-18', '2026-06-19']) await chases(enquiry, on)
  const broken = await chases(enquiry, '2026-06-23')
  assert.deepEqual(
    broken.climbed.map(it => it.rung),
    ['overdue', 'still-overdue'],
  )
  assert.deepEqual(
    broken.promises.map(it => it.dueOn),
    ['2026-06-22', '2026-06-25'],
  )
  const waiting = await chases(broken, '2026-06-24')
  assert.deepEqual([waiting.promises.length, waiting.climbed.length], [2, 2])
})

test('the next word to the member keeps it, nobody by hand; an answer that comes back had not', async () => {
  const enquiry = await late()
  await chases(enquiry, '2026-06-16')
  const { promises } = await chases(enquiry, '2026-06-18')
  const byHand = await does('responder', 'keep-promise', enquiry, '2026-06-18', { promise: promises[0]!.id })
  assert.equal(refusedAs(byHand), 'answer-owed')
  const told = allowed(await does('responder', 'update', enquiry, '2026-06-19', update))
  assert.equal(told.promises[0]!.keptOn, '2026-06-19')

  const other = await late()
  for (const on of ['2026-06-16', '2026-06-18']) await chases(other, on)
  const answered = allowed(await does('responder', 'answer', other, '2026-06-19', { text: 'In July', answers }))
  assert.equal(answered.promises[0]!.keptOn, '2026-06-19')
  const [sent] = await db.owner<{ message: string }[]>`
    select data ->> 'messageId' as message from enquiries.event where enquiry_id = ${other.id} and type = 'answered'`
  const back = allowed(await does('system', 'undeliver', other, '2026-06-20', { message: sent!.message }))
  assert.equal(back.promises[0]!.keptOn, undefined)
})

test('what waits for the member cannot be chased, nor what is in time, nor by who does not see it', async () => {
  const enquiry = await late()
  assert.equal(refusedAs(await does('member', 'chase', enquiry, '2026-06-01')), 'nothing-missed')
  assert.equal(refusedAs(await does('otherMember', 'chase', enquiry, '2026-06-18')), 'not-found')
  assert.equal(refusedAs(await does('responder', 'chase', enquiry, '2026-06-18')), 'not-allowed')
  allowed(await does('responder', 'ask', enquiry, '2026-06-02', { text: 'Which end?' }))
  assert.equal(refusedAs(await does('member', 'chase', enquiry, '2026-06-18')), 'wrong-status')
})
