import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseWith, raise, raiseShape } from '#enquiries/door.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { laddersInForce } from './in-force.ts'
import { escalationRoutes } from './routes.ts'
import { sweep } from './sweep.ts'

const db = await testDatabase()
const { people, mailbox, topic } = await smallCouncil(db.owner)
const [lmt] = await db.owner<{ id: string }[]>`
  insert into people.person (name, email) values ('Rosemary Vane', 'lmt@tessbridge.example') returning id`
await db.owner`insert into people.role_grant (person_id, role) values (${lmt!.id}, 'lmt')`
const web = await testWeb({ db, routes: escalationRoutes, today: day('2026-06-30') })
const house = houseWith(async () => {})

const numbers = {
  notAccepted: '1',
  stillNotAccepted: '2',
  nothingSaid: '5',
  dueSoon: '2',
  overdue: '2',
  stillOverdue: '4',
  leadership: '6',
  'fromOn-day': '1',
  'fromOn-month': '7',
  'fromOn-year': '2026',
}

async function raised(to: object, subject: string): Promise<string> {
  const given = raiseShape.parse({ member: people.member.person, subject, text: `${subject}.`, ...to })
  const way = { now: nowAt(instantOn(day('2026-06-01'), 10)) }
  const done = await inTransaction(db, people.member.person, tx => raise(tx, house, people.member, given, way))
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

test('everybody sees how late work climbs; only who sets the council up changes it', async () => {
  const member = await web.as(people.member.person)
  const page = await member.get('/escalation')
  assert.equal(page.status, 200)
  assert.match(page.words, /2 working days before the answer is due/)
  assert.doesNotMatch(page.html, /ladders\/council/)
  assert.equal((await member.get('/escalation/ladders/council')).status, 403)
})

test('a service gets its own days from a day on, and goes back to the council’s', async () => {
  const admin = await web.as(people.admin.person)
  assert.match((await admin.get('/escalation/ladders/highways')).html, /value="5"/)
  const saved = await admin.post('/escalation/ladders/highways', numbers)
  assert.deepEqual([saved.status, saved.to], [303, '/escalation'])
  assert.match((await admin.get('/escalation')).words, /Highways The council’s It changes on 1 July 2026/)
  const [service] = await db.owner<{ id: string }[]>`select id from people.service where key = 'highways'`
  const overdueOn = async (on: string) =>
    (await inTransaction(db, 'system', tx => laddersInForce(tx, day(on)))).ofService(service!.id).overdue
  assert.deepEqual([await overdueOn('2026-06-30'), await overdueOn('2026-07-01')], [1, 2])
  web.turnTo(day('2026-07-01'))
  const later = await web.as(people.admin.person)
  assert.match((await later.get('/escalation')).words, /2 working days after the answer was due \(elsewhere 1\)/)
  await later.post('/escalation/ladders/highways', { ...numbers, asCouncil: 'yes' })
  assert.equal(await overdueOn('2026-07-01'), 1, 'the second change of a day takes the place of the first')
  const told = await db.owner`select from audit.entry where act = 'escalation.ladder-changed'`
  assert.equal(told.length, 2)
  web.turnTo(day('2026-06-30'))
})

test('a step cannot be switched off, nor changed for days that have passed; what was typed stays', async () => {
  const admin = await web.as(people.admin.person)
  const off = await admin.post('/escalation/ladders/council', {
    ...numbers,
    overdue: '0',
    leadership: '',
    'fromOn-day': '29',
    'fromOn-month': '6',
  })
  assert.equal(off.status, 422)
  for (const words of [
    /Enter a whole number from 1 to 3/,
    /Enter a whole number from 3 to 10/,
    /Enter today or a later day/,
  ])
    assert.match(off.words, words)
  assert.match(off.html, /name="stillOverdue"[^>]*value="4"/)
  assert.equal((await admin.get('/escalation/ladders/nowhere')).status, 404)
})

test('the leadership team sees what is this late until it is answered, and of restricted matters the number alone', async () => {
  const late = await raised({ topic: topic.potholes }, 'Canary lane')
  const hidden = await raised({ mailbox: mailbox.safeguarding }, 'Canary house')
  const team = await web.as(lmt!.id)
  assert.match((await team.get('/escalation/leadership')).words, /Nothing is this late/)
  await sweep(db, house, nowAt(instantOn(day('2026-06-30'), 8)))
  const page = await team.get('/escalation/leadership')
  assert.match(page.words, /2 enquiries so late/)
  assert.match(page.words, new RegExp(`${late} Canary lane`))
  assert.match(page.words, /On this list since/)
  assert.match(page.words, new RegExp(hidden))
  assert.doesNotMatch(page.html, /Canary house|afeguarding/)
  assert.equal((await (await web.as(people.responder.person)).get('/escalation/leadership')).status, 403)
})
