import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallCouncil } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { testFiles, testWeb, type Browser, type Typed } from '#test/web.ts'
import { day } from '#kernel/day.ts'
import { houseWith } from '../house.ts'
import { enquiryRoutes } from '../routes.ts'
import { memberMeant } from './whom.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const { member, otherMember, oneStop, responder, properOfficer } = council.people
const house = houseWith(async () => {})
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today: day('2026-06-03') })

const received = (date: number, month = 6) => ({
  'receivedOn-day': `${date}`,
  'receivedOn-month': `${month}`,
  'receivedOn-year': '2026',
})
const call = { member: 'mhurchu', channel: 'phone', direct: 'yes', next: 'place', topic: 'unplaced', ...received(3) }

const keyOf = async (browser: Browser) =>
  /name="key" value="([^"]+)"/.exec((await browser.get('/enquiries/record')).html)![1]!
const record = async (who: { person: string }, typed: Typed, key?: string) => {
  const browser = await web.as(who.person)
  return browser.post('/enquiries/record', { key: key ?? (await keyOf(browser)), ...call, ...typed })
}
const made = (subject: string) => db.owner`select * from enquiries.enquiry where subject = ${subject}`

test('the form begins with what is usual, and with the member', async () => {
  const page = await (await web.as(responder.person)).get('/enquiries/record')
  assert.match(page.html, /<input[^>]*id="member"[^>]*autofocus/)
  assert.match(page.html, /<option value="Cllr Sean O&#39;Brien \(Millside\)">/)
  assert.match(page.html, /name="receivedOn-day"[^>]*value="3"/)
  assert.match(page.html, /value="phone"[^>]*checked/)
  assert.match(page.html, /name="direct"[^>]*value="yes"[^>]*checked/)
  assert.match(page.words, /I’ll take it In Streets/)
})

test('a call is recorded, its topic suggested and confirmed, and the next form stands ready', async () => {
  const browser = await web.as(responder.person)
  const key = await keyOf(browser)
  const typed = { ...call, key, topic: '', subject: 'Pothole in Mill Lane' }
  const asked = await browser.post('/enquiries/record', typed)
  assert.equal(asked.status, 200)
  assert.match(asked.words, /It looks like “Potholes and road surface”, because you wrote “pothole”/)
  assert.match(asked.html, new RegExp(`value="${council.topic.potholes}" selected`))
  assert.match(asked.html, /value="Pothole in Mill Lane"/)
  assert.equal((await made('Pothole in Mill Lane')).length, 0)
  const done = await browser.post('/enquiries/record', { ...typed, topic: council.topic.potholes })
  assert.equal(done.to, `/enquiries/record?saved=${key}`)
  const [enquiry] = await made('Pothole in Mill Lane')
  assert.deepEqual(
    [enquiry!.memberId, enquiry!.channel, enquiry!.direct, enquiry!.late, enquiry!.mailboxId, enquiry!.status],
    [member.person, 'phone', true, false, council.mailbox.streets, 'new'],
  )
  const next = await browser.get(done.to)
  assert.match(next.words, new RegExp(`Record another contact.*Recorded as ${enquiry!.reference}`))
  assert.doesNotMatch(next.words, /Registered late/)
})

test('a late registration is flagged, and said', async () => {
  const browser = await web.as(oneStop.person)
  const key = await keyOf(browser)
  const done = await browser.post('/enquiries/record', {
    ...call,
    key,
    subject: 'Late letter',
    channel: 'letter',
    ...received(29, 5),
  })
  const [enquiry] = await made('Late letter')
  assert.deepEqual([enquiry!.late, enquiry!.receivedOn, enquiry!.dueOn], [true, '2026-05-29', '2026-06-12'])
  assert.match((await browser.get(done.to)).words, /Registered late:/)
})

test('taken in the same breath, in the mailbox that is mine', async () => {
  assert.equal((await record(responder, { subject: 'I take it', next: 'take' })).status, 303)
  const [enquiry] = await made('I take it')
  assert.deepEqual(
    [enquiry!.holderId, enquiry!.status, enquiry!.mailboxId],
    [responder.person, 'in-progress', council.mailbox.streets],
  )
})

test('answered already: the note of what was said is the answer', async () => {
  await record(oneStop, { subject: 'Opening hours', next: 'answered', said: 'Nine to five.' })
  const [enquiry] = await made('Opening hours')
  assert.deepEqual([enquiry!.status, enquiry!.answeredOn], ['answered', '2026-06-03'])
  const [answer] =
    await db.owner`select words, via from enquiries.message where enquiry_id = ${enquiry!.id} and kind = 'answer'`
  assert.deepEqual({ ...answer }, { words: 'Nine to five.', via: 'phone' })
})

test('what is refused late leaves nothing behind', async () => {
  const again = await record(oneStop, { subject: 'Not mine to take', next: 'take' })
  assert.equal(again.status, 422)
  assert.match(again.words, /You are named in no mailbox/)
  assert.equal((await made('Not mine to take')).length, 0)
  const sensitive = await record(responder, { subject: 'Sensitive take', next: 'take', sensitive: 'adult-at-risk' })
  assert.match(sensitive.words, /A sensitive matter is for its proper officer/)
  assert.equal((await made('Sensitive take')).length, 0)
})

