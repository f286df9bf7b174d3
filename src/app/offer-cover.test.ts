import assert from 'node:assert/strict'
import { test } from 'node:test'
import { raise, raiseShape, actNamed, carryOut } from '#enquiries/door.ts'
import { addDays, nowAt } from '#kernel/day.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { houseWith } from '#enquiries/door.ts'
import { offerCover } from './offer-cover.ts'
import { giveOutWaiting } from './timely.ts'
import { follow } from './reactions/reactions.ts'

const db = await testDatabase()
const { people, mailbox, topic } = await smallCouncil(db.owner)
const { member, responder, secondResponder, owner } = people
const now = nowAt(new Date())
const { today } = now
const happened: { enquiryId: string; eventIds: readonly string[] }[] = []
const house = houseWith(async (_tx, what) => void happened.push(what))
const stamp = { secret: 's'.repeat(32), domain: 'tessbridge.example' } as never
const jobs = { enqueue: async () => {}, job: (tx: Tx) => tx`select` }

async function raised(): Promise<string> {
  const given = raiseShape.parse({ member: member.person, subject: 'A', text: 'When?', topic: topic.potholes })
  const done = await inTransaction(db, member.person, tx => raise(tx, house, member, given, { now }))
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

const follows = async () => {
  for (const what of happened.splice(0))
    await follow({ db, jobs, stamp, publicUrl: 'http://one-stop.example', now: () => now.at }, what)
}

const holderOf = async (reference: string) =>
  (await db.owner`select holder_id from enquiries.enquiry where reference = ${reference}`)[0]!.holderId as string | null

const away = (person: string, fromOn = today, cover: string | null = null) => db.owner`
  insert into mailboxes.absence (person_id, from_on, cover_id) values (${person}, ${fromOn}, ${cover})`

const letters = async () =>
  (await db.owner`select to_person, text from mail.outbox where kind = 'cover' order by created_at, id`).map(it => ({
    to: it.toPerson as string,
    text: it.text as string,
  }))

test('a mailbox where people take work leaves it to be taken', async () => {
  const reference = await raised()
  await follows()
  assert.equal(await holderOf(reference), null)
})

test('a mailbox that gives work out gives it to whoever is there and has least, and not back to who gave it back', async () => {
  await db.owner`update mailboxes.mailbox set gives_out = true where id = ${mailbox.streets}`
  const [one, other] = [await raised(), await raised()]
  await follows()
  const holders = [await holderOf(one), await holderOf(other)]
  assert.deepEqual(holders.toSorted(), [responder.person, secondResponder.person].toSorted())
  const [first] = holders
  const doer = [responder, secondResponder].find(it => it.person === first)!
  await inTransaction(db, owner.person, tx =>
    carryOut(tx, house, owner, one, actNamed('release')!, {} as never, { now }),
  )
  await follows()
  assert.ok(doer && (await holderOf(one)) !== first)
  const told =
    await db.owner`select count(*)::int as n from mail.outbox where kind = 'new-work' and to_person = ${owner.person}`
  assert.equal(told[0]!.n, 1, 'only of the one that nobody was given')
})

test('with everybody away it waits, and is given out when somebody is back', async () => {
  for (const { person } of [responder, secondResponder]) await away(person)
  const reference = await raised()
  await follows()
  assert.equal(await holderOf(reference), null)
  await giveOutWaiting({ db, house }, now)
  assert.equal(await holderOf(reference), null)
  await db.owner`delete from mailboxes.absence where person_id = ${responder.person}`
  await giveOutWaiting({ db, house }, now)
  assert.equal(await holderOf(reference), responder.person)
  await giveOutWaiting({ db, house }, now)
  await db.owner`delete from mailboxes.absence`
})

test('on the first day the cover and the owner are offered the open work, once each, and nobody who sees none of it', async () => {
  await away(secondResponder.person, today, responder.person)
  await away(people.otherResponder.person, today, responder.person)
  const offering = { db, stamp, publicUrl: 'http://one-stop.example' }
  assert.equal(await offerCover(offering, now), 2)
  assert.equal(await offerCover(offering, now), 0)
  const sent = await letters()
  assert.deepEqual(sent.map(it => it.to).toSorted(), [responder.person, owner.person].toSorted())
  assert.match(sent[0]!.text, /Jakub Nowak is away and holds \d open enquir/)
  assert.match(sent[0]!.text, /http:\/\/one-stop\.example\/enquiries\/cover\//)
})

test('an absence to come, and one long begun, is told of by nobody; a cover who is away is passed over', async () => {
  await db.owner`delete from mailboxes.absence`
  await db.owner`delete from mail.outbox`
  const offering = { db, stamp, publicUrl: 'http://one-stop.example' }
  await away(secondResponder.person, addDays(today, 1), responder.person)
  assert.equal(await offerCover(offering, now), 0)
  await db.owner`update mailboxes.absence set from_on = ${addDays(today, -30)}`
  assert.equal(await offerCover(offering, now), 0)
  await db.owner`update mailboxes.absence set from_on = ${today}`
  await away(responder.person, addDays(today, -30))
  await offerCover(offering, now)
  assert.deepEqual(
    (await letters()).map(it => it.to),
    [owner.person],
  )
})
