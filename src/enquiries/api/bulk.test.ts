import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { clientOf } from '#test/api.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { houseWith } from '../house.ts'
import { raise } from '../raise/raise.ts'
import { raiseShape } from '../raise/raise-shape.ts'
import { runBulk } from '../work-list/bulk/run-bulk.ts'
import { enquiryEndpoints } from './endpoints.ts'

const db = await testDatabase()
const { people, topic, mailbox } = await smallCouncil(db.owner)
const house = houseWith(async () => {})
const started: string[] = []
const startBulk = async (_tx: unknown, id: string) => void started.push(id)
const routes = enquiryEndpoints({ house, files: await testFiles(), startBulk })
const { server } = await testWeb({ db, routes, today: day('2026-06-09') })
const now = () => nowAt(instantOn(day('2026-06-09'), 11))
const oneStop = await clientOf(server, db, people.oneStop.person)
const owner = await clientOf(server, db, people.owner.person)
const member = await clientOf(server, db, people.member.person)

async function raised(subject: string, more: object = {}): Promise<string> {
  const given = raiseShape.parse({
    member: people.member.person,
    subject,
    text: 'When?',
    topic: topic.potholes,
    ...more,
  })
  const done = await inTransaction(db, people.member.person, tx =>
    raise(tx, house, people.member, given, { now: now() }),
  )
  assert.ok(done.ok)
  return done.value.enquiry.reference
}
const run = async () => {
  for (const id of started.splice(0)) await runBulk(db, house, id, now)
}

test('looked at, confirmed once, followed, each with its result, and taken back once', async () => {
  const free = await raised('Api bulk free')
  const guarded = await raised('Api bulk guarded', { topic: undefined, sensitive: 'adult-at-risk' })
  const elsewhere = await raised('Api bulk elsewhere', { topic: topic.homelessness })
  const moving = {
    act: 'move',
    given: { mailbox: 'housing-advice', why: 'It is theirs' },
    references: [free, elsewhere, guarded, 'ME-2026-999999'],
  }
  const { status, body, headers } = await oneStop.post('/api/v1/bulk', moving)
  assert.equal(status, 201, JSON.stringify(body))
  assert.equal(headers.location, `/api/v1/bulk/${body.id}`)
  assert.deepEqual(
    [body.state, body.waiting, body.refused, body.done],
    ['preview', 1, 1, 0],
    'what they do not see is not there',
  )
  const at = `/api/v1/bulk/${body.id}`
  const refused = (await oneStop.get(`${at}/items?state=refused`)).body.items
  assert.deepEqual(
    refused.map((it: { reference: string; code: string }) => [it.reference, it.code]),
    [[elsewhere, 'same-mailbox']],
  )
  assert.equal((await oneStop.post(`${at}/undo`)).body.type, 'urn:one-stop:problem:not-done')
  for (let i = 0; i < 2; i++) assert.equal((await oneStop.post(`${at}/confirm`)).body.state, 'running')
  assert.equal(started.length, 1)
  await run()
  assert.deepEqual([(await oneStop.get(at)).body.state, (await oneStop.get(at)).body.done], ['done', 1])
  const undone = await oneStop.post(`${at}/undo`)
  assert.deepEqual([undone.status, undone.body.undoes], [200, body.id])
  assert.equal((await oneStop.post(`${at}/undo`)).body.id, undone.body.id)
  await run()
  const [row] = await db.owner`select mailbox_id from enquiries.enquiry where reference = ${free}`
  assert.equal(row!.mailboxId, mailbox.streets)
  assert.deepEqual(
    (await oneStop.get('/api/v1/bulk')).body.bulks.map((it: { id: string }) => it.id),
    [undone.body.id, body.id],
  )
  assert.equal((await owner.get(at)).status, 404, 'somebody else’s is not there')
  for (const below of ['/confirm', '/undo']) assert.equal((await owner.post(at + below)).status, 404)
})

test('all that match, as the list is narrowed', async () => {
  for (const n of [1, 2, 3]) await raised(`Api matching ${n}`)
  const asked = {
    act: 'note',
    given: { text: 'Part of the flood' },
    matching: { q: 'matching', mailbox: 'streets', status: 'new' },
  }
  const { body } = await owner.post('/api/v1/bulk', asked)
  assert.equal(body.waiting, 3, JSON.stringify(body))
})

test('the same key makes one, and another request under it is refused', async () => {
  const reference = await raised('Api once')
  const asked = { act: 'note', given: { text: 'Once' }, references: [reference] }
  const send = (body: object) => oneStop.post('/api/v1/bulk', body, { 'idempotency-key': 'once-1' })
  const first = await send(asked)
  assert.equal((await send(asked)).body.id, first.body.id)
  const other = await send({ ...asked, given: { text: 'Twice' } })
  assert.deepEqual([other.status, other.body.type], [422, 'urn:one-stop:problem:key-reused'])
})

test('what is wrong is said as a problem, with its place', async () => {
  const reference = await raised('Api wrong')
  const wrong = async (body: object) => {
    const seen = await oneStop.post('/api/v1/bulk', body)
    return [seen.status, seen.body.errors?.[0]?.pointer ?? seen.body.errors?.[0]?.header]
  }
  assert.deepEqual(await wrong({ act: 'burn', references: [reference] }), [422, '#/act'])
  assert.deepEqual(await wrong({ act: 'note', references: [reference] }), [422, '#/given/text'])
  assert.deepEqual(await wrong({ act: 'move', given: { mailbox: 'nowhere', why: 'x' }, references: [reference] }), [
    422,
    '#/given/mailbox',
  ])
  assert.deepEqual(await wrong({ act: 'take' }), [422, '#/references'])
  assert.deepEqual(await wrong({ act: 'take', references: ['ME-2026-999999'] }), [422, '#/references'])
  assert.deepEqual(await wrong({ act: 'take', references: [reference], matching: {} }), [422, '#/references'])
  assert.equal((await member.post('/api/v1/bulk', { act: 'take', references: [reference] })).status, 403)
  assert.equal((await oneStop.get('/api/v1/bulk/nothing')).status, 404)
})
