import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actNamed, carryOut, houseWith, raise, raiseShape, type Happened } from '#enquiries/door.ts'
import { enquiryRoutes } from '#enquiries/routes.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { saveChoice } from '#people/notices/choice.sql.ts'
import type { Rhythm } from '#people/notices/choice.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testFiles, testWeb, type Typed } from '#test/web.ts'
import { follow } from './reactions.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const { people } = council
const at = instantOn(day('2026-06-09'), 10)
const now = nowAt(at)
const following = {
  db,
  stamp: { secret: 'a secret of the tests, long enough', domain: 'tessbridge.example' },
  publicUrl: 'https://onestop.tessbridge.example',
  now: () => at,
}
const waiting: Happened[] = []
const house = houseWith(async (_tx, what) => void waiting.push(what))
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today: day('2026-06-09') })
const as = (who: PersonKey) => web.as(people[who].person)

/** What the worker does next. */
async function worked(): Promise<void> {
  for (const what of waiting.splice(0)) await follow(following, what)
}

async function raised(to: object = { topic: council.topic.potholes }): Promise<string> {
  const given = raiseShape.parse({
    member: people.member.person,
    subject: 'Lamp out',
    text: 'When is it mended?',
    ...to,
  })
  const it = await inTransaction(db, people.member.person, tx => raise(tx, house, people.member, given, { now }))
  assert.ok(it.ok)
  await worked()
  return it.value.enquiry.reference
}

async function did(who: PersonKey, name: string, reference: string, given: object = {}) {
  const act = actNamed(name)!
  const done = await inTransaction(db, people[who].person, tx =>
    carryOut(tx, house, people[who], reference, act, act.shape.parse(given) as never, { now }),
  )
  await worked()
  return done
}

const note = async (who: PersonKey, reference: string, typed: Typed) => {
  const seen = await (await as(who)).post(`/enquiries/${reference}/note`, typed)
  await worked()
  return seen
}

const listOf = async (who: PersonKey) => (await (await as(who)).get('/enquiries/for-you')).words
const mailsTo = async (who: PersonKey, reference: string) =>
  db.owner`select subject, text from mail.outbox where to_person = ${people[who].person} and reference = ${reference} and kind = 'notice'`

test('a colleague named with @ or ticked is told once, in the list and by mail, and read when they come', async () => {
  const reference = await raised()
  const form = await (await as('responder')).get(`/enquiries/${reference}/note`)
  assert.match(form.words, /Whom to tell \(optional\)/)
  for (const name of ['Jakub Nowak', 'Helen Marsh', 'Grace Bello', 'Marcus Lowe'])
    assert.match(form.words, new RegExp(name))
  assert.doesNotMatch(form.words, /Priya Nair<\/label>|Dylan Rees/)
  const text = 'Please look, @jakub nowak: Dave has the key'
  const typed = { text, [`tell-${people.owner.person}`]: 'yes', [`tell-${people.secondResponder.person}`]: 'yes' }
  assert.equal((await note('responder', reference, typed)).status, 303)
  for (const who of ['owner', 'secondResponder'] as const) {
    assert.match(await listOf(who), /New .*Lamp out .*Priya Nair mentioned you in a note/)
    const mails = await mailsTo(who, reference)
    assert.equal(mails.length, 1)
    assert.match(mails[0]!.text as string, /Dave has the key/)
  }
  assert.match(
    (await (await as('responder')).get(`/enquiries/${reference}`)).words,
    /For (Helen Marsh and Jakub Nowak|Jakub Nowak and Helen Marsh)\./,
  )
  await (await as('owner')).post(`/enquiries/${reference}/presence`, { doing: 'looking', version: '2' })
  assert.doesNotMatch(await listOf('owner'), /New .*Lamp out/)
  await (await as('secondResponder')).post('/enquiries/for-you/read')
  assert.doesNotMatch(await listOf('secondResponder'), /New .*Lamp out/)
})

