import assert from 'node:assert/strict'
import { inflateSync } from 'node:zlib'
import { test } from 'node:test'
import { houseWith, raise, raiseShape } from '#enquiries/door.ts'
import { insertAttachments } from '#enquiries/attachment.sql.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { document } from '#platform/hidden/files-for-tests.ts'
import { isUnreadable, openZip } from '#platform/zip/read-zip.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { searchForPerson } from '../door.ts'
import { givingOutRoutes } from '../routes.ts'

const db = await testDatabase()
const { people, topic, mailbox } = await smallCouncil(db.owner)
const files = await testFiles()
const today = day('2026-06-09')
const now = nowAt(instantOn(today, 10))
const house = houseWith(async () => {})
const startSearch = async () => {}
const web = await testWeb({ db, routes: givingOutRoutes({ files, startSearch }), today })

const raised = (subject: string, text: string, to: object) =>
  inTransaction(db, people.member.person, async tx => {
    const given = raiseShape.parse({ member: people.member.person, subject, text, ...to })
    const done = await raise(tx, house, people.member, given, { now })
    assert.ok(done.ok)
    return done.value.enquiry
  })

const open = await raised('Damp at 14 Mill Lane', 'Betty Okonkwo and her neighbour Zebedee Quill rang: 07700 900123.', {
  topic: topic.potholes,
})
const restricted = await raised('About Elizabeth Okonkwo', 'CANARY-RESTRICTED Elizabeth Okonkwo is at risk', {
  mailbox: mailbox.safeguarding,
})
const sha256 = await files.keep(document('<w:p><w:r><w:t>Elizabeth Okonkwo owes Zebedee Quill money</w:t></w:r></w:p>'))
await inTransaction(db, 'system', async tx => {
  const [message] = await tx<{ id: string }[]>`select id from enquiries.message where enquiry_id = ${open.id}`
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await insertAttachments(tx, open.id, message!.id, [
    { name: 'debts.docx', type, size: 9, sha256, shownSha256: sha256 },
  ])
})

const dpo = await web.as(people.dpo.person)
const typed = {
  names: 'Elizabeth Okonkwo',
  emails: '',
  phones: '07700 900123',
  addresses: '14 Mill Lane',
  identity: 'known',
  'receivedOn-day': '8',
  'receivedOn-month': '6',
  'receivedOn-year': '2026',
}

async function logged(): Promise<string> {
  const { to, status, words } = await dpo.post('/privacy/requests/new', typed)
  assert.equal(status, 303, words)
  await dpo.post(to, { act: 'search' })
  const [row] = await db.owner`select id from privacy.disclosure where number = ${Number(to.split('/').at(-1))}`
  while (await searchForPerson({ db, files, now: () => now.at }, row!.id as string));
  return to
}

const itemIn = async (path: string, source: string): Promise<string> =>
  /name="item" value="([^"]+)"/.exec((await dpo.get(`${path}/found?source=${source}`)).html)?.[1] ??
  assert.fail(`nothing of ${source}`)

/** Every byte of a file, its packed streams unpacked. */
function everyByte(bytes: Buffer): string {
  const texts = [bytes.toString('latin1')]
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6))
    try {
      texts.push(inflateSync(bytes.subarray(at + (bytes[at + 6] === 13 ? 8 : 7))).toString('latin1'))
    } catch {
      continue
    }
  return texts.join('\n')
}

test('a request is refused in plain words, logged, and finds the person everywhere the desk may know of', async () => {
  const refused = await dpo.post('/privacy/requests/new', { ...typed, names: '', identity: '' })
  assert.equal(refused.status, 422)
  assert.match(refused.words, /Enter the name of the person/)
  assert.match(refused.words, /Select whether we know who asks/)
  const path = await logged()
  const { words } = await dpo.get(path)
  assert.match(words, /To be answered by 8 July 2026/)
  assert.match(words, /What was written in enquiries 1 0 1/)
  assert.match(words, /Files in enquiries 1 0 1/)
  assert.match(words, /Safeguarding adults ?: \d items?, \d to decide/)
  assert.doesNotMatch(words, /CANARY-RESTRICTED|About Elizabeth/)
  const found = await dpo.get(`${path}/found?source=message`)
  assert.match(found.html, /<mark>Betty Okonkwo<\/mark>/)
  assert.doesNotMatch(found.words, /CANARY/)
  assert.equal((await (await web.as(people.responder.person)).get(path)).status, 403)
  assert.equal((await (await web.as(people.owner.person)).get('/privacy/disclosures/9999')).status, 404)
})

test('the proper officer finds what only they may see, decides, and takes out their own part', async () => {
  const path = await logged()
  const officer = await web.as(people.properOfficer.person)
  const { html } = await officer.get(`${path}/found?source=message`)
  assert.match(html, /CANARY-RESTRICTED/)
  const outsider = await web.as(people.oneStop.person)
  assert.doesNotMatch((await outsider.get(`${path}/found?source=message`)).words, /CANARY/)
  const [unseen] = await db.owner`select id from privacy.disclosed_item where enquiry_id = ${restricted.id} limit 1`
  assert.equal((await dpo.get(`${path}/items/${unseen!.id}`)).status, 404)
  assert.equal((await officer.post(path, { act: 'confirm' })).status, 404, 'the request itself is the desk’s')
})

