import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, council, db, web } from '#enquiries/page/stage-for-tests.ts'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { answeredBy, at, drawnFor, sampleSeen } from '../stage-for-tests.ts'
import { addressOfScore } from './pages.ts'
import { scoreAnswer } from './score.ts'

const { streets } = council.mailbox
const { owner, responder } = council.people
await answeredBy('responder', '2026-05-05')
await answeredBy('secondResponder', '2026-05-06')
await answeredBy('owner', '2026-05-07')
await drawnFor('2026-05-01', '2026-06-01')
const { answers } = (await sampleSeen('owner', '2026-05-01', streets))!
const [theirs, other] = answers.filter(it => it.authorId !== owner.person)
const own = answers.find(it => it.authorId === owner.person)!
const inSample = (reference: string) =>
  sampleSeen('owner', '2026-05-01', streets).then(it => it!.answers.find(one => one.reference === reference)!)

test('the owner scores one answer after the other, with notes that the author reads', async () => {
  const browser = await as('owner')
  const form = await browser.get(addressOfScore(theirs!))
  assert.match(form.words, /When will it be mended\? Who pays\?.*It was mended because it was dark\./)
  assert.match(form.words, /A good answer says.*the reason/)
  const done = await browser.post(addressOfScore(theirs!), { score: '2', notes: 'Say who pays' })
  assert.equal(done.status, 303)
  assert.equal(done.to, addressOfScore(other!), 'on to the next that is not their own')
  assert.deepEqual(
    [(await inSample(theirs!.reference)).score, (await inSample(theirs!.reference)).scorer],
    [2, owner.name],
  )
  const read = await (await as('responder')).get(addressOfScore(theirs!))
  assert.match(read.words, /Score: 2, nearly.*Say who pays/)
  assert.match((await (await as('responder')).get(`/enquiries/${theirs!.reference}`)).words, /Scored 2 of 4: nearly/)
})

test('done twice the last score counts, and the trail keeps both', async () => {
  const browser = await as('owner')
  const done = await browser.post(addressOfScore(theirs!), { score: '3', notes: '' })
  assert.equal(done.status, 303)
  assert.equal((await inSample(theirs!.reference)).score, 3)
  const rows = await db.owner`select details from audit.entry where act = 'quality.score' order by id`
  assert.deepEqual(
    rows.map(it => it.details),
    [
      { round: 1, score: 2 },
      { round: 1, score: 3, before: 2 },
    ],
  )
})

test('a form without a score, or a low one without notes, comes back with what was typed', async () => {
  const browser = await as('owner')
  const none = await browser.post(addressOfScore(other!), { notes: 'Kind words' })
  assert.equal(none.status, 422)
  assert.match(none.words, /Select a score/)
  assert.match(none.html, /Kind words/)
  assert.match((await browser.post(addressOfScore(other!), { score: '1' })).words, /Enter what is missing/)
  assert.equal((await browser.post(addressOfScore(other!), { score: '5', notes: 'x' })).status, 422)
  assert.equal((await inSample(other!.reference)).score, null)
})

test('nobody scores what they wrote: the page says so, and the database holds', async () => {
  const browser = await as('owner')
  assert.match((await browser.get(addressOfScore(own))).words, /You wrote this answer: somebody else scores it/)
  assert.equal((await browser.post(addressOfScore(own), { score: '4', notes: 'Mine' })).status, 403)
  for (const seer of [owner.person, 'system'])
    await assert.rejects(
      inTransaction(
        db,
        seer,
        tx => tx`insert into quality.score (enquiry_id, round, author_id, score, standard, scored_on, scored_at, scored_by)
          values (${own.enquiryId}, 1, ${own.authorId}, 4, 1, '2026-06-02', now(), ${owner.person})`,
      ),
      /not_by_its_author/,
      seer,
    )
})

test('another author cannot be pretended', async () => {
  await assert.rejects(
    inTransaction(
      db,
      'system',
      tx => tx`insert into quality.score (enquiry_id, round, author_id, score, standard, scored_on, scored_at, scored_by)
        values (${own.enquiryId}, 1, ${responder.person}, 4, 1, '2026-06-02', now(), ${owner.person})`,
    ),
    /foreign key/,
  )
})

test('who does not run the mailbox scores nothing; who may not see it finds nothing', async () => {
  const post = async (who: Parameters<typeof as>[0]) =>
    (await (await as(who)).post(addressOfScore(other!), { score: '3', notes: '' })).status
  for (const who of ['responder', 'oneStop'] as const) assert.equal(await post(who), 403, who)
  for (const who of ['head', 'member', 'auditor'] as const) assert.equal(await post(who), 403, who)
  assert.equal(await post('otherResponder'), 404)
  assert.equal((await (await as('otherResponder')).get(addressOfScore(other!))).status, 404)
  assert.equal((await (await as('owner')).get('/quality/answers/ME-2026-999999/1')).status, 404)
  const past = inTransaction(
    db,
    responder.person,
    tx => tx`insert into quality.score (enquiry_id, round, author_id, score, standard, scored_on, scored_at, scored_by)
      values (${other!.enquiryId}, 1, ${other!.authorId}, 4, 1, '2026-06-02', now(), ${responder.person})`,
  )
  await assert.rejects(past, /row-level security/)
})

test('the deputy scores what the owner wrote', async () => {
  const { secondResponder } = council.people
  await db.owner`insert into mailboxes.named_person (mailbox_id, person_id, part, from_on)
    values (${streets}, ${secondResponder.person}, 'deputy', '2020-01-01')`
  const done = await inTransaction(db, secondResponder.person, tx =>
    scoreAnswer(
      tx,
      { reference: own.reference, round: 1, score: 4, notes: '' },
      { person: secondResponder.person, now: at('2026-06-03') },
    ),
  )
  assert.ok(done.ok)
  web.turnTo(day('2026-06-09'))
  assert.match((await (await as('owner')).get(`/quality/samples/${own.sampleId}`)).words, /4 Excellent/)
})
