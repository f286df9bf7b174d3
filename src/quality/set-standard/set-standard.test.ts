import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, council, dateTyped, db, taken, web } from '#enquiries/page/stage-for-tests.ts'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { standardOn } from '../standard.sql.ts'

const path = '/quality/standard/edit'
const typed = {
  version: '1',
  'point-answers': 'the answer to every question',
  'point-contact': '',
  further: 'a kind word\n\n  a thank you ',
  readingAge: '12',
  longestSentenceWords: '20',
  jargon: 'prior to = before\nplease be advised',
  ...dateTyped('fromOn', '2026-06-20'),
  why: 'Members asked for kinder words',
}

const inForce = (on: string) => inTransaction(db, council.people.responder.person, tx => standardOn(tx, day(on)))

test('everybody reads the standard; only who keeps the definitions changes it', async () => {
  for (const who of ['member', 'responder', 'partner', 'admin', 'auditor'] as const) {
    assert.match((await (await as(who)).get('/quality/standard')).words, /the decision, or the answer to each question/)
    assert.equal((await (await as(who)).get(path)).status, 403, who)
    assert.equal((await (await as(who)).post(path, typed)).status, 403, who)
  }
})

test('what is wrong is said field by field, and what was typed stays', async () => {
  const browser = await as('performance')
  const wrong = {
    ...typed,
    'point-answers': '',
    further: '',
    readingAge: '99',
    why: '',
    jargon: '= x',
    ...dateTyped('fromOn', '2026-06-08'),
  }
  const seen = await browser.post(path, wrong)
  assert.equal(seen.status, 422)
  for (const words of [
    /Enter what a good answer says/,
    /Reading age must be a number from 8 to 18/,
    /Enter each word to avoid on a line of its own/,
    /Day it begins must be today or later/,
    /Enter why it changes/,
  ])
    assert.match(seen.words, words)
  assert.match(seen.html, /value="99"/)
})

test('a new version begins on its day; two at once from one page make one version', async () => {
  const browser = await as('performance')
  assert.equal((await browser.post(path, typed)).status, 303)
  const again = await browser.post(path, typed)
  assert.equal(again.status, 422)
  assert.match(again.words, /Somebody else changed the standard meanwhile/)
  assert.equal((await inForce('2026-06-19')).version, 1)
  const now = await inForce('2026-06-20')
  assert.deepEqual([now.version, now.readingAge, now.points.length], [2, 12, 3])
  assert.deepEqual(now.jargon, [
    { say: 'prior to', instead: 'before' },
    { say: 'please be advised', instead: '' },
  ])
  const shown = await (await as('responder')).get('/quality/standard')
  assert.match(shown.words, /Version 2 begins on 20 June 2026: Members asked for kinder words/)
  web.turnTo(day('2026-06-20'))
  const composer = await (await as('responder')).get(`/enquiries/${await taken()}/answer`)
  assert.match(composer.words, /the answer to every question .* a kind word/)
  assert.doesNotMatch(composer.words, /whom to contact/)
  web.turnTo(day('2026-06-09'))
})

test('nobody writes a standard past the page', async () => {
  const tried = inTransaction(
    db,
    council.people.responder.person,
    tx => tx`insert into quality.standard (version, from_on, points, reading_age, longest_sentence_words, jargon, why, set_at)
      values (9, '2026-01-01', '[]', 12, 20, '[]', 'x', now())`,
  )
  await assert.rejects(tried, /row-level security/)
})
