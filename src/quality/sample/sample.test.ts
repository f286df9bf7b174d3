import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, council, db } from '#enquiries/page/stage-for-tests.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { answeredBy, at, drawnFor, sampleSeen } from '../stage-for-tests.ts'
import { draw } from './draw.ts'
import { drawDue } from './draw-month.ts'

const { streets, safeguarding, housing } = council.mailbox

const may = [
  ...(await Promise.all(['2026-05-05', '2026-05-06', '2026-05-29'].map(on => answeredBy('responder', on)))),
  await answeredBy('owner', '2026-05-07'),
]
// one person alone answers restricted work here
await inTransaction(db, 'system', tx => changeSetting(tx, 'enquiries.restricted-needs-review', 'no', null))
const june = await answeredBy('responder', '2026-06-01')
const secret = await answeredBy('properOfficer', '2026-05-08', { topic: null, mailbox: safeguarding })

test('on the first working day the month’s answers are drawn, once, for every mailbox', async () => {
  assert.equal(await drawDue(db, at('2026-06-01')), 4)
  assert.equal(await drawDue(db, at('2026-06-01')), 0, 'run twice')
  assert.equal(await drawnFor('2026-05-01', '2026-06-02'), 0, 'asked again')
  const seen = (await sampleSeen('owner', '2026-05-01', streets))!
  assert.deepEqual(seen.answers.map(it => it.reference).sort(), may.toSorted())
  assert.ok(!seen.answers.some(it => it.reference === june))
  assert.deepEqual([seen.sample.answers, seen.sample.drawn, seen.sample.scored, seen.sample.runs], [4, 4, 0, true])
})

test('what was drawn can be drawn again from the seed that is kept', async () => {
  const { sample, answers } = (await sampleSeen('owner', '2026-05-01', streets))!
  assert.deepEqual(
    draw(answers, sample.seed, sample).map(it => it.draw),
    answers.map(it => it.draw),
  )
})

test('a sample is followed by who oversees the mailbox, restricted answers only by who may see them', async () => {
  for (const who of ['responder', 'head', 'performance', 'auditor', 'oneStop'] as const)
    assert.equal((await sampleSeen(who, '2026-05-01', streets))?.answers.length, 4, who)
  for (const who of ['member', 'otherResponder', 'properOfficer', 'partner', 'admin'] as const)
    assert.equal(await sampleSeen(who, '2026-05-01', streets), undefined, who)
  assert.deepEqual(
    (await sampleSeen('properOfficer', '2026-05-01', safeguarding))!.answers.map(it => it.reference),
    [secret],
  )
  for (const who of ['owner', 'oneStop', 'performance', 'head', 'auditor'] as const)
    assert.equal(await sampleSeen(who, '2026-05-01', safeguarding), undefined, who)
})

test('the pages show what was drawn and how, and an empty month calmly', async () => {
  const owner = await as('owner')
  const list = await owner.get('/quality/samples')
  assert.match(list.words, /May 2026/)
  assert.match(list.words, /Streets\s+4\s+4\s+0\s+For you to score/)
  assert.match((await (await as('head')).get('/quality/samples')).words, /Streets\s+4\s+4\s+0\s+Being scored/)
  const { sample } = (await sampleSeen('owner', '2026-05-01', streets))!
  const one = await owner.get(`/quality/samples/${sample.id}`)
  assert.match(one.words, /4 of 4 answers were drawn\. None is scored yet\./)
  assert.match(one.words, /Yours: somebody else scores it/)
  assert.match(one.words, new RegExp(`Seed: ${sample.seed}`))
  const none = (await sampleSeen('oneStop', '2026-05-01', housing))!.sample
  assert.match((await (await as('oneStop')).get(`/quality/samples/${none.id}`)).words, /Nothing to score/)
  assert.equal((await (await as('otherResponder')).get(`/quality/samples/${sample.id}`)).status, 404)
  assert.equal((await (await as('member')).get('/quality/samples')).status, 403)
  assert.equal((await owner.get('/quality/samples/nonsense')).status, 404)
})

test('an answer that came back is not drawn', async () => {
  const reference = await answeredBy('responder', '2026-04-07')
  const [row] = await db.owner<{ id: string }[]>`
    select m.id from enquiries.message m join enquiries.enquiry e on e.id = m.enquiry_id
    where e.reference = ${reference} and m.kind = 'answer'`
  await db.owner`
    insert into enquiries.event (enquiry_id, sequence, type, at, on_day, as_part, data)
    select id, 99, 'answer-undelivered', now(), '2026-04-08', 'system', ${JSON.stringify({ messageId: row!.id })}::jsonb
    from enquiries.enquiry where reference = ${reference}`
  await drawnFor('2026-04-01', '2026-05-01')
  assert.equal((await sampleSeen('owner', '2026-04-01', streets))!.sample.answers, 0)
})
