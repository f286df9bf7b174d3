import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { pino } from 'pino'
import { testDatabase } from '#test/database.ts'
import { day, dayOf, addDays } from '#kernel/day.ts'
import { allow, refuse } from '#kernel/result.ts'
import { addMember, addPerson, addWard } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { csrfToken } from '#platform/http/csrf.ts'
import { openHouse } from '#platform/http/server.ts'
import { nobody, type Viewer } from '#platform/http/viewer.ts'
import { html } from '#platform/views/html.ts'
import type { MailDeps } from '../deps.ts'
import { commitTogether } from '../in/commit-together.ts'
import { processNext, type PostRoom } from '../in/process.ts'
import { openParser } from '../parse/parser.ts'
import { intakeApiRoutes } from './intake-api.ts'
import { quarantineRoutes } from './routes.ts'

const db = await testDatabase({ connections: 8 })
const parser = openParser()
after(() => parser.close())
const log = pino({ level: 'silent' })

const [reed, olu, ada] = await inTransaction(db, 'system', async tx => {
  const wardId = await addWard(tx, { name: 'Millside' })
  const personId = await addPerson(tx, { name: "Cllr Ann O'Reed", email: 'reed@council.example', roles: ['member'] })
  await addMember(tx, { personId, wardId, fromOn: day('2024-05-01') })
  const officer = await addPerson(tx, { name: 'Olu One', email: 'olu@council.example', roles: ['one-stop'] })
  return [
    personId,
    officer,
    await addPerson(tx, { name: 'Ada Audit', email: 'ada@council.example', roles: ['auditor'] }),
  ]
})

const enquiryId = randomUUID()
const acted: unknown[] = []
const takenBack: unknown[] = []
const deps: MailDeps = {
  mailboxByAddress: async () => undefined,
  enquiryByReference: async (_tx, reference) => (reference === 'ME-2026-000007' ? { id: enquiryId } : undefined),
  participants: async () => [reed!],
  partAsked: async () => undefined,
  seemsSensitive: async () => undefined,
  sensitiveMatters: [],
  tellHeld: async () => {},
  act: async (_tx, arrival, letter) => {
    if (letter.mail.subject === 'refuse me') return refuse('closed', 'That enquiry was closed long ago')
    acted.push(arrival)
    return allow({ enquiryId, reference: 'ME-2026-000007', restricted: false, mailboxId: null })
  },
  takeBack: async (_tx, filing) => {
    takenBack.push(filing)
    return filing.reason === 'refuse me' ? refuse('no', 'It cannot be taken back') : allow(true)
  },
  decideBy: async (_tx, received) => addDays(received, 1),
}
const room: PostRoom = { db, parser, deps, stamp: { secret: 'x'.repeat(32), domain: 'council.example' }, log }
const keeping = commitTogether(db)

const viewers: Record<string, Viewer> = {
  olu: { ...nobody, person: olu!, via: 'session', permissions: new Set(['mail.quarantine', 'api.use']) },
  ada: { ...nobody, person: ada!, via: 'session', permissions: new Set(['api.use']) },
  reed: { ...nobody, person: reed!, via: 'session', permissions: new Set(['api.use']) },
}
const secret = 's'.repeat(32)
const house = await openHouse({
  routes: [...quarantineRoutes(room), ...intakeApiRoutes],
  db,
  secret,
  publicUrl: 'http://localhost',
  identify: async ({ cookie, bearer }) => {
    const viewer = viewers[bearer ?? cookie('who') ?? '']
    return viewer ? { ...viewer, via: bearer ? 'token' : 'session' } : nobody
  },
  layout: page =>
    html`<h1>${page.title}</h1>
      ${page.body}`.text,
  signIn: () => '/sign-in',
  errorPage: kind => ({ title: kind, body: html`` }),
  log,
})
after(() => house.close())

const get = (url: string, who = 'olu') =>
  house.inject(
    url.startsWith('/api/') ? { url, headers: { authorization: `Bearer ${who}` } } : { url, cookies: { who } },
  )
const send = (url: string, fields: Record<string, string>, who = 'olu') =>
  house.inject({
    method: 'POST',
    url,
    cookies: { who, one_stop_visit: 'visit' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...fields, _csrf: csrfToken(secret, 'visit') }).toString(),
  })

