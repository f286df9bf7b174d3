import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { lullAfter } from './lull.ts'

test('a lull begins so long after the last of a burst, and only then', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const lull = lullAfter(25)
  assert.equal(lull.awaited(), undefined)
  lull.happened()
  mock.timers.tick(20)
  lull.happened()
  let over = false
  void lull.awaited()!.then(() => (over = true))
  mock.timers.tick(20)
  await Promise.resolve()
  assert.equal(over, false)
  mock.timers.tick(5)
  await Promise.resolve()
  assert.equal(over, true)
  assert.equal(lull.awaited(), undefined)
  mock.timers.reset()
})
