import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'

const { raised, does } = await actingTown()

// a Wednesday; two working days before it is the Monday
async function promised(dueOn = '2026-06-17') {
  const enquiry = await raised('2026-06-01')
  allowed(await does('responder', 'take', enquiry, '2026-06-01'))
  const answers = [1, 2].map(number => ({ number, answer: 'In July' }))
  const promises = [{ words: 'The lane is mended', who: 'Highways', dueOn }]
  return allowed(await does('responder', 'answer', enquiry, '2026-06-02', { text: 'Soon', answers, promises }))
}

test('whoever owes it is reminded before and on the day, each once, and then it is broken by itself', async () => {
  const enquiry = await promised()
  const promise = { id: enquiry.promises[0]!.id, dueOn: '2026-06-17' }
  const on = (date: string) => does('system', 'follow-promises', enquiry, date)
  assert.equal(refusedAs(await on('2026-06-12')), 'nothing-due')
  assert.deepEqual(allowed(await on('2026-06-15')).promises, [{ ...promise, reminded: 'due-soon' }])
  assert.equal(refusedAs(await on('2026-06-15')), 'nothing-due')
  assert.equal(refusedAs(await on('2026-06-16')), 'nothing-due')
  assert.deepEqual(allowed(await on('2026-06-17')).promises, [{ ...promise, reminded: 'due-today' }])
  assert.equal(refusedAs(await on('2026-06-17')), 'nothing-due')
  assert.equal(allowed(await on('2026-06-18')).promises[0]!.brokenOn, '2026-06-18')
  assert.equal(refusedAs(await on('2026-07-18')), 'nothing-due', 'broken once')
})

test('a late run tells the last step alone, and a day of rest breaks nothing', async () => {
  // a Friday
  const enquiry = await promised('2026-06-19')
  assert.equal(
    allowed(await does('system', 'follow-promises', enquiry, '2026-06-21')).promises[0]!.reminded,
    'due-today',
  )
  assert.equal(
    allowed(await does('system', 'follow-promises', enquiry, '2026-06-22')).promises[0]!.brokenOn,
    '2026-06-22',
  )
})

test('broken, it can still be kept late, or get a new date that is followed again', async () => {
  const enquiry = await promised()
  const promise = enquiry.promises[0]!.id
  allowed(await does('system', 'follow-promises', enquiry, '2026-06-30'))
  const moved = allowed(
    await does('responder', 'break-promise', enquiry, '2026-06-30', { promise, newDueOn: '2026-07-08', text: 'Sorry' }),
  )
  assert.deepEqual(moved.promises, [{ id: promise, dueOn: '2026-07-08', firstDueOn: '2026-06-17' }])
  assert.equal(
    allowed(await does('system', 'follow-promises', enquiry, '2026-07-09')).promises[0]!.brokenOn,
    '2026-07-09',
  )
  const kept = allowed(await does('responder', 'keep-promise', enquiry, '2026-07-10', { promise }))
  assert.equal(kept.promises[0]!.keptOn, '2026-07-10')
  assert.equal(refusedAs(await does('system', 'follow-promises', enquiry, '2026-08-10')), 'nothing-due')
})

test('what is kept is not followed, and nobody but the timetable follows', async () => {
  const enquiry = await promised()
  assert.equal(refusedAs(await does('responder', 'follow-promises', enquiry, '2026-06-18')), 'not-allowed')
  assert.equal(refusedAs(await does('otherResponder', 'follow-promises', enquiry, '2026-06-18')), 'not-allowed')
  allowed(await does('responder', 'keep-promise', enquiry, '2026-06-16', { promise: enquiry.promises[0]!.id }))
  assert.equal(refusedAs(await does('system', 'follow-promises', enquiry, '2026-06-18')), 'nothing-due')
})
