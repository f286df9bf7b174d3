import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, answered, as, council, dateTyped, raised, taken } from './stage-for-tests.ts'

test('addresses of the member’s acts without “track” lead there, and an officer’s act leads a member to the enquiry', async () => {
  const reference = await answered()
  for (const who of ['member', 'assistant'] as const) {
    const browser = await as(who)
    for (const name of ['agree', 'disagree', 'reopen', 'withdraw', 'chase', 'reply'])
      assert.equal((await browser.get(`/enquiries/${reference}/${name}`)).to, `/enquiries/${reference}/track/${name}`)
    assert.equal((await browser.get(`/enquiries/${reference}/answer`)).to, `/enquiries/${reference}/track`)
  }
  const auditor = await (await as('auditor')).get(`/enquiries/${reference}/disagree`)
  assert.equal(auditor.status, 403)
  assert.match(auditor.words, /Your role may not do this\. Go to the enquiry/)
})

test('what is in no mailbox says so, is placed first, and where it fits is suggested by the member’s words', async () => {
  const reference = await raised({ topic: undefined, text: 'A pothole again, and another in the carriageway.' })
  const browser = await as('oneStop')
  const page = await browser.get(`/enquiries/${reference}`)
  assert.match(page.words, /Not placed yet\. It is in no mailbox, so nobody works on it/)
  assert.match(page.words, /Topic Not set yet/)
  assert.match(
    page.html,
    /class="govuk-button[^>]*href="\/enquiries\/[^"]*\/move"|href="\/enquiries\/[^"]*\/move"[^>]*class="govuk-button/,
  )
  assert.doesNotMatch(page.html, /\/allocate"/)
  const form = await browser.get(`/enquiries/${reference}/move`)
  assert.match(form.words, /Not placed yet\. It is in no mailbox/)
  const reason = 'Potholes and road surface: you wrote “pothole” and “carriageway”'
  assert.match(form.words, new RegExp(`Select a mailbox Streets \\(${reason}\\)`))
  assert.equal(form.html.split(council.mailbox.streets).length, 2, 'a suggested mailbox stands there once')
  const topics = await browser.get(`/enquiries/${reference}/set-topic`)
  assert.match(topics.words, /It has no topic yet\..*Select a topic Potholes and road surface \(you wrote “pothole”/)
  await act('oneStop', reference, 'set-topic', { topic: council.topic.potholes })
  await act('oneStop', reference, 'move', { mailbox: council.mailbox.streets, why: 'Roads' })
  const placed = await browser.get(`/enquiries/${reference}`)
  assert.doesNotMatch(placed.words, /Not placed yet\. It/)
  assert.match(placed.words, /Topic set: Potholes and road surface/)
})

test('an empty answer is told everything that is missing at once', async () => {
  const reference = await taken()
  const refused = await act('responder', reference, 'answer', { 'excuse-2': 'Nobody knows', 'promises-0-who': 'Lumen' })
  assert.equal(refused.status, 422)
  const linked = [...refused.html.matchAll(/<a href="#([\w-]+)"/g)].map(it => it[1])
  assert.deepEqual(linked, ['text', 'answers-1', 'promises-0-words', 'promises-0-dueOn-day'])
})

test('without an open promise there is no form to mark one as kept', async () => {
  const seen = await (await as('responder')).get(`/enquiries/${await taken()}/keep-promise`)
  assert.equal(seen.status, 409)
  assert.match(seen.words, /No promise of this enquiry is open/)
})

test('a next update lies near: neither taking nor an update puts the member off for years', async () => {
  for (const [name, start] of [
    ['take', raised],
    ['update', taken],
  ] as const) {
    const reference = await start()
    const far = await act('responder', reference, name, { text: 'Words', ...dateTyped('nextUpdateOn', '2026-06-24') })
    assert.equal(far.status, 422)
    assert.match(far.words, /Enter a date by 23 June 2026/)
    assert.match(far.html, /href="#nextUpdateOn-day"/)
  }
})
