import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { smallCouncil } from '#test/small-council.ts'
import { testDatabase } from '#test/database.ts'
import { testFiles, testWeb, type Typed } from '#test/web.ts'
import { day } from '#kernel/day.ts'
import { postFiles } from '../attach/multipart-for-tests.ts'
import { houseWith } from '../house.ts'
import { enquiryRoutes } from '../routes.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
const { member, otherMember, assistant, oneStop, responder, properOfficer, secondResponder } = council.people
const files = await testFiles()
const house = houseWith(async () => {})
const web = await testWeb({ db, routes: enquiryRoutes({ house, files }), today: day('2026-06-01') })

await db.owner`update mailboxes.mailbox set phone = '01632 960 100' where key = 'streets'`

const calm = { personAtRisk: 'no', aboutEmployee: 'no', personalMatters: 'no' }
const pothole = { ...calm, subject: 'Pothole in Mill Lane', text: 'When will it be mended? Who decided to wait?' }

const begin = async (who: { person: string }) => {
  const browser = await web.as(who.person)
  await browser.post('/enquiries/drafts/new/discard')
  const key = /name="key" value="([^"]+)"/.exec((await browser.get('/enquiries/new')).html)?.[1] ?? ''
  return { browser, key, go: (typed: Typed) => browser.post('/enquiries/new', { act: 'continue', key, ...typed }) }
}

const made = async (subject: string) => {
  const rows = await db.owner`select * from enquiries.enquiry where subject = ${subject} order by created_at`
  return rows
}

test('a member writes, checks and sends, without JavaScript', async () => {
  const { browser, key, go } = await begin(member)
  const first = await browser.get('/enquiries/new')
  assert.match(first.words, /Danger If somebody is in danger now, call 999/)
  assert.match(first.words, /Is somebody at risk of harm, abuse or neglect\?/)
  assert.match(first.html, /value="own" selected>Priory \(your ward\)/)
  const written = await go({ member: member.person, ...pothole, constituent: "Mrs O'Brien", ward: 'own' })
  assert.deepEqual([written.status, written.to], [303, '/enquiries/new/check'])
  const check = await browser.get('/enquiries/new/check')
  assert.match(check.words, /Potholes and road surface Because you wrote “pothole”/)
  assert.match(check.words, /Answered by Streets , run by Helen Marsh/)
  assert.match(check.words, /Phone 01632 960 100\. Answer due by Monday 15 June 2026/)
  assert.match(check.words, /Homelessness: Housing advice, by Monday 15 June 2026/)
  assert.equal((await made(pothole.subject)).length, 0, 'nothing is sent before')
  const sent = await browser.post('/enquiries/new/send', { key, topic: council.topic.potholes })
  assert.equal(sent.to, `/enquiries/new/sent/${key}`)
  const [enquiry, ...more] = await made(pothole.subject)
  assert.equal(more.length, 0)
  assert.deepEqual(
    [enquiry!.channel, enquiry!.constituent, enquiry!.wardId, enquiry!.mailboxId, enquiry!.dueOn],
    ['web', "Mrs O'Brien", council.ward, council.mailbox.streets, '2026-06-15'],
  )
  const done = await browser.get(sent.to)
  assert.match(done.words, new RegExp(`${enquiry!.reference}.*Who has it Streets.*Monday 15 June 2026`))
  assert.match(done.html, new RegExp(`href="/enquiries/${enquiry!.reference}/track"`))
  assert.doesNotMatch(
    (await browser.get('/enquiries/new')).html,
    /Pothole outside 14|value="Pothole/,
    'the draft is gone',
  )
})

test('sent twice, even at the same time, makes one enquiry', async () => {
  const { browser, key, go } = await begin(member)
  await go({ member: member.person, ...pothole, subject: 'Twice' })
  const send = () => browser.post('/enquiries/new/send', { key, topic: 'unplaced' })
  const answers = await Promise.all([send(), send(), send()])
  assert.deepEqual(new Set(answers.map(it => it.to)), new Set([`/enquiries/new/sent/${key}`]))
  assert.equal((await made('Twice')).length, 1)
  const late = await go({ member: member.person, ...pothole, subject: 'Twice' })
  assert.equal(late.to, `/enquiries/new/sent/${key}`, 'going back and on again leads to what was sent')
})

test('a refused form keeps everything typed and names every field', async () => {
  const { browser, go } = await begin(member)
  const again = await go({
    member: member.person,
    personAtRisk: 'yes',
    subject: '',
    text: '<b>“קָפֶה” 🙂</b>',
    ward: 'none',
  })
  assert.equal(again.status, 422)
  assert.match(again.words, /Error: New enquiry/)
  for (const field of ['aboutEmployee', 'personalMatters', 'subject']) {
    assert.match(again.html, new RegExp(`href="#${field}"`))
    assert.match(again.html, new RegExp(` id="${field}"`))
  }
  assert.match(again.html, /&lt;b&gt;“קָפֶה” 🙂&lt;\/b&gt;/)
  assert.match(again.html, /value="none" selected/)
  const kept = await browser.get('/enquiries/new')
  assert.match(kept.words, /We kept what you wrote\. Saved just now/)
  assert.equal((await browser.get('/enquiries/new/check')).to, '/enquiries/new')
  assert.equal((await browser.post('/enquiries/new/send', { topic: 'unplaced' })).to, '/enquiries/new')
})

