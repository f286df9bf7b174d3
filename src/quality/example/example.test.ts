import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, council, db, taken } from '#enquiries/page/stage-for-tests.ts'
import { answeredBy, drawnFor, sampleSeen } from '../stage-for-tests.ts'
import { addressOfScore } from '../score/pages.ts'

const said = 'Ring Mrs Whitlow on 07700 900123: it was mended because it was dark.'
const reference = await answeredBy('responder', '2026-05-05', { constituent: 'Mrs Whitlow', answerText: said })
await drawnFor('2026-05-01', '2026-06-01')
const [drawn] = (await sampleSeen('owner', '2026-05-01', council.mailbox.streets))!.answers

const rows = () => db.owner<{ id: string; state: string; words: string; version: number }[]>`
  select id, state, words, version from quality.example`
const seesInComposer = async (words: RegExp) =>
  words.test((await (await as('responder')).get(`/enquiries/${await taken()}/answer`)).words)

test('an answer that scores 4 is proposed without personal data, and seen by who decides alone', async () => {
  await (await as('owner')).post(addressOfScore(drawn!), { score: '4', notes: 'Just so' })
  const [example] = await rows()
  assert.equal(example!.state, 'proposed')
  assert.match(example!.words, /^Ring \[the resident\] on \[a telephone number\]: it was mended/)
  assert.match((await (await as('owner')).get('/quality/examples')).words, /To be read/)
  assert.match((await (await as('responder')).get('/quality/examples')).words, /No examples yet/)
  assert.equal(await seesInComposer(/Good answers to the like/), false)
  const path = `/quality/examples/${example!.id}`
  for (const who of ['responder', 'oneStop', 'otherResponder'] as const)
    assert.equal((await (await as(who)).post(path, { state: 'offered', words: 'x', version: '1' })).status, 404, who)
  assert.equal((await (await as('member')).get(path)).status, 403)
})

test('scored 4 again it is not proposed twice', async () => {
  await (await as('owner')).post(addressOfScore(drawn!), { score: '4', notes: 'Still' })
  assert.equal((await rows()).length, 1)
})

test('approved in the owner’s words it is offered to writers of similar enquiries, with its origin for who may see it', async () => {
  const [example] = await rows()
  const path = `/quality/examples/${example!.id}`
  const browser = await as('owner')
  const empty = await browser.post(path, { state: 'offered', asked: 'A lamp', words: '', version: '1' })
  assert.equal(empty.status, 422)
  assert.match(empty.words, /Enter what the example says/)
  const typed = {
    state: 'offered',
    asked: 'When will a lamp be mended?',
    words: 'It was mended in a week.',
    version: '1',
  }
  assert.equal((await browser.post(path, typed)).status, 303)
  const lost = await browser.post(path, { ...typed, words: 'Other words' })
  assert.match(lost.words, /Somebody else changed it meanwhile/)
  const composer = await (await as('responder')).get(`/enquiries/${await taken()}/answer`)
  assert.match(composer.words, /Good answers to the like When will a lamp be mended\? It was mended in a week\./)
  assert.match(composer.html, new RegExp(`href="/enquiries/${reference}"`))
  const elsewhere = await (await as('otherResponder')).get(path)
  assert.match(elsewhere.words, /It was mended in a week/)
  assert.doesNotMatch(elsewhere.words, new RegExp(reference))
  assert.equal((await (await as('responder')).post(path, { ...typed, version: '2' })).status, 403)
})

test('what becomes restricted is nobody’s example any more', async () => {
  await db.owner`update enquiries.enquiry set restricted = true where reference = ${reference}`
  assert.equal(await seesInComposer(/Good answers to the like/), false)
  await db.owner`update enquiries.enquiry set restricted = false where reference = ${reference}`
  assert.equal(await seesInComposer(/Good answers to the like/), true)
})

test('withdrawn with one press it is offered no more; twice changes nothing', async () => {
  const [example] = await rows()
  const path = `/quality/examples/${example!.id}`
  const typed = {
    state: 'withdrawn',
    asked: 'When will a lamp be mended?',
    words: 'It was mended in a week.',
    version: '2',
  }
  for (let pressed = 0; pressed < 2; pressed++) assert.equal((await (await as('owner')).post(path, typed)).status, 303)
  assert.deepEqual([(await rows())[0]!.state, (await rows())[0]!.version], ['withdrawn', 3])
  assert.equal(await seesInComposer(/Good answers to the like/), false)
})

test('the overview puts scores and ratings side by side and says when there are too few', async () => {
  const page = await (await as('owner')).get('/quality')
  assert.match(page.words, /Streets\s+1\s+too few to say\s+0\s+too few to say/)
  assert.match((await (await as('owner')).get('/quality?by=topic')).words, /Potholes and road surface\s+1/)
  const month = await (await as('owner')).get(`/quality/mailbox/${council.mailbox.streets}`)
  assert.match(month.words, /May 2026\s+1/)
  assert.match((await (await as('otherResponder')).get('/quality')).words, /Nothing is scored or rated yet/)
  assert.equal((await (await as('owner')).get('/quality/topic/nonsense')).status, 404)
  assert.equal((await (await as('member')).get('/quality')).status, 403)
})
