import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, did, raised, stands, versionIn } from '../page/stage-for-tests.ts'

const asksNothing = { text: 'Please mend it.' }

/** Two members’ enquiries, both taken; the first leads and is answered. */
async function answeredSet(answer = 'It will be mended in July.') {
  const lead = await raised({ ...asksNothing, subject: 'Canarylead lamp' })
  const other = await raised(asksNothing, {}, 'otherMember')
  await did('responder', 'take', lead)
  await did('responder', 'take', other)
  await did('responder', 'add-to-set', other, { other: lead })
  await did('responder', 'answer', lead, { text: answer, contact: 'Priya Nair', mayShare: true })
  return { lead, other }
}

test('both pages show the set; the answer of the lead is copied below what was drafted', async () => {
  const { lead, other } = await answeredSet()
  const browser = await as('responder')
  assert.match(
    (await browser.get(`/enquiries/${lead}`)).words,
    new RegExp(`This one leads 1 other\\. Members are not told of each other\\. ${other} .* Send this answer`),
  )
  assert.match(
    (await browser.get(`/enquiries/${other}`)).words,
    new RegExp(`The work is done at its lead\\. .* ${lead} Canarylead lamp Answered Leads Cllr Aoife`),
  )
  const form = await browser.get(`/enquiries/${other}/answer`)
  assert.match(form.html, /answer\?copy=lead/)
  assert.doesNotMatch(form.words, /mended in July/)
  await browser.post(`/enquiries/${other}/answer`, { version: versionIn(form), text: 'Dear councillor,', do: 'keep' })
  const copied = await browser.get(`/enquiries/${other}/answer?copy=lead`)
  assert.match(copied.words, /Dear councillor, It will be mended in July\./)
  assert.match(copied.html, /value="yes"[^>]* checked/)
  assert.equal((await stands(other)).status, 'in-progress', 'a link changes nothing')
})

test('the answer is sent to the others one by one, once, each with its result', async () => {
  const { lead, other } = await answeredSet()
  const browser = await as('responder')
  const path = `/enquiries/${lead}/answer-set`
  const form = await browser.get(path)
  assert.match(form.words, /It will be mended in July\./)
  const typed = { to: other, text: 'It will be mended in July.', contact: 'Priya Nair', mayShare: 'yes' }
  assert.equal((await browser.post(path, { ...typed, to: [] })).status, 422)
  assert.equal((await browser.post(path, { ...typed, text: '' })).status, 422)
  const stale = await browser.post(path, { ...typed, [`version-${other}`]: '1' })
  assert.match(stale.words, /0 answers of 1 sent\. Not sent .*Somebody changed this enquiry/)
  assert.match((await browser.post(path, typed)).words, /1 answer of 1 sent\. Sent Cllr Sean O&#39;Brien/)
  assert.equal((await stands(other)).status, 'answered')
  assert.match((await browser.post(path, typed)).words, /Not sent .*This enquiry has been answered already/)
  assert.match((await browser.get(path)).words, /no enquiry in this set that you can answer now.* answered already/)
})

test('words that name another member or enquiry of the set are not sent', async () => {
  const { lead, other } = await answeredSet()
  const browser = await as('responder')
  for (const words of ['As aoife ní mhurchú was told', `See ${lead}`]) {
    const seen = await browser.post(`/enquiries/${lead}/answer-set`, { to: other, text: words })
    assert.match(seen.words, /Not sent .*The words name .* must not learn who else asked/, words)
  }
  assert.equal((await stands(other)).status, 'in-progress')
})

test('only the lead has the page, and only for officers who see it', async () => {
  const { lead, other } = await answeredSet()
  for (const [who, reference, status] of [
    ['responder', other, 404],
    ['otherResponder', lead, 404],
    ['member', lead, 403],
    ['auditor', lead, 403],
  ] as const) {
    const browser = await as(who)
    assert.equal((await browser.get(`/enquiries/${reference}/answer-set`)).status, status, who)
    assert.equal((await browser.post(`/enquiries/${reference}/answer-set`, { to: other })).status, status, who)
  }
  const second = await (await as('secondResponder')).get(`/enquiries/${lead}/answer-set`)
  assert.match(second.words, /Not now .* You do not hold it: take it first\./)
})

test('no member learns from the page that others asked', async () => {
  const { lead, other } = await answeredSet()
  const theirs = await (await as('otherMember')).get(`/enquiries/${other}/track`)
  assert.equal(theirs.status, 200)
  assert.doesNotMatch(theirs.html, new RegExp(`${lead}|Canarylead|Aoife|In a set|the set|Leads`))
  const first = await (await as('member')).get(`/enquiries/${lead}/track`)
  assert.doesNotMatch(first.html, new RegExp(`${other}|O&#39;Brien Sean|Sean|In a set|the set|Leads`))
})
