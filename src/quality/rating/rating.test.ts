import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { as, council, db, raised, web } from '#enquiries/page/stage-for-tests.ts'
import { addDays, day } from '#kernel/day.ts'
import { acts, answeredBy } from '../stage-for-tests.ts'
import { ratePath, readRateLink } from './link.ts'

const secret = 'a secret of the tests'
const ratingOf = async (reference: string) => {
  const [row] = await db.owner`
    select r.round, r.rating, r.via, r.rated_by, r.rated_on, r.first_rated_on from quality.rating r
    join enquiries.enquiry e on e.id = r.enquiry_id where e.reference = ${reference}`
  return row
}
const idOf = async (reference: string): Promise<string> =>
  (await db.owner`select id from enquiries.enquiry where reference = ${reference}`)[0]!.id as string
const until = day('2026-07-31')
const linkTo = async (reference: string, last = until) =>
  ratePath(secret, { enquiryId: await idOf(reference), round: 1, until: last })
const track = (reference: string) => `/enquiries/${reference}/track`
const rate = (reference: string) => `/quality/ratings/${reference}/1`

test('the member rates with one tap, sees it, and may change it for some days', async () => {
  const reference = await answeredBy('responder', '2026-06-08')
  const browser = await as('member')
  assert.match(
    (await browser.get(track(reference))).words,
    /How good was this answer\? It answers everything Useful, but not everything Not useful/,
  )
  const done = await browser.post(rate(reference), { rating: '2' })
  assert.equal(done.to, `${track(reference)}#rating`)
  assert.match(
    (await browser.get(track(reference))).words,
    /You rated this answer: Useful, but not everything \. Change it, until 16 June 2026/,
  )
  await browser.post(rate(reference), { rating: '3' })
  await browser.post(rate(reference), { rating: '3' })
  const kept = (await ratingOf(reference))!
  assert.deepEqual([kept.rating, kept.via, kept.ratedBy], [3, 'page', council.people.member.person])
  const entries =
    await db.owner`select from audit.entry where act = 'quality.rate' and subject_reference = ${reference}`
  assert.equal(entries.length, 2, 'the same again is nothing new')
  web.turnTo(day('2026-06-17'))
  const later = await as('member')
  assert.doesNotMatch((await later.get(track(reference))).words, /Change it/)
  const late = await later.post(rate(reference), { rating: '1' })
  assert.equal(late.to, track(reference))
  assert.equal((await ratingOf(reference))!.rating, 3)
  web.turnTo(day('2026-06-09'))
  assert.match(
    (await (await as('responder')).get(`/enquiries/${reference}`)).words,
    /The member said: It answers everything/,
  )
})

test('an assistant rates for their member; nobody else does', async () => {
  const reference = await answeredBy('responder', '2026-06-08')
  for (const who of ['responder', 'owner', 'oneStop', 'admin'] as const)
    assert.equal((await (await as(who)).post(rate(reference), { rating: '3' })).status, 403, who)
  assert.equal((await (await as('otherMember')).post(rate(reference), { rating: '3' })).status, 404)
  assert.equal(await ratingOf(reference), undefined)
  await (await as('assistant')).post(rate(reference), { rating: '1' })
  assert.equal((await ratingOf(reference))!.rating, 1)
})

test('what has no answer, or no such choice, is not rated', async () => {
  const open = await raised()
  const browser = await as('member')
  assert.doesNotMatch((await browser.get(track(open))).words, /How good was this answer/)
  await browser.post(rate(open), { rating: '3' })
  assert.equal(await ratingOf(open), undefined)
  const reference = await answeredBy('responder', '2026-06-08')
  for (const rating of ['0', '4', 'x', '']) await browser.post(rate(reference), { rating })
  await browser.post(`/quality/ratings/${reference}/2`, { rating: '3' })
  await browser.post(`/quality/ratings/${reference}/none`, { rating: '3' })
  assert.equal(await ratingOf(reference), undefined)
})

test('the link of the letter opens a page that does nothing; its button rates, without signing in', async () => {
  const reference = await answeredBy('responder', '2026-06-08')
  const link = await linkTo(reference)
  for (let opened = 0; opened < 3; opened++) {
    const page = await web.nobody.get(`${link}?rating=3`)
    assert.equal(page.status, 200)
    assert.match(page.words, new RegExp(`${reference}.*Press one of these`))
  }
  assert.equal(await ratingOf(reference), undefined, 'opening rates nothing')
  const done = await web.nobody.post(link, { rating: '3' })
  assert.equal(done.to, link)
  const kept = (await ratingOf(reference))!
  assert.deepEqual([kept.rating, kept.via], [3, 'email'])
  assert.match((await web.nobody.get(link)).words, /You said: It answers everything \. Thank you/)
  await web.nobody.post(link, { rating: '1' })
  assert.equal((await ratingOf(reference))!.rating, 1, 'changeable for some days')
})

test('the link of a restricted matter says its number alone', async () => {
  const [row] = await db.owner<{ reference: string }[]>`
    select reference from enquiries.enquiry where status = 'answered' limit 1`
  await db.owner`update enquiries.enquiry set restricted = true where reference = ${row!.reference}`
  const page = await web.nobody.get(await linkTo(row!.reference))
  assert.match(page.words, new RegExp(row!.reference))
  assert.doesNotMatch(page.words, /lamp/)
})

test('a link that is over, changed or made up leads nowhere', async () => {
  const reference = await answeredBy('responder', '2026-06-08')
  const link = await linkTo(reference)
  const other = link.replace(/.$/, it => (it === '0' ? '1' : '0'))
  for (const path of [
    other,
    link.replace('.1.', '.2.'),
    '/quality/rate/nonsense',
    await linkTo(reference, day('2026-06-08')),
  ]) {
    assert.equal((await web.nobody.get(path)).status, 410, path)
    assert.equal((await web.nobody.post(path, { rating: '3' })).status, 410, path)
  }
  assert.equal(await ratingOf(reference), undefined)
})

test('an answer of an earlier round keeps its rating when another round begins', async () => {
  const reference = await answeredBy('responder', '2026-06-08')
  const browser = await as('member')
  await browser.post(rate(reference), { rating: '1' })
  await acts('member', 'disagree', reference, '2026-06-09', { text: 'Who pays?' })
  assert.doesNotMatch((await browser.get(track(reference))).words, /rated this answer|How good/)
  assert.equal((await ratingOf(reference))!.rating, 1)
})

test('only what we signed is read, until its last day', () => {
  const today = day('2026-06-09')
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: -5, max: 5 }),
      (enquiryId, round, days) => {
        const link = { enquiryId, round, until: addDays(today, days) }
        const token = ratePath(secret, link).split('/').at(-1)!
        assert.deepEqual(readRateLink(secret, token, today), days >= 0 ? link : undefined)
        assert.equal(readRateLink('another secret', token, today), undefined)
      },
    ),
  )
  fc.assert(fc.property(fc.string(), token => assert.equal(readRateLink(secret, token, today), undefined)))
})
