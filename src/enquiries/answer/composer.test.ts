import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, council, dateTyped, db, onceIn, raised, taken, versionIn, web } from '../page/stage-for-tests.ts'
import { postFiles } from '../attach/multipart-for-tests.ts'

const { owner } = council.people
const answers = { 'answer-1': 'In July', 'excuse-2': 'Nobody knows yet' }

async function canned(name: string, words: string): Promise<string> {
  const [row] = await db.owner`
    insert into mailboxes.canned_reply (mailbox_id, name, words, changed_at, changed_by)
    values (${council.mailbox.streets}, ${name}, ${words}, now(), ${owner.person}) returning id`
  return row!.id as string
}

test('the form opens with whom to contact and says how far the standard is met', async () => {
  const form = await (await as('responder')).get(`/enquiries/${await taken()}/answer`)
  assert.match(form.html, /name="contact"[^>]*value="Priya Nair"/)
  assert.match(form.words, /Not yet: the decision, or the answer to each question \(0 of 2 questions\)/)
  assert.match(form.words, /There: whom to contact/)
  assert.match(form.words, /Not yet: whether it may be shared with the resident/)
})

test('advice follows what is typed and names what should not be there; it bars nothing', async () => {
  const reference = await taken()
  const browser = await as('responder')
  const typed = {
    text: 'Her NHS number is 943 476 5919, ring 07700 900123 or {mailbox phone}.',
    ...answers,
    mayShare: 'no',
  }
  const { html } = JSON.parse((await browser.post(`/enquiries/${reference}/answer/advice`, typed)).html)
  assert.match(html, /2 of 2 questions/)
  for (const words of [/an NHS number/, /a telephone number/, /Fill in \{mailbox phone\} before you send it/])
    assert.match(html, words)
  const outside = await (await as('otherResponder')).post(`/enquiries/${reference}/answer/advice`, typed)
  assert.equal(outside.status, 404)
  const version = versionIn(await browser.get(`/enquiries/${reference}/answer`))
  assert.equal((await browser.post(`/enquiries/${reference}/answer`, { ...typed, version })).status, 303)
})

test('a canned reply goes below what was typed, filled in, and nothing typed is lost', async () => {
  const reference = await taken()
  const id = await canned('Reported', 'Dear {member}, {reference} is with {mailbox}. Call {mailbox phone}.')
  const browser = await as('responder')
  const path = `/enquiries/${reference}/answer`
  const version = versionIn(await browser.get(path))
  const typed = { version, text: 'First.', ...answers, do: 'insert', canned: id }
  const seen = await browser.post(path, typed)
  assert.equal(seen.status, 200)
  assert.match(
    seen.words,
    new RegExp(`First\\. Dear Cllr Aoife Ní Mhurchú, ${reference} is with Streets\\. Call \\{mailbox`),
  )
  assert.match(seen.html, /value="Nobody knows yet"/)
  const none = await browser.post(path, { ...typed, canned: crypto.randomUUID() })
  assert.match(none.words, /First\. The questions/, 'what is offered no more changes nothing')
  await browser.post(path, { ...typed, do: 'keep' })
  assert.match((await browser.get(path)).words, /First\./)
})

test('the preview shows page and mail; contact and sharing reach the member, who reads them', async () => {
  const reference = await taken()
  const browser = await as('responder')
  const path = `/enquiries/${reference}/answer`
  const form = await browser.get(path)
  const typed = {
    version: versionIn(form),
    once: onceIn(form),
    text: 'It will be mended.',
    ...answers,
    'promises-0-words': 'The lamp is mended',
    'promises-0-who': 'Lumen',
    ...dateTyped('promises-0-dueOn', '2026-07-01'),
    contact: 'Priya Nair, 01632 960 114',
    mayShare: 'yes',
  }
  const preview = await browser.post(path, { ...typed, do: 'preview' })
  assert.match(preview.words, new RegExp(`Subject: \\[${reference}\\] .*Our answer to your enquiry`))
  assert.match(preview.words, /You may share this answer with the resident\..* Contact: Priya Nair, 01632 960 114/)
  assert.equal((await browser.post(path, typed)).status, 303)
  for (const [who, at] of [
    ['member', '/track'],
    ['responder', ''],
  ] as const) {
    const seen = await (await as(who)).get(`/enquiries/${reference}${at}`)
    assert.match(seen.words, /You may share this answer with the resident\. .*Contact: Priya Nair, 01632 960 114/, who)
  }
  const twice = await browser.post(path, typed)
  assert.equal(twice.to, `/enquiries/${reference}`, 'the same form in the same words is the same click')
  const edited = await browser.post(path, { ...typed, text: 'Other words' })
  assert.equal(edited.status, 422)
  assert.match(edited.words, /Other words/, 'other words on an old page are kept and refused')
})

test('only an unanswered question without excuse bars it; files stay with it through every refusal', async () => {
  const reference = await taken()
  const browser = await as('responder')
  const path = `/enquiries/${reference}/answer`
  const version = versionIn(await browser.get(path))
  const plan = { name: 'plan.txt', bytes: Buffer.from('column 42') }
  const refused = await postFiles(web, browser, path, path, { version, text: 'Done.', 'answer-1': 'July' }, [plan])
  assert.equal(refused.status, 422)
  assert.match(refused.words, /Answer question 2, or say why it cannot be answered/)
  assert.match(refused.words, /Files you have added plan\.txt/)
  const other = await postFiles(web, browser, path, path, { version, text: 'Done.' }, [{ ...plan, name: 'b.txt' }])
  assert.match(other.words, /plan\.txt .* b\.txt/)
  const bad = await postFiles(web, browser, path, path, { version, text: 'Done.' }, [
    { name: 'x.exe', bytes: Buffer.from('MZ\u0090\0\0\0') },
  ])
  assert.match(bad.words, /is not a kind of file we can take/)
  assert.match(bad.words, /plan\.txt .* b\.txt/)
  const less = await browser.post(path, { version, text: 'Done.', do: 'remove-1' })
  assert.doesNotMatch(less.words, /b\.txt/)
  assert.equal((await browser.post(path, { version, text: 'Done.', ...answers })).status, 303)
  assert.match((await (await as('member')).get(`/enquiries/${reference}/track`)).words, /plan\.txt/)
})

test('what somebody else keeps ready, or of another mailbox, is not offered', async () => {
  const [row] = await db.owner`
    insert into mailboxes.canned_reply (mailbox_id, name, words, changed_at)
    values (${council.mailbox.safeguarding}, 'Secret visit', 'canaryword', now()) returning id`
  const reference = await raised()
  await (await as('responder')).post(`/enquiries/${reference}/take`, dateTyped('nextUpdateOn', '2026-06-12'))
  const browser = await as('responder')
  assert.doesNotMatch((await browser.get(`/enquiries/${reference}/answer`)).words, /Secret visit/)
  const tried = await browser.post(`/enquiries/${reference}/answer`, { do: 'insert', canned: row!.id as string })
  assert.doesNotMatch(tried.html, /canaryword/)
})