test('a choice is needed before sending; another topic can be chosen', async () => {
  const { browser, key, go } = await begin(member)
  await go({ member: member.person, ...calm, subject: 'Something odd', text: 'Nothing the register knows' })
  const none = await browser.post('/enquiries/new/send', { key })
  assert.match(none.words, /There is a problem Select what it is about, or let member services place it/)
  assert.match(
    (await browser.post('/enquiries/new/send', { key, topic: 'other' })).html,
    /href="#other">Select a topic/,
  )
  const unknown = await browser.post('/enquiries/new/send', { key, topic: crypto.randomUUID() })
  assert.match(unknown.words, /Select a topic from the list/)
  assert.match((await browser.post('/enquiries/new/send', { key, topic: 'not an id' })).words, /Select a topic/)
  await browser.post('/enquiries/new/send', { key, topic: 'other', other: council.topic.homelessness })
  assert.equal((await made('Something odd'))[0]?.mailboxId, council.mailbox.housing)
})

test('files survive the steps, can be removed, and arrive without the camera’s data', async () => {
  const { browser, key } = await begin(member)
  const photo = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Artist: 'CANARY' } })
    .jpeg()
    .toBuffer()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const post = (typed: Typed, given: { name: string; bytes: Uint8Array }[]) =>
    postFiles(
      web,
      browser,
      '/enquiries/new',
      '/enquiries/new',
      { key, member: member.person, act: 'continue', ...typed },
      given,
    )
  const incomplete = await post({ ...pothole, subject: '' }, [
    { name: 'lane.jpg', bytes: photo },
    { name: 'plan.svg', bytes: svg },
    { name: 'secret.txt', bytes: Buffer.from('remove me') },
  ])
  assert.equal(incomplete.status, 422)
  assert.match(incomplete.words, /Files you have added lane\.jpg JPEG, .* plan\.svg Text, .* secret\.txt/)
  const removed = await browser.post('/enquiries/new', { key, act: 'remove-2', ...pothole, subject: 'With files' })
  assert.equal(removed.to, '/enquiries/new#files')
  const exe = Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(300)])
  const wrong = await post({ ...pothole, subject: 'With files' }, [{ name: 'virus.jpg', bytes: exe }])
  assert.match(wrong.words, /“virus\.jpg” is not a kind of file we can take/)
  const big = await post({ ...pothole, subject: 'With files' }, [
    { name: 'big.txt', bytes: Buffer.alloc(11 * 1024 * 1024, 'a') },
  ])
  assert.equal(big.status, 422)
  assert.match(big.words, /“big\.txt” is larger than 10 MB.*lane\.jpg/)
  assert.match(big.html, /value="With files"/)
  assert.equal((await post({ ...pothole, subject: 'With files' }, [])).to, '/enquiries/new/check')
  await browser.post('/enquiries/new/send', { key, topic: council.topic.potholes })
  const [enquiry] = await made('With files')
  const kept = await db.owner`select * from enquiries.attachment where enquiry_id = ${enquiry!.id} order by id`
  assert.deepEqual(kept.map(it => [it.name, it.type]).toSorted(), [
    ['lane.jpg', 'image/jpeg'],
    ['plan.svg', 'text/plain'],
  ])
  const open = (who: { person: string }, name: string) =>
    web
      .as(who.person)
      .then(it => it.get(`/enquiries/${enquiry!.reference}/attachments/${kept.find(one => one.name === name)!.id}`))
  const shown = await open(responder, 'lane.jpg')
  assert.equal(shown.headers['content-type'], 'image/jpeg')
  assert.ok(!shown.bytes.includes('CANARY'))
  const saved = await open(member, 'plan.svg')
  assert.match(String(saved.headers['content-disposition']), /^attachment; filename="plan\.svg"/)
  assert.match(String(saved.headers['content-type']), /^text\/plain/)
  assert.match(String(saved.headers['content-security-policy']), /sandbox/)
  assert.equal((await open(otherMember, 'lane.jpg')).status, 404)
})

test('what is sensitive goes to the proper officer alone, also when a warning says so', async () => {
  const { browser, key, go } = await begin(member)
  await go({ member: member.person, ...calm, subject: 'A worry', text: 'I fear domestic abuse next door' })
  const check = await browser.get('/enquiries/new/check')
  assert.match(check.words, /This may be sensitive.*Send it the restricted way/)
  assert.equal((await browser.post('/enquiries/new/restrict')).to, '/enquiries/new/check')
  const restricted = await browser.get('/enquiries/new/check')
  assert.match(restricted.words, /Safeguarding adults , straight to the proper officer/)
  assert.doesNotMatch(restricted.html, /name="topic"/)
  await browser.post('/enquiries/new/send', { key })
  const [enquiry] = await made('A worry')
  assert.deepEqual([enquiry!.restricted, enquiry!.mailboxId], [true, council.mailbox.safeguarding])
  assert.equal((await (await web.as(properOfficer.person)).get(`/enquiries/${enquiry!.reference}`)).status, 200)
  assert.equal((await (await web.as(responder.person)).get(`/enquiries/${enquiry!.reference}`)).status, 404)
})

