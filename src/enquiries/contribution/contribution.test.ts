import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { enquiryRoutes } from '../routes.ts'
import { actingTown, allowed, refusedAs } from '../town-for-tests.ts'
import { contributionsOf } from './contribution.sql.ts'
import { linkTo } from './link.ts'

const town = await actingTown()
const { council, raised, does, db, house } = town
const { otherResponder, properOfficer } = council.people
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today: day('2026-06-03') })
const questions = ['How deep is the foundation?', 'Who measured it?']
const lab = { email: 'lab@cores.example', name: 'The laboratory', questions, text: 'Number 14', dueOn: '2026-06-10' }
const both = [1, 2].map(number => ({ number, answer: 'In July' }))

async function asked(given: object = {}, mailbox?: string) {
  const enquiry = await raised('2026-06-01', mailbox ? { topic: undefined, mailbox } : {})
  const who = mailbox ? 'properOfficer' : 'responder'
  allowed(await does(who, 'take', enquiry, '2026-06-02'))
  const now = allowed(await does(who, 'ask-contribution', enquiry, '2026-06-03', { ...lab, ...given }))
  const [contribution] = await inTransaction(db, 'system', tx => contributionsOf(tx, enquiry.id))
  const link = await inTransaction(db, 'system', tx => linkTo(tx, 'a secret', contribution!, day('2026-06-03')))
  return { enquiry: now, id: contribution!.id, link }
}

test('a part is due a working day before the enquiry, and the answer waits for it', async () => {
  const { enquiry, id } = await asked()
  assert.deepEqual(enquiry.contributions, [{ id, of: null, askedOn: '2026-06-03', dueOn: '2026-06-10' }])
  const later = { ...lab, dueOn: '2026-06-15' }
  assert.equal(refusedAs(await does('responder', 'ask-contribution', enquiry, '2026-06-03', later)), 'too-late')
  allowed(await does('responder', 'ask-contribution', enquiry, '2026-06-03', { ...lab, dueOn: '2026-06-12' }))
  const answer = { text: 'Soon', answers: both }
  assert.equal(refusedAs(await does('responder', 'answer', enquiry, '2026-06-04', answer)), 'open-contributions')
  for (const { id: one } of allowed(await does('responder', 'note', enquiry, '2026-06-04', { text: 'x' }))
    .contributions)
    allowed(await does('responder', 'withdraw-contribution', enquiry, '2026-06-04', { contribution: one }))
  allowed(await does('responder', 'answer', enquiry, '2026-06-04', answer))
})

test('what is late already may still be helped until the next working day', async () => {
  const { enquiry } = await asked()
  const on = async (dueOn: string) =>
    refusedAs(await does('responder', 'ask-contribution', enquiry, '2026-06-17', { ...lab, dueOn }))
  assert.deepEqual(
    [await on('2026-06-16'), await on('2026-06-19'), await on('2026-06-18')],
    ['past', 'too-late', 'allowed'],
  )
})

test('at the weekend before a due Monday a part may still be asked, for that Monday', async () => {
  const { enquiry } = await asked()
  const on = async (dueOn: string) =>
    refusedAs(await does('responder', 'ask-contribution', enquiry, '2026-06-14', { ...lab, dueOn }))
  assert.deepEqual(
    [await on('2026-06-12'), await on('2026-06-16'), await on('2026-06-15')],
    ['past', 'too-late', 'allowed'],
  )
})

test('nobody asks the member, themselves, or a nameless stranger', async () => {
  const { enquiry } = await asked()
  const ask = async (given: object) =>
    refusedAs(await does('responder', 'ask-contribution', enquiry, '2026-06-03', { ...lab, ...given }))
  assert.equal(await ask({ name: '' }), 'no-name')
  assert.equal(await ask({ email: council.people.member.email }), 'the-member')
  assert.equal(await ask({ email: council.people.responder.email }), 'yourself')
  assert.equal(refusedAs(await does('secondResponder', 'ask-contribution', enquiry, '2026-06-03', lab)), 'not-allowed')
  assert.equal(refusedAs(await does('otherResponder', 'ask-contribution', enquiry, '2026-06-03', lab)), 'not-found')
})

test('by the link: opening does nothing, sending does it once, and only what was asked is shown', async () => {
  const { enquiry, link } = await asked()
  const [opened, again] = [await web.nobody.get(link), await web.nobody.get(link)]
  assert.deepEqual([opened.status, again.status], [200, 200])
  assert.match(opened.words, /Priya Nair of Streets .* 1\. How deep is the foundation\? 2\. Who measured it\?/)
  assert.doesNotMatch(opened.html, /canary|Mhurchú/)
  const half = await web.nobody.post(link, { 'answer-1': 'Forty <b>cm</b>' })
  assert.deepEqual(
    [half.status, half.html.includes('href="#answers-2"'), half.html.includes('Forty &lt;b&gt;')],
    [422, true, true],
  )
  const sent = await web.nobody.post(link, {
    'answer-1': 'Forty <b>cm</b>',
    'answer-2': 'We did',
    text: 'Mind the pipe',
  })
  assert.match(sent.words, /Your part has been sent/)
  assert.match((await web.nobody.get(link)).words, /It has been answered already/)
  assert.equal((await web.nobody.post(link, { 'answer-1': 'x', 'answer-2': 'y' })).status, 409)
  const page = await (await web.as(council.people.responder.person)).get(`/enquiries/${enquiry.reference}`)
  assert.match(page.words, /A part of the answer – not shown to the member From The laboratory: .* Mind the pipe/)
  assert.match(page.words, /The laboratory outside the council, by 10 June 2026 Came 3 June 2026/)
  const member = await (await web.as(council.people.member.person)).get(`/enquiries/${enquiry.reference}/track`)
  assert.doesNotMatch(member.words, /laboratory|Forty/)
})

