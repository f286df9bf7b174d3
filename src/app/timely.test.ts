import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { houseWith } from '#enquiries/door.ts'
import { db, does, raisedOn, standsAt } from '#enquiries/play-for-tests.ts'
import { remindMembers, reopenUntouched } from './timely.ts'

const it = { db, house: houseWith(async () => {}) }
const on = (date: string) => nowAt(instantOn(day(date), 6))

async function closedOnThe4th() {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-02')
  await does('responder', 'answer', enquiry, '2026-06-03', { text: 'In July' })
  await does('member', 'agree', enquiry, '2026-06-04')
  return enquiry
}

test('what lies in the review lane for a working day is opened again, once, however often the timetable runs', async () => {
  const looked = await closedOnThe4th()
  const untouched = await closedOnThe4th()
  for (const one of [looked, untouched]) await does('member', 'reply', one, '2026-06-05', { text: 'Thank you, but …' })
  await does('responder', 'look-at', looked, '2026-06-05')
  assert.equal(await reopenUntouched(it, on('2026-06-07')), 0, 'a weekend is no working day')
  assert.equal(await reopenUntouched(it, on('2026-06-08')), 1)
  assert.equal(await reopenUntouched(it, on('2026-06-08')), 0)
  const { status, round, holderId } = await standsAt(untouched)
  assert.deepEqual([status, round, holderId !== null], ['in-progress', 2, true])
  assert.equal((await standsAt(looked)).status, 'closed')
})

test('what the member writes long after closing becomes a new enquiry that follows on', async () => {
  const old = await closedOnThe4th()
  await does('member', 'reply', old, '2026-07-20', { text: 'It broke again' })
  assert.equal(await reopenUntouched(it, on('2026-07-21')), 1)
  assert.equal(await reopenUntouched(it, on('2026-07-21')), 0)
  const { status, laneOn, links } = await standsAt(old)
  assert.deepEqual([status, laneOn, links.map(link => link.as)], ['closed', null, ['followed-by']])
})

test('members are reminded by the timetable, each day at most once', async () => {
  const enquiry = await raisedOn('2026-06-01')
  await does('responder', 'take', enquiry, '2026-06-01')
  await does('responder', 'ask', enquiry, '2026-06-01', { text: 'Which end?' })
  assert.equal(await remindMembers(it, on('2026-06-05')), 0)
  assert.equal(await remindMembers(it, on('2026-06-08')), 1)
  assert.equal(await remindMembers(it, on('2026-06-08')), 0)
})