async function arrive(
  raw: string,
): Promise<{ id: string; sha256: string; state: string; reason: string; reference: string; decidedBy: string }> {
  const bytes = Buffer.from(raw)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await keeping.keep({
    sha256,
    bytes,
    mailFrom: 'x@y.example',
    recipients: ['onestop@council.example'],
    fromIp: '192.0.2.1',
    helo: 'x',
    receivedAt: new Date(Date.now() - 1000),
  })
  while (await processNext(room));
  return now(sha256)
}
const now = async (sha256: string) => (await db.owner`select * from mail.intake where sha256 = ${sha256}`)[0] as never

const stranger = (subject: string, body = 'Hello') =>
  `From: <b>Eve</b> <eve@else.example>\r\nSubject: ${subject}\r\nContent-Type: text/html\r\n\r\n<p onclick=x>${body}</p><script>alert(1)</script>`

test('the list says what waits, from whom, why and until when; hostile words stay words', async () => {
  await arrive(stranger('<script>alert(2)</script>'))
  const { body } = await get('/mail/quarantine')
  assert.match(body, /&lt;script&gt;alert\(2\)/)
  assert.match(body, /Its sender is not known to us/)
  assert.match(body, /Decide by/)
  const [waiting] = await db.owner`select count(*)::int as n from mail.intake where state = 'quarantined'`
  assert.match(body, new RegExp(`To decide\\s*<span class="os-count">${waiting!.n}<`))
  assert.doesNotMatch(body, /<script/)
})

test('a message is shown as text, its HTML only in a frame that may do nothing, its bytes as they came', async () => {
  const raw = stranger('look', '<b>Bold</b>')
  const { id } = await arrive(raw)
  const shown = await get(`/mail/quarantine/${id}`)
  assert.match(shown.body, /<pre[^>]*>Bold<\/pre>/)
  assert.match(shown.body, /<iframe[^>]*sandbox=""/)
  const framed = await get(`/mail/quarantine/${id}/html`)
  assert.match(framed.body, /<p><b>Bold<\/b><\/p>/)
  assert.doesNotMatch(framed.body, /script|onclick/)
  assert.equal(framed.headers['content-security-policy'], "default-src 'none'; sandbox")
  const saved = await get(`/mail/quarantine/${id}/raw`)
  assert.equal(saved.body, raw)
  assert.match(String(saved.headers['content-disposition']), /^attachment/)
})