test('a link ends: withdrawn, run out, or never ours; and only its hash is kept', async () => {
  const { enquiry, id, link } = await asked()
  assert.equal((await web.nobody.get('/contribute/nobody-knows-this')).status, 410)
  web.turnTo(day('2026-06-24'))
  assert.equal((await web.nobody.get(link)).status, 200)
  web.turnTo(day('2026-06-25'))
  assert.equal((await web.nobody.get(link)).status, 410)
  web.turnTo(day('2026-06-03'))
  allowed(await does('responder', 'withdraw-contribution', enquiry, '2026-06-04', { contribution: id }))
  assert.equal((await web.nobody.get(link)).status, 410)
  assert.equal((await web.nobody.post(link, { 'answer-1': 'x', 'answer-2': 'y' })).status, 410)
  const token = link.split('/').at(-1)!
  assert.ok(token.length >= 20)
  const [row] =
    await db.owner`select count(*)::int as n from enquiries.contribution_link where token_hash::text like ${`%${token}%`}`
  assert.equal(row!.n, 0)
})

test('an officer answers signed in without seeing the enquiry; nobody else can in their place', async () => {
  const { enquiry, id } = await asked({ email: otherResponder.email, name: '' })
  const officer = await web.as(otherResponder.person)
  assert.equal((await officer.get(`/enquiries/${enquiry.reference}`)).status, 404)
  assert.match(
    (await officer.get('/contributions')).words,
    /How deep is the foundation\? and 1 more Needed by 10 June 2026 Open/,
  )
  assert.equal((await officer.get(`/contributions/${id}`)).status, 200)
  const other = await web.as(properOfficer.person)
  assert.equal((await other.get(`/contributions/${id}`)).status, 404)
  assert.equal((await other.post(`/contributions/${id}`, { 'answer-1': 'x', 'answer-2': 'y' })).status, 404)
  const own = { contribution: id, text: 'In his place' }
  assert.equal(refusedAs(await does('responder', 'contribute', enquiry, '2026-06-03', own)), 'not-allowed')
  const sent = await officer.post(`/contributions/${id}`, { 'answer-1': 'Forty', 'answer-2': 'Dylan' })
  assert.deepEqual([sent.status, sent.to], [303, '/contributions'])
  const history = await (await web.as(council.people.responder.person)).get(`/enquiries/${enquiry.reference}`)
  assert.match(history.words, /The part asked of Dylan Rees came by Dylan Rees/)
})

test('of a restricted enquiry the link shows the questions and nothing else', async () => {
  const { link } = await asked({}, council.mailbox.safeguarding)
  assert.doesNotMatch((await web.nobody.get(link)).html, /canary/)
})

test('what came is put into the answer with one press, and nothing typed is lost', async () => {
  const { enquiry, link } = await asked()
  await web.nobody.post(link, { 'answer-1': 'Forty', 'answer-2': 'We did' })
  const browser = await web.as(council.people.responder.person)
  const form = await browser.get(`/enquiries/${enquiry.reference}/answer`)
  const pressed = /value="(insert [0-9a-f-]+)"/.exec(form.html)![1]!
  const filled = await browser.post(`/enquiries/${enquiry.reference}/answer`, { text: 'Dear member', do: pressed })
  assert.equal(filled.status, 200)
  assert.match(filled.html, /Dear member\n\n1\. How deep is the foundation\?\nForty/)
})

test('reminded a working day before and once when late; closing ends what is open', async () => {
  const { enquiry, id } = await asked()
  const remind = async (date: string) => refusedAs(await does('system', 'remind-contributions', enquiry, date))
  assert.equal(await remind('2026-06-08'), 'nothing-due')
  assert.deepEqual([await remind('2026-06-09'), await remind('2026-06-10')], ['allowed', 'nothing-due'])
  assert.deepEqual([await remind('2026-06-11'), await remind('2026-06-12')], ['allowed', 'nothing-due'])
  allowed(await does('responder', 'chase-contribution', enquiry, '2026-06-12', { contribution: id }))
  const closed = allowed(await does('member', 'withdraw', enquiry, '2026-06-12', { text: 'Mended' }))
  assert.equal(closed.contributions[0]!.ended, 'withdrawn')
})

test('a list counts what is open without opening anything', async () => {
  const { enquiry } = await asked()
  const [row] = await db.owner`select open_contributions from enquiries.enquiry where id = ${enquiry.id}`
  assert.equal(row!.openContributions, 1)
  const list = await (await web.as(council.people.responder.person)).get('/enquiries?view=mine')
  assert.match(list.words, /Contribution open/)
})
