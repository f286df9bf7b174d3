import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actNamed, carryOut, houseWith, raise, raiseShape, type Enquiry } from '#enquiries/door.ts'
import { keepDraft } from '#enquiries/draft.sql.ts'
import { exclusionRoutes } from '#enquiries/exclude/exclusion-routes.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { deskRoutes } from '#privacy/desk/routes.ts'
import { incidentRoutes } from '#privacy/incident/routes.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { contain } from './contain.ts'
import { remindDpo } from './remind-dpo.ts'
import { followAll } from './reactions/reactions.ts'

const db = await testDatabase()
const { people, topic } = await smallCouncil(db.owner)
const now = nowAt(instantOn(day('2026-06-22'), 10))
const events: string[] = []
const house = houseWith(async (_tx, what) => void events.push(...what.eventIds), undefined, undefined, contain)
const web = await testWeb({
  db,
  routes: [...deskRoutes, ...incidentRoutes, ...exclusionRoutes({ house })],
  today: day('2026-06-22'),
})
const telling = {
  db,
  stamp: { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' },
  publicUrl: 'http://localhost',
  now: () => now.at,
}

async function raised(): Promise<Enquiry> {
  const text = 'A pothole in Mill Lane, and a word about a neighbour.'
  const given = raiseShape.parse({ member: people.member.person, subject: 'Pothole', text, topic: topic.potholes })
  return inTransaction(db, people.assistant.person, async tx => {
    const done = await raise(tx, house, people.assistant, given, { now })
    assert.ok(done.ok)
    return done.value.enquiry
  })
}

async function does(key: PersonKey, name: string, { reference }: Enquiry, given: object = {}): Promise<void> {
  const act = actNamed(name)!
  const done = await inTransaction(db, people[key].person, tx =>
    carryOut(tx, house, people[key], reference, act, act.shape.parse(given) as never, { now }),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
}

const restricting = { sensitivity: 'adult-at-risk', why: 'It tells of a neighbour' }

test('restricting takes back what waits, opens an incident with whom it reached, and guides the sender kindly', async () => {
  const enquiry = await raised()
  await does('responder', 'take', enquiry)
  await inTransaction(db, people.owner.person, tx =>
    keepDraft(tx, people.owner.person, `${enquiry.reference}-note`, { text: 'x' }, now.at),
  )
  await followAll(telling, events.splice(0))
  assert.ok((await mails(enquiry)).every(it => it.state === 'queued'))
  await does('oneStop', 'restrict', enquiry, restricting)
  assert.deepEqual(
    (await mails(enquiry)).map(it => [it.state, it.text]),
    (await mails(enquiry)).map(() => ['withdrawn', '']),
  )
  assert.equal((await db.owner`select from enquiries.draft`).length, 0)
  await followAll(telling, events.splice(0))
  const [guidance] = await db.owner<{ toAddress: string; text: string; html: string }[]>`
    select to_address as "toAddress", text, html from mail.outbox where subject like 'How to send%'`
  assert.equal(guidance?.toAddress, people.assistant.email)
  assert.doesNotMatch(guidance.text + guidance.html, /neighbour|Pothole/)
  const client = await web.as(people.dpo.person)
  const page = await client.get('/privacy/incidents/1')
  for (const name of ['Priya Nair', 'Helen Marsh', 'Grace Bello', 'Tom Avery'])
    assert.match(page.html, new RegExp(`${name}<`), name)
  assert.doesNotMatch(page.html, /Ruth Adeyemi<\/h|neighbour/)
  assert.match((await client.get('/privacy/desk')).html, /1 incident to decide/)
})

const mails = ({ id }: Enquiry) =>
  db.owner<{ state: string; text: string }[]>`select state, text from mail.outbox where about_enquiry = ${id}`

test('data protection officers hear of it once at each step, and whoever is asked to delete gets one letter', async () => {
  assert.equal(await remindDpo(telling, now), 1)
  assert.equal(await remindDpo(telling, now), 0)
  const later = (hours: number) => nowAt(new Date(now.at.getTime() + hours * 3_600_000))
  assert.equal(await remindDpo(telling, later(25)), 1)
  assert.equal(await remindDpo(telling, later(80)), 1)
  const client = await web.as(people.dpo.person)
  const asked = await client.post('/privacy/incidents/1/ask', {})
  assert.equal(asked.status, 303)
  const reached = await db.owner`select from privacy.incident_person`
  assert.equal(await remindDpo(telling, later(81)), reached.length)
  assert.equal(await remindDpo(telling, later(81)), 0)
})

test('the officer who decides writes down each step; the proper officer follows; nobody else comes across it', async () => {
  const client = await web.as(people.dpo.person)
  const write = (fields: Record<string, string>) => client.post('/privacy/incidents/1', { words: 'Words', ...fields })
  assert.equal((await write({ what: 'decided', notify: 'no', tellPeople: 'no' })).status, 422)
  const steps: Record<string, string>[] = [
    { what: 'contained' },
    { what: 'assessed', risk: 'unlikely' },
    { what: 'decided', notify: 'no', tellPeople: 'no' },
    { what: 'closed' },
  ]
  for (const fields of steps) assert.equal((await write(fields)).status, 303, JSON.stringify(fields))
  assert.match((await client.get('/privacy/incidents')).html, /Closed/)
  const proper = await web.as(people.properOfficer.person)
  assert.equal((await proper.get('/privacy/incidents/1')).status, 200)
  assert.equal((await proper.post('/privacy/incidents/1', { what: 'contained', words: 'x' })).status, 403)
  for (const key of ['oneStop', 'owner', 'admin', 'member', 'auditor'] as const)
    assert.equal((await (await web.as(people[key].person)).get('/privacy/incidents/1')).status, 403, key)
})

test('an incident is opened by hand; what repeats is shown, with members only to the officer', async () => {
  const client = await web.as(people.dpo.person)
  const wrong = await client.post('/privacy/incidents/open', { words: '', address: 'nowhere' })
  assert.equal(wrong.status, 422)
  const opened = await client.post('/privacy/incidents/open', {
    words: 'A letter in the wrong envelope',
    hours: '5',
    name: 'A resident',
    address: 'resident@home.example',
  })
  assert.equal(opened.status, 303)
  assert.match((await client.get('/privacy/incidents/2')).html, /67 hours left to decide/)
  await does('owner', 'restrict', await raised(), restricting)
  assert.match(
    (await client.get('/privacy/incidents/repeats')).html,
    /Streets[\s\S]*Members you could offer help[\s\S]*Aoife/,
  )
  assert.equal((await (await web.as(people.properOfficer.person)).get('/privacy/incidents/repeats')).status, 403)
})

test('whoever is kept out of an enquiry finds nothing of it, holds it no more, and sees it again once that is lifted', async () => {
  const enquiry = await raised()
  await does('responder', 'take', enquiry)
  const owner = await web.as(people.owner.person)
  const path = `/enquiries/${enquiry.reference}/exclusions`
  const seen = () =>
    inTransaction(db, people.responder.person, tx => tx`select from enquiries.enquiry where id = ${enquiry.id}`)
  assert.equal((await seen()).length, 1)
  assert.equal((await owner.post(path, { person: people.responder.person, why: '' })).status, 422)
  assert.equal((await owner.post(path, { person: people.member.person, why: 'x' })).status, 422)
  assert.equal((await owner.post(path, { person: people.responder.person, why: 'A neighbour' })).status, 303)
  assert.equal((await seen()).length, 0)
  const [row] = await db.owner`select holder_id as holder, status from enquiries.enquiry where id = ${enquiry.id}`
  assert.deepEqual([row?.holder, row?.status], [null, 'new'])
  assert.equal((await owner.post(path, { person: people.responder.person, why: 'Again' })).status, 422)
  assert.equal((await (await web.as(people.otherResponder.person)).get(path)).status, 403)
  const [{ id } = { id: '' }] = await db.owner<{ id: string }[]>`select id from enquiries.exclusion`
  assert.equal((await owner.post(`${path}/lift`, { id, why: 'They moved away' })).status, 303)
  assert.equal((await seen()).length, 1)
  assert.match((await owner.get(path)).html, /They moved away/)
})
