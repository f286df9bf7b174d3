import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postFiles } from '../attach/multipart-for-tests.ts'
import { as, council, db, did, raised, stands, taken, versionIn, web } from '../page/stage-for-tests.ts'

const composed = {
  'answer-1': 'In July',
  'excuse-2': 'Nobody knows',
  contact: 'Priya Nair, 01632 960 114',
  mayShare: 'yes',
}
const plan = { name: 'plan.txt', bytes: Buffer.from('column 42') }

async function needsReview(it: boolean): Promise<void> {
  await db.owner`update mailboxes.topic set needs_review = ${it} where id = ${council.topic.potholes}`
}

test('the whole answer goes round with its file: submitted, returned, changed, read as the mail it will be, sent', async () => {
  await needsReview(true)
  const reference = await taken()
  const page = `/enquiries/${reference}`
  const [writer, reader] = [await as('responder'), await as('owner')]

  const enquiry = await writer.get(page)
  assert.match(enquiry.words, /What you can do Submit the answer for review/)
  assert.doesNotMatch(enquiry.words, /Answer the enquiry/)
  assert.equal((await writer.get(`${page}/answer?copy=lead`)).to, `${page}/submit?copy=lead`)
  const version = versionIn(await writer.get(`${page}/submit`))
  const first = { version, text: 'It is mended.', ...composed }
  assert.equal((await postFiles(web, writer, `${page}/submit`, `${page}/submit`, first, [plan])).status, 303)
  assert.equal((await stands(reference)).status, 'in-review')

  assert.match((await writer.get(page)).words, /Your answer waits to be read\. .* Take your answer back/)
  const own = await writer.get(`${page}/send-reviewed`)
  assert.equal(own.status, 409)
  assert.match(own.words, /somebody else has to send it/)
  assert.match((await reader.get(page)).words, /An answer waits to be read\. Priya Nair wrote it/)
  assert.equal((await reader.post(`${page}/return`, { text: 'Which lamp?' })).status, 303)

  const again = await writer.get(`${page}/submit`)
  assert.match(
    again.words,
    /Helen Marsh returned it, .* Which lamp\? .* It is mended\. .* Files you have added plan\.txt/,
  )
  assert.match(again.html, /name="contact"[^>]*value="Priya Nair, 01632 960 114"/)
  const changed = { ...composed, version: versionIn(again), text: 'The lamp at the bridge is mended.' }
  assert.equal((await writer.post(`${page}/submit`, changed)).status, 303)

  const read = await reader.get(`${page}/send-reviewed`)
  assert.match(
    read.words,
    /The email that Cllr Aoife Ní Mhurchú gets Subject: .*The lamp at the bridge is mended\..*Nobody knows/,
  )
  assert.match(read.words, /Contact: Priya Nair, 01632 960 114|Priya Nair, 01632 960 114/)
  assert.match(read.words, /Goes with it plan\.txt/)
  assert.equal((await reader.post(`${page}/send-reviewed`, { version: versionIn(read) })).status, 303)
  const track = await (await as('member')).get(`${page}/track`)
  assert.match(
    track.words,
    /The lamp at the bridge is mended\..* You may share this answer .* Contact: Priya Nair.* plan\.txt/,
  )
  assert.doesNotMatch(track.words, /It is mended\.|Which lamp/)
})

test('a set is answered past nobody: what a second person reads first is not sent along', async () => {
  await needsReview(false)
  const asksNothing = { text: 'Please mend it.' }
  const [lead, other] = [await raised(asksNothing), await raised(asksNothing, {}, 'otherMember')]
  for (const it of [lead, other]) await did('responder', 'take', it)
  await did('responder', 'add-to-set', other, { other: lead })
  await did('responder', 'answer', lead, { text: 'In July.' })
  await needsReview(true)
  const writer = await as('responder')
  assert.match(
    (await writer.get(`/enquiries/${lead}/answer-set`)).words,
    /A second person reads its answer first: submit it on its own page/,
  )
  assert.match((await writer.get(`/enquiries/${other}/submit?copy=lead`)).words, /Your answer .* In July\./)
})