test('a refused form keeps what was typed and names every field', async () => {
  const again = await record(responder, {
    member: 'Cllr',
    channel: '',
    subject: '',
    next: 'answered',
    said: '',
    text: 'Kept <i>words</i> שלום',
    ...received(31, 2),
  })
  assert.equal(again.status, 422)
  assert.match(again.words, /Enter more of the name: it could be .*Aoife Ní Mhurchú \(Priory\) or .*Sean O&#39;Brien/)
  for (const href of ['member', 'channel', 'receivedOn-day', 'subject', 'said']) {
    assert.match(again.html, new RegExp(`href="#${href}"`))
    assert.match(again.html, new RegExp(` id="${href}"`))
  }
  assert.match(again.html, /Kept &lt;i&gt;words&lt;\/i&gt; שלום/)
  assert.match(
    (await record(responder, { subject: 'x', ...received(4) })).words,
    /must be today, 3 June 2026, or before/,
  )
  assert.match(
    (await record(responder, { subject: 'x', ...received(1, 1), 'receivedOn-year': '2024' })).words,
    /within the last year/,
  )
})

test('pressed twice is recorded once', async () => {
  const browser = await web.as(responder.person)
  const key = await keyOf(browser)
  const press = () => browser.post('/enquiries/record', { ...call, key, subject: 'Twice pressed', next: 'take' })
  const answers = await Promise.all([press(), press()])
  assert.deepEqual(
    answers.map(it => it.to),
    [`/enquiries/record?saved=${key}`, `/enquiries/record?saved=${key}`],
  )
  assert.equal((await made('Twice pressed')).length, 1)
})

test('a sensitive contact goes to the proper officer and out of the recorder’s sight', async () => {
  const browser = await web.as(responder.person)
  const key = await keyOf(browser)
  const done = await browser.post('/enquiries/record', {
    ...call,
    key,
    topic: '',
    subject: 'Hidden matter',
    sensitive: 'adult-at-risk',
  })
  const [enquiry] = await made('Hidden matter')
  assert.equal(enquiry!.mailboxId, council.mailbox.safeguarding)
  assert.match((await browser.get(done.to)).words, new RegExp(`${enquiry!.reference} \\. It is restricted`))
  assert.equal((await (await web.as(properOfficer.person)).get(`/enquiries/${enquiry!.reference}`)).status, 200)
  assert.equal((await browser.get(`/enquiries/${enquiry!.reference}`)).status, 404)
})

test('members do not record', async () => {
  assert.equal((await (await web.as(otherMember.person)).get('/enquiries/record')).status, 403)
  assert.equal((await record(oneStop, { subject: "O'Brien 🚧", member: 'obrien' })).status, 303)
  assert.equal((await made("O'Brien 🚧"))[0]?.memberId, otherMember.person)
  assert.equal((await record(oneStop, { subject: 'z'.repeat(10_000) })).status, 303)
})

test('any part of a name is enough when only one member answers to it', () => {
  const as = (name: string, ward: string) => ({ id: name, name, ward }) as never
  const members = [
    as('Cllr Aoife Ní Mhurchú', 'Priory'),
    as("Cllr Sean O'Brien", 'Millside'),
    as('Cllr Seán Brady', 'Priory'),
  ]
  const meant = (typed: string) => {
    const found = memberMeant(members, typed)
    return found.ok ? found.value.id : found.refusal.code
  }
  assert.deepEqual(
    ['ni mhurchu', 'o’brien', 'SEAN millside', "Cllr Sean O'Brien (Millside)", 'sean', 'nobody', '', '???'].map(meant),
    [
      'Cllr Aoife Ní Mhurchú',
      "Cllr Sean O'Brien",
      "Cllr Sean O'Brien",
      "Cllr Sean O'Brien",
      'several',
      'not-a-member',
      'missing',
      'not-a-member',
    ],
  )
})

test('a contact that may be sensitive is asked about once; either way is one press', async () => {
  const browser = await web.as(oneStop.person)
  const typed = { ...call, subject: 'Stairs', text: 'She is fleeing domestic violence' }
  const key = await keyOf(browser)
  const asked = await browser.post('/enquiries/record', { ...typed, key })
  assert.equal(asked.status, 200)
  assert.match(asked.words, /This may be sensitive.*harm to somebody.*Record it the restricted way/)
  assert.match(asked.html, /She is fleeing domestic violence<\/textarea>/)
  assert.equal((await made('Stairs')).length, 0)
  await browser.post('/enquiries/record', { ...typed, key, asked: 'yes', way: 'restricted' })
  await browser.post('/enquiries/record', { ...typed, key: await keyOf(browser), asked: 'yes' })
  assert.deepEqual((await made('Stairs')).map(it => it.restricted).toSorted(), [false, true])
})