test('an assistant raises for their member, sees a restricted one no more, and nothing once revoked', async () => {
  const { browser, key, go } = await begin(assistant)
  assert.equal((await go({ member: otherMember.person, ...pothole, subject: 'Not mine' })).status, 422)
  await go({
    member: member.person,
    ...pothole,
    ...calm,
    personAtRisk: 'adult-at-risk',
    subject: 'Private',
  })
  await Promise.all([browser.post('/enquiries/new/send', { key }), browser.post('/enquiries/new/send', { key })])
  const [enquiry, ...more] = await made('Private')
  assert.equal(more.length, 0)
  assert.equal(enquiry!.memberId, member.person)
  const sent = await browser.get(`/enquiries/new/sent/${key}`)
  assert.match(sent.words, new RegExp(`${enquiry!.reference}.*straight to the proper officer`))
  assert.doesNotMatch(sent.html, /Private/)
  const second = await begin(assistant)
  await second.go({ member: member.person, ...pothole, subject: 'Too late' })
  await db.owner`update people.delegation set revoked_at = now() where assistant_id = ${assistant.person}`
  await second.browser.post('/enquiries/new/send', { key: second.key, topic: 'unplaced' })
  assert.equal((await made('Too late')).length, 0)
  assert.match((await second.browser.get('/enquiries/new')).words, /You act for no member yet/)
  await db.owner`update people.delegation set revoked_at = null where assistant_id = ${assistant.person}`
})

test('member services raise for any member; whose role is not to raise may not', async () => {
  const { browser, key, go } = await begin(oneStop)
  await go({ member: otherMember.person, ...pothole, subject: 'For another' })
  await browser.post('/enquiries/new/send', { key, topic: council.topic.potholes })
  assert.deepEqual(
    (await made('For another')).map(it => [it.memberId, it.raisedBy, it.wardId]),
    [[otherMember.person, oneStop.person, council.otherWard]],
  )
  assert.equal((await (await web.as(secondResponder.person)).get('/enquiries/new')).status, 403)
  assert.match((await web.nobody.get('/enquiries/new')).to, /^\/sign-in/)
  const others = await (await web.as(otherMember.person)).get(`/enquiries/new/sent/${key}`)
  assert.equal(others.status, 404, 'a key is its sender’s alone')
})

test('names, scripts and subjects of every length survive to the confirmation', async () => {
  for (const subject of ["O'Brien & Ní Mhurchú <script>", '🚧🙂', 'שלום עולם', 'x'.repeat(10_000)]) {
    const { browser, key, go } = await begin(member)
    await go({ member: member.person, ...calm, subject, text: 'Please look' })
    const check = await browser.get('/enquiries/new/check')
    assert.equal(check.status, 200)
    assert.doesNotMatch(check.html, /<script>/)
    await browser.post('/enquiries/new/send', { key, topic: 'unplaced' })
    assert.equal((await made(subject)).length, 1)
    assert.equal((await browser.get(`/enquiries/new/sent/${key}`)).status, 200)
  }
  const { go } = await begin(member)
  assert.equal((await go({ member: member.person, ...calm, subject: 'x'.repeat(20_001), text: 'y' })).status, 422)
})

test('what is typed saves itself, comes back on another device and can be thrown away', async () => {
  const { browser, key } = await begin(member)
  const save = (typed: Typed) => browser.post('/enquiries/drafts/new', { key, ...typed })
  assert.equal((await save({ subject: 'Half a thought', files: '[{"sha256":"stolen"}]' })).status, 200)
  web.turnTo(day('2026-06-02'))
  const elsewhere = await web.as(member.person)
  const resumed = await elsewhere.get('/enquiries/new')
  assert.match(resumed.html, /value="Half a thought"/)
  assert.match(resumed.words, /Saved on 1 June 2026/)
  assert.doesNotMatch(resumed.html, /stolen/, 'files are never taken from what a browser says')
  web.turnTo(day('2026-06-01'))
  const stale = await browser.post('/enquiries/drafts/new', { key: crypto.randomUUID(), subject: 'Old window' })
  assert.equal(stale.status, 409)
  await save({ ...pothole, subject: 'Saved and sent', member: member.person })
  await browser.post('/enquiries/new/send', { key, topic: 'unplaced' })
  assert.equal((await save({ subject: 'Ghost' })).status, 409, 'what was sent does not come back')
  assert.doesNotMatch((await browser.get('/enquiries/new')).html, /Ghost/)
  assert.doesNotMatch((await (await web.as(otherMember.person)).get('/enquiries/new')).html, /Half|Saved and sent/)
  assert.equal((await browser.post('/enquiries/drafts/elsewhere', { subject: 'x' })).status, 404)
  assert.equal((await browser.post('/enquiries/drafts/ME-2026-999999-reply', { text: 'x' })).status, 404)
  assert.equal((await save({ text: 'z'.repeat(500_000) })).status, 413)
})