test('nobody is mentioned into what they may not see, by page or by API, ticked or by name', async () => {
  const restricted = await raised({ mailbox: council.mailbox.safeguarding })
  const form = await (await as('properOfficer')).get(`/enquiries/${restricted}/note`)
  for (const name of ['Helen Marsh', 'Grace Bello', 'Marcus Lowe', 'Priya Nair'])
    assert.doesNotMatch(form.words, new RegExp(name))
  for (const who of ['owner', 'oneStop', 'member', 'admin', 'auditor'] as const) {
    const refused = await note('properOfficer', restricted, {
      text: 'Kept words',
      [`tell-${people[who].person}`]: 'yes',
    })
    assert.equal(refused.status, 422, who)
    assert.match(refused.words, /Select only people who may read this enquiry/)
    assert.match(refused.html, /Kept words/)
  }
  const open = await raised()
  assert.equal(
    (await note('responder', open, { text: 'x', [`tell-${people.member.person}`]: 'yes' })).status,
    422,
    'a member reads no notes',
  )
  assert.equal(
    (await did('properOfficer', 'note', restricted, { text: 'Ask @Grace Bello' })).ok,
    true,
    'her name is only a word here',
  )
  assert.doesNotMatch(await listOf('oneStop'), new RegExp(restricted))
})

test('a watcher hears what happens, not what they did; without the right any more they hear nothing and lose the list', async () => {
  const reference = await raised()
  const watcher = await as('secondResponder')
  assert.match((await watcher.get(`/enquiries/${reference}`)).words, /Watch/)
  for (const _twice of [1, 2]) assert.equal((await watcher.post(`/enquiries/${reference}/watch`)).status, 303)
  assert.match((await watcher.get(`/enquiries/${reference}`)).words, /Stop watching/)
  await did('responder', 'take', reference)
  await did('secondResponder', 'note', reference, { text: 'Mine' })
  const list = await listOf('secondResponder')
  assert.match(list, new RegExp(`Lamp out ${reference} +Taken \\( ?Priya Nair ?\\)`))
  assert.doesNotMatch(list, new RegExp(`${reference} +Added an internal note`))
  assert.equal((await mailsTo('secondResponder', reference)).length, 0, 'by mail only when they chose it')
  const choosing = (rhythm: Rhythm) =>
    inTransaction(db, 'system', tx => saveChoice(tx, people.secondResponder.person, 'watching', rhythm))
  await choosing('at-once')
  await did('responder', 'note', reference, { text: 'Seen on site' })
  assert.match(
    (await mailsTo('secondResponder', reference))[0]!.text as string,
    /Added an internal note \(Priya Nair\)/,
  )
  await did('oneStop', 'move', reference, { mailbox: council.mailbox.safeguarding, why: 'A person at risk' })
  assert.doesNotMatch(await listOf('secondResponder'), new RegExp(reference))
  assert.equal((await mailsTo('secondResponder', reference)).length, 1)
  await choosing('none')
})

test('what one does not see cannot be watched; members have no such list', async () => {
  const restricted = await raised({ mailbox: council.mailbox.safeguarding })
  for (const who of ['responder', 'oneStop', 'auditor'] as const)
    assert.equal((await (await as(who)).post(`/enquiries/${restricted}/watch`)).status, 404, who)
  assert.equal((await (await as('member')).get('/enquiries/for-you')).status, 403)
  const watcher = await as('oneStop')
  const reference = await raised()
  await watcher.post(`/enquiries/${reference}/watch`)
  assert.equal((await watcher.post(`/enquiries/${reference}/unwatch`)).status, 303)
  await did('responder', 'take', reference)
  assert.doesNotMatch(await listOf('oneStop'), new RegExp(reference))
})

test('a mail about a restricted enquiry names its number alone', async () => {
  const restricted = await raised({ mailbox: council.mailbox.safeguarding })
  await db.owner`insert into mailboxes.named_person (mailbox_id, person_id, part, from_on)
    values (${council.mailbox.safeguarding}, ${people.otherResponder.person}, 'responder', '2020-01-01')`
  await did('properOfficer', 'note', restricted, { text: 'canaryword @Dylan Rees' })
  const [mail] = await mailsTo('otherResponder', restricted)
  assert.ok(mail)
  assert.doesNotMatch(`${mail.subject} ${mail.text}`, /canaryword|Lamp/)
})
