import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actNamed, carryOut, houseWith, raise, raiseShape, theSystem } from '#enquiries/door.ts'
import { sweep } from '#escalation/door.ts'
import { day, instantOn, nowAt, type Now } from '#kernel/day.ts'
import { sendDue, type Transport } from '#mail/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { sendDigests } from './digests.ts'
import { maySend } from './may-send.ts'
import { follow } from './reactions/reactions.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const { people, mailbox, topic } = council
let waiting: string[] = []
const house = houseWith(async (_tx, what) => void waiting.push(...what.eventIds))
const at = (date: string, hour = 8): Now => nowAt(instantOn(day(date), hour))
const stamp = { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' }

type Sent = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string }
let sent: Sent[] = []
const transport: Transport = {
  send: async mail => {
    sent.push({
      to: mail.toAddress.replace('@tessbridge.example', ''),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
    })
    return { outcome: 'accepted' }
  },
  close: () => {},
}

async function raised(on: string, to: object = { topic: topic.potholes }): Promise<string> {
  const given = raiseShape.parse({
    member: people.member.person,
    subject: 'Canary lane',
    text: 'A canary sings.',
    ...to,
  })
  const done = await inTransaction(db, people.member.person, tx =>
    raise(tx, house, people.member, given, { now: at(on) }),
  )
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

async function does(
  who: PersonKey | 'system',
  name: string,
  reference: string,
  on: string,
  given: object = {},
): Promise<void> {
  const doer = who === 'system' ? theSystem : people[who]
  const act = actNamed(name)!
  const done = await inTransaction(db, doer.person ?? 'system', tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, { now: at(on) }),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
}

/** Lets climb, writes the letters, and keeps them in the outbox. */
async function climbs(on: string): Promise<void> {
  waiting = []
  await sweep(db, house, at(on))
  await follow({ db, stamp, publicUrl: 'http://localhost', now: () => at(on).at }, { enquiryId: '', eventIds: waiting })
  waiting = []
}

/** What leaves the house on a day; only what climbed. */
async function leaves(on: string): Promise<Sent[]> {
  sent = []
  await db.owner`delete from mail.outbox where kind <> 'escalation'`
  await sendDue(db, transport, at(on, 9).at, { maySend })
  return sent
}

test('the head of service hears, and the member a new date, when an answer is a day late', async () => {
  await raised('2026-06-01')
  await climbs('2026-06-16')
  const letters = await leaves('2026-06-16')
  const to = (who: string) =>
    letters
      .filter(it => it.to === who)
      .map(it => it.text)
      .join()
  assert.match(to('head'), /An answer is late[\s\S]*is 1 working day late/)
  assert.match(to('member'), /You\s+will\s+hear\s+from\s+us\s+by\s+Wednesday\s17\sJune\s2026/)
  assert.match(to('owner'), /due soon/)
  await climbs('2026-06-16')
  assert.deepEqual(await leaves('2026-06-16'), [])
})

test('of a restricted enquiry nothing is said but its number, also to those who may not read it', async () => {
  const reference = await raised('2026-07-01', { mailbox: mailbox.safeguarding, subject: 'Canary house' })
  await climbs('2026-07-22')
  const letters = (await leaves('2026-07-22')).filter(it => it.subject.includes(reference))
  const heard = new Set(letters.map(it => it.to))
  for (const to of ['properofficer', 'head', 'director', 'member']) assert.ok(heard.has(to), to)
  for (const { to, text, html, subject } of letters)
    assert.doesNotMatch(`${subject} ${text} ${html}`, /canary|safeguarding/i, to)
})

test('what was answered before the letter went is not told', async () => {
  const reference = await raised('2026-08-03')
  await does('responder', 'take', reference, '2026-08-03')
  await climbs('2026-08-18')
  await does('responder', 'answer', reference, '2026-08-18', { text: 'In July' })
  assert.deepEqual(await leaves('2026-08-18'), [])
})

test('while a question waits the letter waits, and goes once the clock runs again', async () => {
  const reference = await raised('2026-09-01')
  await does('responder', 'take', reference, '2026-09-01')
  await climbs('2026-09-11')
  await does('responder', 'ask', reference, '2026-09-11', { text: 'Which end?' })
  const soon = (letters: Sent[]) => letters.filter(it => it.text.includes('due soon')).map(it => it.to)
  assert.deepEqual(soon(await leaves('2026-09-11')), [])
  await does('member', 'reply', reference, '2026-09-11', { text: 'The north end' })
  assert.deepEqual(soon(await leaves('2026-09-11')), [], 'it was looked at today already')
  assert.deepEqual(soon(await leaves('2026-09-14')).toSorted(), ['owner', 'responder'])
})

test('when very much climbs on one morning each person gets some letters and one that stands for the others', async () => {
  await inTransaction(db, 'system', tx => changeSetting(tx, 'escalation.letters-a-day', 3, null))
  for (let n = 0; n < 8; n++) await raised('2027-02-01')
  await climbs('2027-02-16')
  const morning = at('2027-02-16').at
  const written = (who: PersonKey) => db.owner<{ kind: string; subject: string; text: string }[]>`
    select kind, subject, text from mail.outbox
    where to_person = ${people[who].person} and created_at >= ${morning}::date and kind in ('escalation', 'notice')`
  for (const [who, list] of [
    ['head', '/enquiries?view=overdue'],
    ['member', '/enquiries/mine'],
  ] as const) {
    const letters = await written(who)
    assert.equal(letters.filter(it => it.kind === 'escalation').length, 3, who)
    const gathered = letters.filter(it => it.kind === 'notice')
    assert.equal(gathered.length, 1, who)
    assert.ok(gathered[0]!.text.includes(list), gathered[0]!.text)
    assert.doesNotMatch(gathered[0]!.text, /ME-\d{4}-/)
  }
  // followed up again, as after a worker died: nothing is added
  const ids = await db.owner<
    { id: string }[]
  >`select id from enquiries.event where type = 'climbed' and on_day = '2027-02-16'`
  const before = await db.owner`select from mail.outbox`
  const again = { enquiryId: '', eventIds: ids.map(it => it.id) }
  await follow({ db, stamp, publicUrl: 'http://localhost', now: () => morning }, again)
  assert.equal((await db.owner`select from mail.outbox`).length, before.length)
  await inTransaction(db, 'system', tx => changeSetting(tx, 'escalation.letters-a-day', 20, null))

  // whoever raised them is owed a new date for each: those of the one letter come as a list, but for what is answered since
  const told = (await written('member')).map(it => it.subject)
  const [answered, ...untold] = (
    await db.owner<{ reference: string }[]>`
    select reference from enquiries.enquiry where received_on = '2027-02-01' order by id desc`
  )
    .map(it => it.reference)
    .filter(it => !told.some(subject => subject.includes(it)))
  await does('responder', 'take', answered!, '2027-02-16')
  await does('responder', 'answer', answered!, '2027-02-16', { text: 'Mended' })
  const list = () => sendDigests({ db, stamp, publicUrl: 'http://localhost' }, at('2027-02-17'))
  assert.equal(await list(), 1)
  const [digest] = await db.owner`select to_person, text from mail.outbox where kind = 'digest'`
  assert.equal(digest!.toPerson, people.member.person)
  const said = digest!.text.replace(/\s+/g, ' ')
  const late = 'Canary lane: Your answer is late. You will hear from us by Wednesday 17 February 2027'
  assert.ok(untold.length > 3)
  for (const reference of untold) assert.ok(said.includes(`[${reference}] ${late}`), reference)
  assert.ok(!said.includes(answered!))
  assert.match(digest!.text, /too much for a letter each/)
  assert.equal(await list(), 0)
})