test('what is taken out is in none of the bytes; nobody confirms their own work; handed over, then closed', async () => {
  const path = await logged()
  for (const source of ['message', 'attachment']) {
    const id = await itemIn(path, source)
    assert.match((await dpo.get(`${path}/items/${id}`)).words, /Zebedee Quill/)
    const wrong = await dpo.post(`${path}/items/${id}`, { words: 'Nobody Here', because: 'third-party' })
    assert.match(wrong.words, /“Nobody Here” does not stand there/)
    assert.equal(
      (await dpo.post(`${path}/items/${id}`, { words: 'zebedee quill', because: 'third-party' })).status,
      303,
    )
    assert.doesNotMatch((await dpo.get(`${path}/items/${id}`)).html, /os-plain-text[^<]*Zebedee/)
  }
  assert.match((await dpo.post(path, { act: 'submit' })).words, /Decide about every item first/)
  await db.owner`update privacy.disclosed_item set decision = 'out', reason = 'exempt' where decision is null`
  assert.equal((await dpo.post(path, { act: 'submit' })).status, 303)
  assert.equal((await dpo.get(`${path}/given.pdf`)).status, 303, 'nothing goes out unconfirmed')
  assert.match((await dpo.post(path, { act: 'confirm' })).words, /Somebody else has to confirm/)
  await db.owner`update privacy.disclosure set submitted_by = ${people.oneStop.person} where number = ${Number(path.split('/').at(-1))}`
  assert.equal((await dpo.post(path, { act: 'confirm' })).status, 303)
  for (const format of ['pdf', 'html', 'zip']) {
    const { bytes, status } = await dpo.get(`${path}/given.${format}`)
    assert.equal(status, 200)
    const whole = format === 'zip' ? await unzipped(bytes) : everyByte(bytes)
    assert.equal(/.{0,30}(Zebedee|Quill|CANARY).{0,30}/i.exec(whole)?.[0], undefined, format)
    if (format === 'html') assert.match(whole, /Betty Okonkwo and her neighbour \[removed: about another person\]/)
    if (format === 'zip') assert.ok(/The law exempts it[^:]*: \d/.test(whole), 'what was held back')
  }
  assert.match((await dpo.post(path, { act: 'close', chosen: 'given' })).words, /Record first how it was handed over/)
  assert.equal((await dpo.post(path, { act: 'hand-over', chosen: 'post' })).status, 303)
  assert.equal((await dpo.post(path, { act: 'close', chosen: 'given-in-part' })).status, 303)
  assert.equal((await dpo.post(path, { act: 'close', chosen: 'given' })).status, 422, 'closed once')
  const acts =
    await db.owner`select act from audit.entry where subject_reference = ${`Request ${path.split('/').at(-1)}`}`
  for (const act of [
    'request-logged',
    'person-searched',
    'disclosure-submitted',
    'disclosure-confirmed',
    'disclosure-taken-out',
    'disclosure-handed-over',
    'disclosure-closed',
  ])
    assert.ok(
      acts.some(it => it.act === `privacy.${act}`),
      act,
    )
})

async function unzipped(bytes: Buffer): Promise<string> {
  const zip = openZip(bytes, { bytes: 10_000_000 })
  assert.ok(!isUnreadable(zip))
  const parts = await Promise.all(zip.names.map(name => zip.read(name)))
  return parts.map(it => (typeof it === 'string' ? it : everyByte(it))).join('\n')
}

test('a redacted copy is made by who sees the enquiry and confirmed by another who does', async () => {
  const owner = await web.as(people.owner.person)
  const oneStop = await web.as(people.oneStop.person)
  assert.equal((await owner.get(`/privacy/copies/${restricted.reference}`)).status, 404)
  assert.equal((await owner.post(`/privacy/copies/${restricted.reference}`, {})).status, 404)
  const { to } = await owner.post(`/privacy/copies/${open.reference}`)
  assert.match((await owner.get(to)).words, new RegExp(`Redacted copy of ${open.reference}`))
  const { html } = await owner.get(`${to}/found?source=message`)
  const id = /name="item" value="([^"]+)"/.exec(html)![1]!
  const form = await owner.get(`${to}/items/${id}`)
  const suggested = /name="passage"[^>]*value="([^"]+)"/.exec(form.html)?.[1]
  assert.ok(suggested, 'the telephone number is suggested')
  assert.equal(
    (await owner.post(`${to}/items/${id}`, { passage: suggested, words: 'Betty Okonkwo', because: 'personal' })).status,
    303,
  )
  for (const source of ['enquiry', 'attachment']) {
    const item = /name="item" value="([^"]+)"/.exec((await owner.get(`${to}/found?source=${source}`)).html)![1]!
    assert.match(
      (await owner.post(`${to}/found?source=${source}`, { item, decision: 'out' })).words,
      /Select why it is left out/,
    )
    assert.equal(
      (await owner.post(`${to}/found?source=${source}`, { item, decision: 'out', reason: 'not-needed' })).status,
      303,
    )
  }
  assert.equal((await owner.post(to, { act: 'submit' })).status, 303)
  assert.equal((await owner.post(`${to}/items/${id}`, { words: '' })).status, 303)
  assert.match((await owner.post(to, { act: 'confirm' })).words, /Somebody else/)
  assert.equal((await oneStop.post(to, { act: 'confirm' })).status, 303)
  const given = everyByte((await owner.get(`${to}/given.html`)).bytes)
  assert.match(given, /\[removed: personal data\] and her neighbour/)
  assert.doesNotMatch(given, /Betty|900123/)
  assert.equal((await (await web.as(people.admin.person)).get(to)).status, 403)
  assert.equal((await (await web.as(people.properOfficer.person)).get(to)).status, 404)
})
