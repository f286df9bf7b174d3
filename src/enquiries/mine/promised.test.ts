import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, as, council, db, house } from '../page/stage-for-tests.ts'
import { actNamed, carryOut, promisedBy, theSystem } from '../door.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'

const reference = await answered()

async function follows(on: string): Promise<boolean> {
  const now = nowAt(instantOn(day(on), 8))
  const act = actNamed('follow-promises')!
  const done = await inTransaction(db, 'system', tx =>
    carryOut(tx, house, theSystem, reference, act, {} as never, { now }),
  )
  return done.ok
}

test('a member finds what was promised to them, and whether it was kept in time', async () => {
  const browser = await as('member')
  assert.match((await browser.get('/enquiries/mine')).words, /Promised to me The lamp is mended Lumen , by 1 July 2026/)
  assert.doesNotMatch((await (await as('otherMember')).get('/enquiries/mine')).words, /Promised/)
})

test('the timetable finds a promise from its first reminder until it is broken, and its member reads it', async () => {
  const due = (on: string) => inTransaction(db, 'system', tx => promisedBy(tx, day(on)))
  assert.deepEqual(await due('2026-06-30'), [])
  assert.deepEqual(await due('2026-07-01'), [reference])
  assert.equal(await follows('2026-07-02'), true)
  assert.equal(await follows('2026-07-02'), false)
  assert.deepEqual(await due('2026-08-01'), [])
  const page = await (await as('member')).get(`/enquiries/${reference}/track`)
  assert.match(page.words, /The lamp is mended, by Lumen: by 1 July 2026 \(not done in time\)/)
  const officers = await (await as('responder')).get(`/enquiries/${reference}`)
  assert.match(officers.words, /A promise was broken/)
})

test('kept at last, it is promised to nobody any more', async () => {
  const [row] = await db.owner<{ promises: { id: string }[] }[]>`
    select promises from enquiries.enquiry where reference = ${reference}`
  const act = actNamed('keep-promise')!
  const doer = council.people.responder
  const now = nowAt(instantOn(day('2026-07-06'), 10))
  const done = await inTransaction(db, doer.person, tx =>
    carryOut(tx, house, doer, reference, act, { promise: row!.promises[0]!.id } as never, { now }),
  )
  assert.ok(done.ok)
  assert.doesNotMatch((await (await as('member')).get('/enquiries/mine')).words, /Promised to me/)
})
