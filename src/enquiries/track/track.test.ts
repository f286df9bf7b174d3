import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallCouncil } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { testFiles, testWeb, type Seen } from '#test/web.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { actNamed } from '../acts.ts'
import { postFiles } from '../attach/multipart-for-tests.ts'
import { carryOut } from '../carry-out.ts'
import { type Doer } from '../doer.ts'
import { houseWith } from '../house.ts'
import { raise } from '../raise/raise.ts'
import { raiseShape } from '../raise/raise-shape.ts'
import { enquiryRoutes } from '../routes.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const { member, otherMember, assistant, responder, oneStop, otherResponder } = council.people
const house = houseWith(async () => {})
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today: day('2026-06-10') })
await db.owner`update mailboxes.mailbox set phone = '01632 960 100' where key = 'streets'`

const on = (date: string) => ({ now: nowAt(instantOn(day(date), 10)) })

async function raised(date: string, given: object = {}): Promise<string> {
  const it = raiseShape.parse({
    member: member.person,
    subject: 'Pothole in Mill Lane',
    text: '1. When will it be mended?\n2. Who decided to wait?',
    topic: council.topic.potholes,
    ...given,
  })
  const done = await inTransaction(db, member.person, tx => raise(tx, house, member, it, on(date)))
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

async function does(
  doer: Doer & { person: string },
  name: string,
  reference: string,
  date: string,
  given: object = {},
) {
  const act = actNamed(name)!
  const done = await inTransaction(db, doer.person, tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, on(date)),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
}

const taken = async (date = '2026-06-01') => {
  const reference = await raised(date)
  await does(responder, 'take', reference, date)
  return reference
}
const asked = async () => {
  const reference = await taken()
  await does(responder, 'ask', reference, '2026-06-04', { text: 'Which end of the lane?' })
  return reference
}
const answers = [
  { number: 1, answer: 'In July' },
  { number: 2, excuse: 'No record was kept' },
]
const promises = [{ words: 'The lane is resurfaced', who: 'Highways', dueOn: '2026-07-10' }]
const answered = async () => {
  const reference = await taken()
  await does(responder, 'answer', reference, '2026-06-08', { text: 'It will be mended.', answers, promises })
  return reference
}

const browserOf = (who: { person: string }) => web.as(who.person)
const trackOf = (reference: string) => `/enquiries/${reference}/track`
const see = async (reference: string, who: { person: string } = member) =>
  (await browserOf(who)).get(trackOf(reference))
const versionIn = ({ html }: Pick<Seen, 'html'>) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
const said = ({ said }: Seen) => decodeURIComponent(said)
const stateOf = async (reference: string) =>
  (
    await db.owner`select status, round, outcome, due_on, chases from enquiries.enquiry where reference = ${reference}`
  )[0]!
const wordsOf = async (reference: string, kind: string) =>
  (
    await db.owner`select m.words from enquiries.message m join enquiries.enquiry e on e.id = m.enquiry_id where e.reference = ${reference} and m.kind = ${kind}`
  ).map(it => it.words)

test('like a parcel: where it is, who has it, what happens next and by when', async () => {
  const fresh = await raised('2026-06-10', { constituent: "Mrs O'Brien" })
  const first = await see(fresh)
  assert.match(
    first.words,
    /Done: Received 10 June 2026, on the web Now: With Streets Somebody will take it Still to come: Somebody is on it/,
  )
  assert.match(
    first.words,
    /With Streets , phone 01632 960 100 \. Streets will tell you by Thursday 11 June 2026 who is dealing with it/,
  )
  assert.match(first.words, /Due Wednesday 24 June 2026/)
  assert.match(first.html, new RegExp(`href="/enquiries/${fresh}/clock"`))
  assert.match(first.words, /Phone 01632 960 100 .*For Mrs O&#39;Brien/)
  const reference = await taken('2026-06-10')
  const second = await see(reference)
  assert.match(second.words, /Now: Priya Nair is on it Next news by 17 June 2026/)
  assert.match(
    second.words,
    /Priya Nair will write to you by Wednesday 17 June 2026\. You get an answer by Wednesday 24 June 2026/,
  )
  assert.match(second.words, /You can chase this enquiry if you hear nothing by 17 June 2026/)
  const unplaced = await see(await raised('2026-06-10', { topic: null }))
  assert.match(
    unplaced.words,
    /Now: Finding the right team.*Member services will find the right team by Thursday 11 June 2026/,
  )
})

test('internal notes are not the member’s to read', async () => {
  const reference = await taken()
  await does(responder, 'note', reference, '2026-06-02', { text: 'CANARY-NOTE' })
  assert.doesNotMatch((await see(reference)).html, /CANARY-NOTE/)
})

test('a question stands first; the reply, with files, lets the clock run on', async () => {
  const reference = await asked()
  const browser = await browserOf(member)
  const page = await browser.get(trackOf(reference))
  assert.match(page.words, /Priya Nair needs your reply Which end of the lane\?.*Your reply.*Send reply/)
  assert.match(page.words, /The clock stands still since 4 June 2026/)
  assert.match(page.words, /stands still at working day \d+ of 10 until you reply/)
  assert.doesNotMatch(page.words, /Next update|You can chase|until the member replies/)
  const version = versionIn(page)
  const files = [{ name: 'bridge.txt', bytes: Buffer.from('By the bridge') }]
  const address = `${trackOf(reference)}/reply`
  const empty = await postFiles(web, browser, trackOf(reference), address, { version, text: ' ' }, [])
  assert.equal(empty.status, 422)
  assert.match(empty.words, /There is a problem Enter your message.*Which end of the lane\?/)
  const wrong = await postFiles(web, browser, trackOf(reference), address, { version, text: 'Kept words' }, [
    { name: 'a.jpg', bytes: Buffer.from('MZ\x90\x00\x03\x00') },
  ])
  assert.match(wrong.words, /not a kind of file/)
  assert.match(wrong.html, /Kept words<\/textarea>/)
  await browser.post(`/enquiries/drafts/${reference}-reply`, { text: 'Half a reply' })
  assert.match((await browser.get(trackOf(reference))).html, /Half a reply<\/textarea>/)
  const done = await postFiles(
    web,
    browser,
    trackOf(reference),
    address,
    { version, text: 'By the bridge, beside O’Brien’s' },
    files,
  )
  assert.equal(done.to, trackOf(reference))
  const again = await postFiles(
    web,
    browser,
    trackOf(reference),
    address,
    { version, text: 'By the bridge, beside O’Brien’s' },
    files,
  )
  assert.equal(again.to, trackOf(reference), 'a second press is the same press')
  assert.deepEqual(await wordsOf(reference, 'reply'), ['By the bridge, beside O’Brien’s'])
  const after = await browser.get(trackOf(reference))
  assert.match(after.html, /bridge\.txt/)
  assert.doesNotMatch(after.html, /Half a reply/)
  assert.equal((await stateOf(reference)).status, 'in-progress')
})

test('an answer shows what it answers and promises; “this answers it” closes it, also when pressed twice', async () => {
  const reference = await answered()
  const browser = await browserOf(member)
  const page = await browser.get(trackOf(reference))
  assert.match(
    page.words,
    /Does it answer your enquiry\? It will be mended\. When will it be mended\? In July Who decided to wait\? Not answered: No record was kept/,
  )
  assert.match(page.words, /The lane is resurfaced, by Highways: by 10 July 2026/)
  assert.match(page.words, /If we hear nothing by Monday 22 June 2026, we close it/)
  const typed = { version: versionIn(page) }
  const [first, second] = await Promise.all([
    browser.post(`${trackOf(reference)}/agree`, typed),
    browser.post(`${trackOf(reference)}/agree`, typed),
  ])
  assert.deepEqual([first.to, second.to], [trackOf(reference), trackOf(reference)])
  assert.deepEqual(
    [(await stateOf(reference)).status, (await stateOf(reference)).outcome],
    ['closed', 'resolved-by-member'],
  )
  const closed = await browser.get(trackOf(reference))
  assert.match(
    closed.words,
    /The member agreed that it was answered\. You can open it again until Wednesday 8 July 2026/,
  )
})

test('“this does not answer it” needs words and begins round 2', async () => {
  const reference = await answered()
  const browser = await browserOf(member)
  const address = `${trackOf(reference)}/disagree`
  const form = await browser.get(address)
  assert.match(form.words, /This does not answer it.*What is missing or wrong\?/)
  const version = versionIn(form)
  const empty = await browser.post(address, { version, text: '' })
  assert.match(empty.html, /href="#text">Enter what is missing or wrong/)
  const done = await browser.post(address, { version, text: 'Nobody said who pays' })
  assert.equal(said(done), 'It went back. You see the new date below')
  assert.deepEqual(
    { ...(await stateOf(reference)) },
    { status: 'in-progress', round: 2, outcome: null, dueOn: '2026-06-17', chases: 0 },
  )
  const late = await browser.post(address, { version, text: 'Something else entirely' })
  assert.equal(late.status, 422)
  assert.match(late.html, /Something else entirely<\/textarea>/, 'what was typed is kept when it comes too late')
})

test('a lost race keeps the words and can be tried again from the new version', async () => {
  const reference = await taken()
  const browser = await browserOf(member)
  const address = `${trackOf(reference)}/reply`
  const version = versionIn(await browser.get(trackOf(reference)))
  await does(responder, 'update', reference, '2026-06-09', { text: 'Still looking', nextUpdateOn: '2026-06-12' })
  const lost = await browser.post(address, { version, text: 'Please hurry' })
  assert.match(lost.words, /Somebody changed this enquiry while you were writing/)
  assert.match(lost.html, /Please hurry<\/textarea>/)
  assert.equal((await browser.post(address, { version: versionIn(lost), text: 'Please hurry' })).status, 303)
  assert.deepEqual(await wordsOf(reference, 'addition'), ['Please hurry'])
})

test('chasing opens when a date was missed, and says from when before', async () => {
  const early = await taken('2026-06-10')
  const browser = await browserOf(member)
  assert.match(said(await browser.get(`${trackOf(early)}/chase`)), /No date has been missed yet/)
  assert.doesNotMatch((await browser.get(trackOf(early))).html, /Chase this enquiry/)
  assert.equal((await browser.post(`${trackOf(early)}/chase`, { version: '2' })).status, 422)
  const late = await taken('2026-05-20')
  const page = await browser.get(trackOf(late))
  assert.match(page.words, /The answer was due by Thursday 4 June 2026 and is late\..*Chase this enquiry/)
  const version = versionIn(await browser.get(`${trackOf(late)}/chase`))
  for (const _ of [1, 2])
    assert.equal((await browser.post(`${trackOf(late)}/chase`, { version, text: 'Any news?' })).status, 303)
  assert.equal((await stateOf(late)).chases, 1)
  const again = versionIn(await browser.get(`${trackOf(late)}/chase`))
  await browser.post(`${trackOf(late)}/chase`, { version: again, text: '' })
  assert.match(
    (await browser.get(trackOf(late))).words,
    /Because you chased again, you are owed an answer by \w+day \d+ June 2026\. .* is late\./,
  )
})

test('withdrawing asks why; opening again works until its date', async () => {
  const reference = await taken()
  const browser = await browserOf(member)
  const version = versionIn(await browser.get(`${trackOf(reference)}/withdraw`))
  assert.match(
    (await browser.post(`${trackOf(reference)}/withdraw`, { version })).words,
    /Enter why you no longer need an answer/,
  )
  await browser.post(`${trackOf(reference)}/withdraw`, { version, text: 'It is mended 🎉' })
  assert.equal((await stateOf(reference)).outcome, 'withdrawn')
  assert.match(
    (await browser.get(trackOf(reference))).words,
    /Withdrawn by the member\. You can open it again until Wednesday 8 July 2026/,
  )
  assert.match(said(await browser.get(`${trackOf(reference)}/withdraw`)), /^!This enquiry is closed/)
  web.turnTo(day('2026-07-09'))
  const later = await browserOf(member)
  assert.match(
    (await later.get(trackOf(reference))).words,
    /can no longer be opened again|too long ago to be opened again/,
  )
  assert.match(said(await later.get(`${trackOf(reference)}/reopen`)), /It can no longer be opened again/)
  web.turnTo(day('2026-06-10'))
  const form = await browser.get(`${trackOf(reference)}/reopen`)
  const done = await browser.post(`${trackOf(reference)}/reopen`, { version: versionIn(form), text: 'It broke again' })
  assert.match(said(done), /open again/)
  assert.equal((await stateOf(reference)).status, 'in-progress')
})

test('whose it is not learns nothing; officers are led to their own page', async () => {
  const reference = await answered()
  assert.equal((await see(reference, otherMember)).status, 404)
  assert.equal((await see(reference, otherResponder)).status, 404)
  assert.equal((await see('ME-2026-999999')).status, 404)
  assert.equal((await see(reference, responder)).to, `/enquiries/${reference}`)
  assert.equal((await see(reference, oneStop)).to, `/enquiries/${reference}`)
  assert.match((await web.nobody.get(trackOf(reference))).to, /^\/sign-in/)
  assert.equal((await (await browserOf(otherMember)).post(`${trackOf(reference)}/agree`, { version: '3' })).status, 404)
  assert.equal((await (await browserOf(responder)).post(`${trackOf(reference)}/agree`, { version: '3' })).status, 403)
  assert.equal((await stateOf(reference)).status, 'answered')
  assert.equal((await see(reference.toLowerCase())).status, 200)
})

test('an assistant follows and acts while the delegation holds, not a day longer, whoever raised it', async () => {
  const given = raiseShape.parse({
    member: member.person,
    subject: 'By the assistant',
    text: 'Please look',
    topic: council.topic.potholes,
  })
  const done = await inTransaction(db, assistant.person, tx => raise(tx, house, assistant, given, on('2026-06-10')))
  const reference = done.ok ? done.value.enquiry.reference : ''
  const browser = await browserOf(assistant)
  const page = await browser.get(trackOf(reference))
  assert.match(page.words, /Raised by Tom Avery/)
  assert.equal(
    (await browser.post(`${trackOf(reference)}/reply`, { version: versionIn(page), text: 'One more thing' })).status,
    303,
  )
  const [event] =
    await db.owner`select as_part, on_behalf_of from enquiries.event where type = 'member-wrote' and by_person = ${assistant.person}`
  assert.deepEqual({ ...event }, { asPart: 'assistant', onBehalfOf: member.person })
  await db.owner`update people.delegation set revoked_at = now() where assistant_id = ${assistant.person}`
  for (const path of [trackOf(reference), `/enquiries/${reference}/clock`])
    assert.equal((await browser.get(path)).status, 404, path)
  assert.equal((await browser.post(`${trackOf(reference)}/withdraw`, { version: '2', text: 'Mischief' })).status, 404)
  assert.equal((await stateOf(reference)).status, 'new')
})

test('subjects and words of every kind are shown as they are', async () => {
  for (const subject of ['<script>alert(1)</script> O’Brien & Ní Mhurchú 🚧', 'שלום עולם', 'x'.repeat(10_000)]) {
    const page = await see(await raised('2026-06-10', { subject, text: `${subject}\n<img src=x onerror=alert(1)>` }))
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.html, /<script>alert|<img src=x/)
    assert.ok(page.html.length < 60_000)
  }
})

test('a message that may be sensitive is asked about once, and can become an enquiry of its own', async () => {
  const reference = await raised('2026-06-01')
  const browser = await web.as(member.person)
  const path = `/enquiries/${reference}/track/reply`
  const text = 'Canary: she is fleeing domestic violence.'
  const version = /name="version" value="(\d+)"/.exec((await browser.get(path)).html)![1]!
  const asked = await browser.post(path, { text, version })
  assert.equal(asked.status, 200)
  assert.match(asked.words, /This may be sensitive.*harm to somebody/)
  const words = () => db.owner`
    select e.restricted from enquiries.message m join enquiries.enquiry e on e.id = m.enquiry_id where m.words = ${text}`
  assert.equal((await words()).length, 0)
  for (const _twice of [1, 2]) {
    const apart = await browser.post(path, { text, version, asked: 'yes', way: 'restricted' })
    assert.equal(apart.to.split('?')[0], `/enquiries/${reference}/track`)
  }
  assert.deepEqual(
    (await words()).map(it => it.restricted),
    [true],
  )
  await browser.post(path, { text, version, asked: 'yes' })
  assert.deepEqual((await words()).map(it => it.restricted).toSorted(), [false, true])
})
