import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openMonth } from './month-stage.ts'
import { playMonth } from './play-month.ts'

const month = await openMonth(Number(process.env.SEED ?? 2026))

test('a month of mail leaves the enquiries and the letters that it should', async () => {
  const days = Number(process.env.DAYS ?? 30)
  await playMonth(month, days)
  if (days >= 30) assert.ok(month.letters.length > 100 && month.model.enquiries.size > 40, 'a month of mail')
})