test('filed at an enquiry: once, with who decided, and on record', async () => {
  const { id, sha256 } = await arrive(stranger('file me'))
  const wrong = await send(`/mail/quarantine/${id}/decide`, { act: 'file', reference: 'ME-2026-999999' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Enter the reference of an enquiry you can see/)
  assert.match(wrong.body, /value="ME-2026-999999"/)
  assert.equal(
    (await send(`/mail/quarantine/${id}/decide`, { act: 'file', reference: 'me-2026-000007' })).statusCode,
    303,
  )
  const row = (await now(sha256)) as { state: string; reference: string; decidedBy: string }
  assert.deepEqual([row.state, row.reference, row.decidedBy], ['filed', 'ME-2026-000007', olu])
  assert.deepEqual(acted.at(-1), { kind: 'filed-by-hand', enquiryId, decidedBy: olu, senderId: null })
  const again = await send(`/mail/quarantine/${id}/decide`, { act: 'file', reference: 'ME-2026-000007' })
  assert.match(again.body, /decided about this message already/)
  assert.equal(
    (await db.owner`select 1 from audit.entry where act = 'mail.file' and subject_id = ${id} and actor = ${olu!}`)
      .length,
    1,
  )
})

test('a new enquiry for a member, of a message that cannot even be read', async () => {
  let nested = 'Subject: deep\r\n'
  for (let level = 0; level < 300; level++)
    nested += `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`
  const { id, sha256 } = await arrive(nested)
  assert.match((await get(`/mail/quarantine/${id}`)).body, /could not be read/)
  assert.match((await send(`/mail/quarantine/${id}/decide`, { act: 'new-enquiry' })).body, /Select the member/)
  assert.equal((await send(`/mail/quarantine/${id}/decide`, { act: 'new-enquiry', member: reed! })).statusCode, 303)
  assert.equal(((await now(sha256)) as { state: string }).state, 'new-enquiry')
})

test('discarding needs a reason, keeps the message and can be undone', async () => {
  const { id, sha256 } = await arrive(stranger('spam'))
  assert.match((await send(`/mail/quarantine/${id}/decide`, { act: 'discard', reason: ' ' })).body, /Enter why/)
  assert.equal((await send(`/mail/quarantine/${id}/decide`, { act: 'discard', reason: 'Advertising' })).statusCode, 303)
  assert.match((await get('/mail/quarantine?state=discarded')).body, /Advertising/)
  assert.equal((await send(`/mail/quarantine/${id}/decide`, { act: 'restore' })).statusCode, 303)
  assert.equal(((await now(sha256)) as { state: string }).state, 'quarantined')
})

test('a refusal of the enquiry is shown, and the message stays where it was', async () => {
  const { id, sha256 } = await arrive(stranger('refuse me'))
  assert.match(
    (await send(`/mail/quarantine/${id}/decide`, { act: 'file', reference: 'ME-2026-000007' })).body,
    /closed long ago/,
  )
  assert.equal(((await now(sha256)) as { state: string }).state, 'quarantined')
})

test('taken as a reply of somebody who takes part, whoever sent it', async () => {
  const { id, sha256 } = await arrive(stranger('from my holiday address'))
  const reply = (fields: Record<string, string>) =>
    send(`/mail/quarantine/${id}/decide`, { act: 'reply', replyTo: 'ME-2026-000007', ...fields })
  assert.match((await reply({})).body, /Select who wrote it/)
  assert.match((await reply({ replyTo: 'ME-2026-999999' })).body, /Enter the reference/)
  assert.equal((await reply({ person: reed!, reason: 'She rang and said so' })).statusCode, 303)
  assert.deepEqual(acted.at(-1), { kind: 'reply', enquiryId, personId: reed, matchedBy: 'by-hand' })
  assert.equal(((await now(sha256)) as { state: string }).state, 'filed')
  assert.match(
    (await get(`/mail/quarantine/${id}`)).body,
    /Taken as a reply by <bdi>Olu One<\/bdi>.*She rang and said so/s,
  )
})

test('a filing can be taken back, with a reason, once; where the enquiry refuses, all stays', async () => {
  const { id, sha256 } = await arrive(stranger('misfiled'))
  await send(`/mail/quarantine/${id}/decide`, { act: 'file', reference: 'ME-2026-000007' })
  const undo = (reason: string) => send(`/mail/quarantine/${id}/decide`, { act: 'undo', reason })
  assert.match((await undo('')).body, /Enter why it does not belong there/)
  assert.match((await undo('refuse me')).body, /It cannot be taken back/)
  assert.equal(((await now(sha256)) as { state: string }).state, 'filed')
  assert.equal((await undo('Another street')).statusCode, 303)
  const row = (await now(sha256)) as { state: string; reason: string; enquiryId: string | null; receivedAt: Date }
  assert.deepEqual([row.state, row.reason, row.enquiryId], ['quarantined', 'taken-back', null])
  assert.deepEqual(takenBack.at(-1), { enquiryId, officerId: olu, isWhole: false, reason: 'Another street' })
  assert.match((await undo('Again')).body, /decided about this message already/)
})

test('what the rules filed is not taken back by hand', async () => {
  const { id } = await arrive(
    'From: reed@council.example\r\nMessage-ID: <ruled@council.example>\r\nSubject: Bins\r\n\r\nHello',
  )
  const answer = await send(`/mail/quarantine/${id}/decide`, { act: 'undo', reason: 'x' })
  assert.match(answer.body, /Nobody filed this message by hand/)
})

test('several at once: each for itself, with what became of it, and taken back together', async () => {
  const some = []
  for (const subject of ['one', 'two', 'refuse me']) some.push(await arrive(stranger(subject)))
  const chosen = new URLSearchParams(some.map(it => ['chosen', it.id]))
  const many = (fields: Record<string, string>, ids = chosen) =>
    house.inject({
      method: 'POST',
      url: '/mail/quarantine/decide',
      cookies: { who: 'olu', one_stop_visit: 'visit' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `${ids}&${new URLSearchParams({ ...fields, _csrf: csrfToken(secret, 'visit') })}`,
    })
  assert.match((await many({ act: 'discard', reason: 'x' }, new URLSearchParams())).body, /Select at least one message/)
  assert.match((await many({})).body, /Select what to do/)
  const refused = await many({ act: 'discard', reason: '' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Enter why this message needs nobody/)
  assert.match(refused.body, new RegExp(`value="${some[0]!.id}"\\s+checked`))
  const filed = await many({ act: 'file', reference: 'ME-2026-000007' })
  const place = String(filed.headers.location)
  const result = await get(place)
  assert.match(result.body, /2 messages decided/)
  assert.match(result.body, /Not done: That enquiry was closed long ago/)
  const undone = await send(`${place}/undo`, {})
  assert.equal(undone.statusCode, 303)
  for (const it of some) assert.equal(((await now(it.sha256)) as { state: string }).state, 'quarantined')
  assert.doesNotMatch((await get(place)).body, /action="\/mail\/decided/)
  assert.equal((await get(`/mail/decided/${randomUUID()}`)).statusCode, 404)
})

test('processed again, a message whose sender is known by now is filed, with the day on which it came', async () => {
  const { id, sha256 } = await arrive('From: late@else.example\r\nSubject: Early\r\n\r\nHello')
  await inTransaction(db, 'system', async tx => {
    const person = await addPerson(tx, { name: 'Cllr Late', email: 'late@else.example', roles: ['member'] })
    const wardId = await addWard(tx, { name: 'Lateside' })
    await addMember(tx, { personId: person, wardId, fromOn: day('2024-05-01') })
  })
  const before = (await now(sha256)) as { receivedAt: Date }
  assert.equal((await send(`/mail/quarantine/${id}/decide`, { act: 'reprocess' })).statusCode, 303)
  while (await processNext(room));
  const row = (await now(sha256)) as { state: string; receivedAt: Date }
  assert.deepEqual([row.state, row.receivedAt], ['new-enquiry', before.receivedAt])
})

test('only those who may see a message learn that it is there', async () => {
  const { id, sha256 } = await arrive(stranger('whose'))
  assert.equal((await get(`/mail/quarantine/${id}`, 'ada')).statusCode, 403)
  assert.equal((await get(`/api/v1/intake/${sha256}`, 'reed')).statusCode, 404)
  assert.deepEqual((await get('/api/v1/intake', 'reed')).json(), { items: [] })
  assert.equal((await get(`/api/v1/intake/${sha256}`, 'ada')).statusCode, 200)
  assert.equal((await get(`/api/v1/intake/${sha256}/raw`, 'ada')).statusCode, 404)
  assert.equal((await get('/mail/quarantine/no-such-id')).statusCode, 404)
  assert.equal((await get(`/mail/quarantine/${randomUUID()}`)).statusCode, 404)
})

test('by the API the same is decided, by the same people', async () => {
  const { sha256 } = await arrive(stranger('decide by API'))
  const ask = (payload: object, who = 'olu') =>
    house.inject({
      method: 'POST',
      url: `/api/v1/intake/${sha256}/decide`,
      headers: { authorization: `Bearer ${who}` },
      payload,
    })
  assert.equal((await ask({ act: 'discard', reason: 'x' }, 'ada')).statusCode, 403)
  assert.equal((await ask({ act: 'discard' })).statusCode, 422)
  assert.equal((await ask({ act: 'nonsense', reason: 1 })).statusCode, 422)
  assert.equal((await ask({ act: 'discard', reason: 'Advertising' })).json().state, 'discarded')
  assert.match((await ask({ act: 'discard', reason: 'Advertising' })).body, /decided-already/)
  assert.equal((await ask({ act: 'restore' })).json().state, 'quarantined')
  assert.equal((await ask({ act: 'file', reference: 'ME-2026-000007' })).json().reference, 'ME-2026-000007')
})

test('the API says what became of each message and pages through all of them', async () => {
  const raw = stranger('api')
  const { sha256 } = await arrive(raw)
  const one = (await get(`/api/v1/intake/${sha256}`)).json()
  assert.deepEqual(
    [one.state, one.reason, one.deliveries[0].recipients],
    ['quarantined', 'unknown-sender', ['onestop@council.example']],
  )
  assert.equal(one.outcome, 'Quarantined: Its sender is not known to us')
  assert.equal((await get(`/api/v1/intake/${sha256}/raw`)).body, raw)
  const seen: string[] = []
  for (let after = ''; after !== 'end';) {
    const { items, next } = (await get(`/api/v1/intake?limit=3&after=${after}`)).json()
    seen.push(...items.map((it: { sha256: string }) => it.sha256))
    after = next ?? 'end'
  }
  const [{ count }] = (await db.owner`select count(*) from mail.intake`) as never as [{ count: number }]
  assert.equal(new Set(seen).size, count)
  assert.equal(seen.length, count)
  assert.equal((await get('/api/v1/intake?state=nonsense')).statusCode, 422)
  assert.ok(dayOf(new Date(one.receivedAt)))
})
