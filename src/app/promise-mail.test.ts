import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseWith, type Enquiry } from '#enquiries/door.ts'
import { db, does, raisedOn, standsAt } from '#enquiries/play-for-tests.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { follow } from './reactions/reactions.ts'
import { followPromises } from './timely.ts'

const stamp = { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' }
const on = (date: string) => nowAt(instantOn(day(date), 9))

async function promised(answeredOn: string, dueOn: string): Promise<Enquiry> {
  const enquiry = await raisedOn(answeredOn)
  await does('responder', 'take', enquiry, answeredOn)
  const promises = [{ words: 'The lane is mended', who: 'Highways', dueOn }]
  await does('responder', 'answer', enquiry, answeredOn, { text: 'Soon', promises })
  return enquiry
}

/** What the morning of a day writes about an enquiry's promises: done twice, for that must add nothing. */
async function morning(date: string, { id }: Enquiry): Promise<string[]> {
  const eventIds: string[] = []
  const house = houseWith(async (_tx, what) => void eventIds.push(...what.eventIds))
  for (const _ of [1, 2]) await followPromises({ db, house }, on(date))
  for (const _ of [1, 2])
    await follow({ db, stamp, publicUrl: 'http://localhost', now: () => on(date).at }, { enquiryId: id, eventIds })
  const rows = await db.owner<{ to: string; text: string }[]>`
    select split_part(to_address::text, '@', 1) as to, text from mail.outbox
    where about_enquiry = ${id} and created_at = ${on(date).at} order by 1`
  return rows.map(it => `${it.to}: ${it.text}`)
}

test('whoever owes a promise is reminded twice, and when its day has passed it is broken and told, each once', async () => {
  const enquiry = await promised('2026-06-01', '2026-06-17')
  assert.deepEqual(await morning('2026-06-12', enquiry), [])
  const soon = await morning('2026-06-15', enquiry)
  assert.equal(soon.length, 1)
  assert.match(soon[0]!, /^responder: [^]*due soon/)
  assert.deepEqual(await morning('2026-06-16', enquiry), [])
  const today = await morning('2026-06-17', enquiry)
  assert.equal(today.length, 1)
  assert.match(today[0]!, /^responder: [^]*due today/)
  const broken = await morning('2026-06-18', enquiry)
  assert.deepEqual(
    broken.map(it => it.split(':')[0]),
    ['member', 'owner', 'responder'],
  )
  assert.deepEqual(await morning('2026-06-19', enquiry), [])
})

test('what a worker away for two weeks finds broken is told; what lay broken for months is kept and told nobody', async () => {
  const late = await promised('2026-07-01', '2026-07-08')
  const old = await promised('2026-07-01', '2026-07-09')
  assert.equal((await morning('2026-07-22', late)).length, 3)
  const older = await promised('2026-07-01', '2026-07-10')
  assert.equal((await standsAt(old)).promises[0]!.brokenOn, '2026-07-22')
  assert.deepEqual(await morning('2026-11-02', older), [])
  assert.equal((await standsAt(older)).promises[0]!.brokenOn, '2026-11-02')
  const chances = await db.owner`select from mail.outbox where created_at = ${on('2026-11-02').at}`
  assert.equal(chances.length, 0)
})
