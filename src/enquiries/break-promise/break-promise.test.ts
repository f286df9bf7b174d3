import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'

const { raised, does } = await actingTown()

async function promised() {
  const enquiry = await raised('2026-06-01')
  allowed(await does('responder', 'take', enquiry, '2026-06-01'))
  const answers = [1, 2].map(number => ({ number, answer: 'In July' }))
  const promises = [{ words: 'The lane is mended', who: 'Highways', dueOn: '2026-06-10' }]
  return allowed(await does('responder', 'answer', enquiry, '2026-06-02', { text: 'Soon', answers, promises }))
}

test('a promise gets a new date and a reason, keeps its first date, and can still be kept', async () => {
  const enquiry = await promised()
  const promise = enquiry.promises[0]!.id
  const later = { promise, newDueOn: '2026-06-17', text: 'The crew was called away' }
  const moved = allowed(await does('responder', 'break-promise', enquiry, '2026-06-09', later))
  assert.deepEqual(moved.promises, [{ id: promise, dueOn: '2026-06-17', firstDueOn: '2026-06-10' }])
  const again = allowed(
    await does('responder', 'break-promise', enquiry, '2026-06-16', { ...later, newDueOn: '2026-06-24' }),
  )
  assert.deepEqual(again.promises, [{ id: promise, dueOn: '2026-06-24', firstDueOn: '2026-06-10' }])
  const kept = allowed(await does('responder', 'keep-promise', enquiry, '2026-06-23', { promise }))
  assert.equal(kept.promises[0]!.keptOn, '2026-06-23')
  assert.equal(refusedAs(await does('responder', 'break-promise', enquiry, '2026-06-23', later)), 'kept-already')
})

test('an earlier date breaks nothing, and a past one is none', async () => {
  const enquiry = await promised()
  const promise = enquiry.promises[0]!.id
  const on = async (date: string, newDueOn: string) =>
    refusedAs(await does('responder', 'break-promise', enquiry, date, { promise, newDueOn, text: 'Sorry' }))
  assert.equal(await on('2026-06-09', '2026-06-10'), 'not-later')
  assert.equal(await on('2026-06-20', '2026-06-15'), 'past')
  assert.equal(
    refusedAs(
      await does('otherResponder', 'break-promise', enquiry, '2026-06-09', {
        promise,
        newDueOn: '2026-06-17',
        text: 'x',
      }),
    ),
    'not-found',
  )
})
