import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actNamed, carryOut, houseWith, raise, raiseShape, type Happened } from '#enquiries/door.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { saveChoice } from '#people/notices/choice.sql.ts'
import { topicsFor, type Rhythm, type Topic } from '#people/notices/choice.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { sendDigests } from './digests.ts'
import { maySend } from './may-send.ts'
import { follow } from './reactions/reactions.ts'

const db = await testDatabase()
const { people, topic } = await smallCouncil(db.owner)
const stamp = { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' }
let on = '2026-06-02'
const now = () => nowAt(instantOn(day(on), 10))
const following = { db, stamp, publicUrl: 'http://localhost', now: () => now().at }
const happened: Happened[] = []
const house = houseWith(async (_tx, what) => void happened.push(what))

async function followAll() {
  for (const what of happened.splice(0)) await follow(following, what)
}

async function raised(subject: string): Promise<string> {
  const { member } = people
  const given = raiseShape.parse({ member: member.person, subject, text: `${subject}.`, topic: topic.potholes })
  const done = await inTransaction(db, member.person, tx => raise(tx, house, member, given, { now: now() }))
  assert.ok(done.ok)
  await followAll()
  return done.value.enquiry.reference
}

async function does(key: PersonKey, reference: string, act: string, given: object = {}) {
  const it = actNamed(act)!
  const done = await inTransaction(db, people[key].person, tx =>
    carryOut(tx, house, people[key], reference, it, it.shape.parse(given) as never, { now: now() }),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
  await followAll()
}

const choose = (key: PersonKey, choices: Partial<Record<Topic, Rhythm>>) =>
  inTransaction(db, 'system', async tx => {
    for (const [it, rhythm] of Object.entries(choices)) await saveChoice(tx, people[key].person, it as Topic, rhythm)
  })

type Sent = { kind: string; toPerson: string; subject: string; text: string }
async function sentTo(key: PersonKey): Promise<Sent[]> {
  const mails = await db.owner<Sent[]>`
    select kind, to_person, subject, text from mail.outbox where to_person = ${people[key].person} order by created_at, id`
  await db.owner`delete from mail.outbox`
  return [...mails]
}
const digests = () => sendDigests({ db, stamp, publicUrl: 'http://localhost' }, now())

test('what may wait waits for one mail a day; answers and questions come at once', async () => {
  await choose('member', { progress: 'daily' })
  const reference = await raised('Lamp out')
  assert.deepEqual(
    (await sentTo('member')).map(it => it.kind),
    ['receipt'],
    'a receipt is always sent',
  )
  await does('responder', reference, 'take')
  await does('responder', reference, 'update', { text: 'The crew comes on Friday.', nextUpdateOn: '2026-06-09' })
  assert.deepEqual(await sentTo('member'), [])
  await does('responder', reference, 'ask', { text: 'Which lamp?' })
  assert.deepEqual(
    (await sentTo('member')).map(it => it.kind),
    ['question'],
  )
  on = '2026-06-03'
  assert.equal(await digests(), 1)
  const [mail, ...more] = await sentTo('member')
  assert.equal(more.length, 0)
  assert.equal(mail?.kind, 'digest')
  assert.match(mail.subject, /^2 pieces of news, Wednesday 3 June 2026$/)
  assert.match(mail.text, new RegExp(`${reference}\\] Lamp out:[^]*${reference}\\] Lamp out[^]*/track`))
  assert.equal(await digests(), 0, 'once')
})

test('a week’s digest comes on Monday, and none where there is nothing or nothing is wanted', async () => {
  await choose('member', { progress: 'weekly' })
  const reference = await raised('Bench broken')
  await does('responder', reference, 'take')
  await choose('member', { progress: 'none' })
  await does('responder', reference, 'update', { text: 'Soon.', nextUpdateOn: '2026-06-09' })
  await sentTo('member')
  on = '2026-06-04'
  assert.equal(await digests(), 0)
  on = '2026-06-08'
  assert.equal(await digests(), 1)
  assert.match((await sentTo('member'))[0]!.subject, /^1 piece of news/)
})

test('what its reader may no longer see is not in it, and a digest written before does not go', async () => {
  await choose('secondResponder', { work: 'daily' })
  const reference = await raised('Kerb loose')
  await does('owner', reference, 'allocate', { to: people.secondResponder.person })
  assert.deepEqual(await sentTo('secondResponder'), [])
  await db.owner`insert into mail.digest_line (person_id, event_id, kind, rhythm, created_at)
    select person_id, event_id, 'notice', rhythm, created_at from mail.digest_line where taken_at is null limit 1`
  const mayGo = async (text: string) => {
    const written = { id: 'written', kind: 'digest', toPerson: people.secondResponder.person, text }
    return (await inTransaction(db, 'system', tx => maySend(tx, [written] as never, new Date()))).get('written')
  }
  assert.equal(await mayGo(`[${reference}] An enquiry for you`), undefined)
  await db.owner`update mailboxes.named_person set until_on = '2026-06-01' where person_id = ${people.secondResponder.person}`
  await db.owner`update enquiries.enquiry set holder_id = null where reference = ${reference}`
  await db.owner`update mailboxes.named_person set until_on = '2020-01-02' where person_id = ${people.secondResponder.person}`
  assert.match(String(await mayGo(`[${reference}] An enquiry for you`)), /may no longer see/)
  assert.equal(await digests(), 0)
  assert.deepEqual(await sentTo('secondResponder'), [])
})

test('each is offered what concerns them', () => {
  const ofOfficers = ['work', 'replies', 'new-work', 'chases', 'mentions', 'watching', 'morning']
  assert.deepEqual(topicsFor(['member']), ['progress'])
  assert.deepEqual(topicsFor(['responder']), ofOfficers)
  assert.deepEqual(topicsFor(['auditor']), ['mentions', 'watching'], 'who works on nothing is given nothing')
  assert.deepEqual(topicsFor(['owner']), [...ofOfficers, 'week'])
  assert.deepEqual(topicsFor(['director']), ['mentions', 'watching', 'pack'])
  assert.deepEqual(topicsFor(['assistant']), [])
  assert.deepEqual(topicsFor(['admin']), [])
})
