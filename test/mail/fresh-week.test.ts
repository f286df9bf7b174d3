import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { openMonth } from './month-stage.ts'
import { playMonth } from './play-month.ts'

// another week at every run: what one fixed month never draws is met in time, and the failure names its seed
const month = await openMonth(randomInt(1_000_000_000))

test('the first week of any month of mail goes as it should', async () => {
  await playMonth(month, 7)
  assert.ok(month.letters.length > 20, 'a week of mail')
})
