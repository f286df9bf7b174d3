import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { failingEndpoints, failingRoutes } from '#mail/door.ts'
import { clientOf } from '#test/api.ts'
import { testWeb } from '#test/web.ts'
import { addressOf, openPostTown, referenceIn } from './post-town.ts'

const town = await openPostTown()
const { db, council, turnTo, does, raises, write, refusing } = town
const web = await testWeb({ db, routes: failingRoutes, today: day('2026-06-03') })
const officer = await web.as(council.people.oneStop.person)
const member = addressOf('member')
const path = '/mail/failing'

/** An enquiry whose receipt and acknowledgement the member's server refuses for good. */
async function refusedMail(): Promise<string> {
  turnTo(day('2026-06-02'))
  refusing.set(member, '550 5.2.2 Mailbox full')
  await raises('member', { subject: 'Lamp out', text: 'When is it mended?', mailbox: council.mailbox.streets })
  const [row] = await db.owner`select reference from enquiries.enquiry order by reference desc limit 1`
  await does('responder', 'take', row!.reference)
  refusing.clear()
  return row!.reference
}

test('nothing fails: the list says so', async () => {
  assert.match((await officer.get(path)).words, /Every address works/)
})

test('where mail comes back stands with whose it is, since when, why and what to do', async () => {
  await refusedMail()
  await db.owner`update people.person set phone = '01632 960 200' where id = ${council.people.member.person}`
  const { words } = await officer.get(path)
  assert.match(words, /Cllr Aoife Ní Mhurchú/)
  assert.match(words, new RegExp(`Address *${member}`))
  assert.match(words, /Since *2 June 2026/)
  assert.match(words, /Why *550 5\.2\.2 Mailbox full/)
  assert.match(words, /Telephone Cllr Aoife Ní Mhurchú on 01632 960 200, and tell them what they have missed/)
  assert.match(words, /Mended: send 2 emails again/)
})

test('marked as mended, what did not arrive is sent again once, and the address is off the list', async () => {
  turnTo(day('2026-06-03'), 11)
  const done = await officer.post(path, { address: member, again: 'yes' })
  assert.equal(done.status, 303)
  const mails = await town.sendAgain()
  assert.deepEqual(
    mails.map(mail => mail.to),
    [member, member],
  )
  const all = mails.map(mail => mail.text).join('\n')
  for (const words of ['Thank you for your enquiry', 'Priya Nair']) assert.ok(all.includes(words), words)
  assert.match((await officer.get(path)).words, /Every address works/)
  assert.equal((await officer.post(path, { address: member, again: 'yes' })).status, 303)
  assert.deepEqual(await town.sendAgain(), [], 'once')
  const [entry] = await db.owner`select act, subject_id, details from audit.entry where act = 'mail.address-mended'`
  assert.deepEqual([entry!.subjectId, entry!.details], [council.people.member.person, { sent: 2 }])
})

test('an answer that came back is not sent again: it was taken back on the enquiry', async () => {
  turnTo(day('2026-06-04'))
  const [receipt] = await raises('member', {
    subject: 'Bench',
    text: 'It is broken.',
    mailbox: council.mailbox.streets,
  })
  const reference = referenceIn(receipt)
  await does('responder', 'take', reference)
  refusing.set(member, '550 5.1.1 No such person')
  await does('responder', 'answer', reference, { text: 'We do.' })
  refusing.clear()
  assert.equal((await town.enquiry(reference)).status, 'in-progress')
  const { words } = await officer.get(path)
  assert.match(words, /Mark as mended/)
  assert.doesNotMatch(words, /emails? again/)
  await officer.post(path, { address: member, again: 'yes' })
  assert.deepEqual(await town.sendAgain(), [])
})

test('mended without sending again sends nothing', async () => {
  await refusedMail()
  await officer.post(path, { address: member })
  assert.deepEqual(await town.sendAgain(), [])
  assert.match((await officer.get(path)).words, /Every address works/)
})

test('writing from an address takes it off the list', async () => {
  await refusedMail()
  await write({ from: member, to: 'streets@tessbridge.example', subject: 'Still here', text: 'Yes' })
  assert.match((await officer.get(path)).words, /Every address works/)
})

test('an address of nobody, of a leaver, or only written from says what is left to do', async () => {
  const { owner } = db
  await owner`insert into mail.unreachable (address, since_at, reason) values
    ('stranger@outside.example', now(), 'gone'), (${addressOf('director')}, now(), 'gone'), ('second@outside.example', now(), 'gone')`
  await owner`update people.person set disabled_at = now() where id = ${council.people.director.person}`
  await owner`insert into people.email_address (address, person_id, verified_at)
    values ('second@outside.example', ${council.people.owner.person}, now())`
  const { words } = await officer.get(path)
  assert.match(words, /stranger@outside\.example[^]*Nobody here has this address/)
  assert.match(words, /Ingrid Holm[^]*They have left[^]*Take off the list/)
  assert.match(words, /Helen Marsh[^]*They only write from this address/)
  for (const address of ['stranger@outside.example', addressOf('director'), 'second@outside.example'])
    assert.equal((await officer.post(path, { address })).status, 303)
  assert.match((await officer.get(path)).words, /Every address works/)
})

test('nobody but member services looks at it', async () => {
  for (const who of ['member', 'responder', 'owner', 'auditor'] as const)
    assert.equal((await (await web.as(council.people[who].person)).get(path)).status, 403, who)
})

test('a program lists the addresses that fail and mends one, once; nobody else may', async () => {
  await refusedMail()
  const api = await testWeb({ db, routes: failingEndpoints, today: day('2026-06-03') })
  const client = await clientOf(api.server, db, council.people.oneStop.person)
  const { addresses } = (await client.get('/api/v1/failing-addresses')).body
  assert.deepEqual(
    addresses.map((it: Record<string, unknown>) => [it.address, it.person, it.member]),
    [[member, council.people.member.person, true]],
  )
  const mend = () => client.post('/api/v1/failing-addresses/mend', { address: member, sendAgain: true })
  assert.deepEqual((await mend()).body, { sentAgain: addresses[0].lost })
  turnTo(day('2026-06-04'))
  assert.equal((await town.sendAgain()).filter(mail => mail.to === member).length, addresses[0].lost)
  assert.equal((await mend()).status, 404)
  const responder = await clientOf(api.server, db, council.people.responder.person)
  assert.equal((await responder.get('/api/v1/failing-addresses')).status, 403)
})
