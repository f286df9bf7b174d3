import assert from 'node:assert/strict'
import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { houseWith, raise, raiseShape, type Happened } from '#enquiries/door.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { deliver, tellWebhooks } from './deliver.ts'
import { sweepDeliveries } from './delivery.sql.ts'
import { webhookRoutes } from './routes.ts'
import { isPrivate, refusedUrl, send } from './send.ts'
import { nextTry } from './webhook.ts'

const db = await testDatabase()
const { people, topic, mailbox } = await smallCouncil(db.owner)
const secret = 'a secret of the tests, long enough to sign with'
let at = instantOn(day('2026-06-01'), 10)
const enqueued: { delivery: string; startAfter: Date | undefined }[] = []
const jobs = {
  enqueue: async (_tx: unknown, _name: string, data: object, options: { startAfter?: Date } = {}) =>
    void enqueued.push({ delivery: (data as { delivery: string }).delivery, startAfter: options.startAfter }),
}
const delivering = { db, jobs, secret, now: () => at }
const web = await testWeb({ db, routes: webhookRoutes({ secret, jobs }), today: day('2026-06-01') })
const admin = await web.as(people.admin.person)

/** Another system, with what it got and what it answers. */
const got: { headers: IncomingHttpHeaders; body: string }[] = []
let answers = 200
const receiver = createServer((request, reply) => {
  let body = ''
  request.on('data', (text: Buffer) => (body += text.toString()))
  request.on('end', () => {
    got.push({ headers: request.headers, body })
    reply.writeHead(answers, answers === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end(`said ${answers}`)
  })
})
await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
after(() => receiver.close())
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?key=1`

const happened: Happened[] = []
const house = houseWith(async (_tx, what) => void happened.push(what))

async function raised(by: PersonKey, to: object = { topic: topic.potholes }): Promise<string> {
  const given = raiseShape.parse({ member: people[by].person, subject: 'Canary', text: 'A canary sings.', ...to })
  const done = await inTransaction(db, people[by].person, tx => raise(tx, house, people[by], given, { now: nowAt(at) }))
  assert.ok(done.ok)
  await tell()
  return done.value.enquiry.reference
}

async function tell() {
  for (const { enquiryId, eventIds } of happened.splice(0))
    for (const id of eventIds)
      await inTransaction(db, 'system', async tx => {
        const [event] = await tx<{ type: 'received' }[]>`select type from enquiries.event where id = ${id}`
        await tellWebhooks(tx, jobs, [{ id, type: event!.type, enquiryId, at }], 'https://onestop.example')
      })
}

/** Does the deliveries that wait, at the time when each is due. */
async function work() {
  for (const { delivery, startAfter } of enqueued.splice(0)) {
    if (startAfter && startAfter > at) at = startAfter
    await deliver(delivering, delivery)
  }
}

const wanted = {
  url,
  owner: 'onestop@tessbridge.example',
  description: 'Warehouse',
  events: ['enquiry.received', 'enquiry.taken'],
}

test('private addresses are refused however they are written, unless the council allows them', async () => {
  for (const address of [
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://localhost/',
    'https://db.internal/',
    'http://example.org/',
    'https://user:pass@example.org/',
    'file:///etc/passwd',
    'nonsense',
  ])
    assert.ok(refusedUrl(address, false), address)
  assert.equal(refusedUrl('https://hooks.example.org:8443/x', false), undefined)
  assert.equal(refusedUrl(url, true), undefined)
  for (const open of ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c']) assert.ok(!isPrivate(open), open)
  const named = await send({ url: 'https://localhost.localdomain.:1/', headers: {}, body: '', privateToo: false })
  assert.equal(named.status, null)
  const refused = await admin.post('/connections/webhooks/add', wanted)
  assert.equal(refused.status, 422)
  assert.match(refused.words, /begins with https/)
})

test('only an administrator sets webhooks up', async () => {
  const officer = await web.as(people.oneStop.person)
  assert.equal((await officer.get('/connections/webhooks')).status, 403)
  assert.equal((await officer.post('/connections/webhooks/add', wanted)).status, 403)
})

let first = ''
test('what happened is told once, signed, with ids and codes alone, and only what the owner sees', async () => {
  await inTransaction(db, 'system', tx => changeSetting(tx, 'connections.private-addresses', 'allow', null))
  const made = await admin.post('/connections/webhooks/add', wanted)
  assert.equal(made.status, 200)
  first = /whsec_[\w+/=]+/.exec(made.html)![0]
  const reference = await raised('member')
  await raised('member', { mailbox: mailbox.safeguarding })
  assert.equal(enqueued.length, 1, 'nothing of a restricted enquiry')
  await work()
  const { headers, body } = got.splice(0)[0]!
  const data = JSON.parse(body)
  assert.deepEqual([data.type, data.data.reference, data.data.status], ['enquiry.received', reference, 'new'])
  assert.doesNotMatch(body, /canary/i)
  assert.equal(headers['webhook-signature'], signature(first, headers, body))
  assert.ok(Math.abs(Number(headers['webhook-timestamp']) * 1000 - at.getTime()) < 1000)
})

const signature = (secret: string, headers: IncomingHttpHeaders, body: string): string => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
}

const idOf = async () => (await db.owner`select id from connections.webhook where removed_at is null`)[0]!.id as string

test('after a new secret both sign for a week, then the new one alone', async () => {
  const id = await idOf()
  const second = /whsec_[\w+/=]+/.exec((await admin.post(`/connections/webhooks/${id}/secret`)).html)![0]
  assert.notEqual(second, first)
  await raised('member')
  await work()
  const both = got.splice(0)[0]!
  const { headers, body } = both
  assert.equal(headers['webhook-signature'], `${signature(second, headers, body)} ${signature(first, headers, body)}`)
  at = instantOn(day('2026-06-09'), 10)
  await raised('member')
  await work()
  const later = got.splice(0)[0]!
  assert.equal(later.headers['webhook-signature'], signature(second, later.headers, later.body))
})

test('a failure is tried again later under the same id, logged, and sent again by hand', async () => {
  answers = 500
  await raised('member')
  await work()
  assert.ok(enqueued[0]!.startAfter!.getTime() > at.getTime())
  await work()
  const ids = got.splice(0).map(it => it.headers['webhook-id'])
  assert.deepEqual([ids.length, new Set(ids).size], [2, 1])
  const page = await admin.get(`/connections/webhooks/${await idOf()}`)
  assert.match(page.words, /Failing[^]*Waiting *Next try [^]*Answered 500 *2 attempts[^]* ms/)
  const one = /\/connections\/webhooks\/[^"]+\/deliveries\/[^"/]+(?=")/.exec(page.html)![0]
  assert.match((await admin.get(one)).words, /Next try[^]* 2 [^]*Answered 500 *said 500[^]* ms[^]* 1 [^]*Answered 500/)
  for (let more = 0; more < 10 && enqueued.length > 0; more++) await work()
  assert.match((await admin.get(`/connections/webhooks/${await idOf()}`)).words, /Did not arrive/)
  answers = 200
  got.length = 0
  const again = /\/connections\/webhooks\/[^"]+\/send/.exec(page.html)![0]
  await admin.post(again)
  await work()
  assert.deepEqual([got.splice(0).length, enqueued.length], [1, 0])
  assert.match((await admin.get(`/connections/webhooks/${await idOf()}`)).words, /On[^]*Arrived/)
})

test('redirects are not followed', async () => {
  answers = 302
  await raised('member')
  await work()
  assert.equal(got.splice(0).length, 1)
  enqueued.length = 0
  answers = 200
})

test('after days of failures, or a 410, it is switched off and says so', async () => {
  const id = await idOf()
  answers = 500
  await raised('member')
  await work()
  enqueued.length = 0
  at = new Date(at.getTime() + 6 * 86_400_000)
  await raised('member')
  await work()
  assert.match((await admin.get(`/connections/webhooks/${id}`)).words, /Off since[^]*Nothing arrived for 5 days/)
  const before = got.length
  await raised('member')
  assert.equal(enqueued.length, 0)
  assert.equal(got.length, before)
  await admin.post(`/connections/webhooks/${id}/resume`)
  answers = 410
  await raised('member')
  await work()
  assert.match((await admin.get(`/connections/webhooks/${id}`)).words, /gone \(410\)/)
  answers = 200
  await admin.post(`/connections/webhooks/${id}/resume`)
  enqueued.length = 0
})

const stateOf = async (delivery: string): Promise<string> =>
  (await db.owner`select state from connections.delivery where id = ${delivery}`)[0]!.state as string

test('a paused webhook is sent nothing, and all that happened when it goes on', async () => {
  const id = await idOf()
  got.length = 0
  for (const _twice of [1, 2]) await admin.post(`/connections/webhooks/${id}/pause`)
  const first = await raised('member')
  const second = await raised('member')
  await work()
  assert.deepEqual([got.length, enqueued.length], [0, 0])
  assert.match(
    (await admin.get(`/connections/webhooks/${id}`)).words,
    /Paused since[^]*Go on[^]*When the webhook goes on/,
  )
  await admin.post(`/connections/webhooks/${id}/resume`)
  await work()
  const told = got.splice(0).map(it => JSON.parse(it.body).data.reference)
  assert.deepEqual(told, [first, second])
  await admin.post(`/connections/webhooks/${id}/resume`)
  await work()
  assert.equal(got.length, 0, 'once')
})

test('a test event arrives signed, also at one that is paused or off, and its failure is only seen', async () => {
  const id = await idOf()
  const secrets = await db.owner`select failing_since from connections.webhook where id = ${id}`
  for (const state of ['paused_at', 'disabled_at'] as const) {
    await db.owner`update connections.webhook set ${db.owner(state)} = now() where id = ${id}`
    const to = (await admin.post(`/connections/webhooks/${id}/test`)).to
    await work()
    const { headers, body } = got.splice(0)[0]!
    assert.equal(JSON.parse(body).type, 'test')
    assert.match(String(headers['webhook-signature']), /^v1,/)
    assert.match((await admin.get(to)).words, /Arrived[^]*Answered 200[^]* ms/)
    await db.owner`update connections.webhook set ${db.owner(state)} = null where id = ${id}`
  }
  answers = 500
  const to = (await admin.post(`/connections/webhooks/${id}/test`)).to
  await work()
  assert.equal(enqueued.length, 0, 'it is not tried again')
  assert.match((await admin.get(to)).words, /Did not arrive[^]*Answered 500 *said 500/)
  assert.deepEqual(await db.owner`select failing_since from connections.webhook where id = ${id}`, secrets)
  answers = 200
  got.length = 0
})

test('what waits for its next try can be tried now, and the old job then does nothing more', async () => {
  const id = await idOf()
  answers = 500
  await raised('member')
  await work()
  const [{ delivery, startAfter } = { delivery: '', startAfter: undefined }] = enqueued.splice(0)
  assert.ok(startAfter! > at)
  await admin.post(`/connections/webhooks/${id}/deliveries/${delivery}/send`)
  at = startAfter!
  await deliver(delivering, delivery)
  const left = enqueued.splice(0)
  assert.equal(got.splice(0).length, 2)
  assert.equal(await stateOf(delivery), 'waiting')
  await deliver(delivering, delivery)
  assert.equal(got.length, 0, 'not before its next try')
  assert.deepEqual(
    enqueued.splice(0).map(it => it.startAfter),
    left.slice(-1).map(it => it.startAfter),
  )
  answers = 200
  await admin.post(`/connections/webhooks/${id}/deliveries/${delivery}/send`)
  await work()
  assert.deepEqual([got.splice(0).length, await stateOf(delivery)], [1, 'sent'])
})

test('a delivery of another webhook, or of none, is not there', async () => {
  const id = await idOf()
  const other = randomUUID()
  for (const path of [`${id}/deliveries/${other}`, `${other}/deliveries/${other}`])
    assert.equal((await admin.get(`/connections/webhooks/${path}`)).status, 404)
  for (const path of [`${id}/deliveries/${other}/send`, `${other}/test`, `${other}/pause`, `${other}/resume`])
    assert.equal((await admin.post(`/connections/webhooks/${path}`)).status, 404, path)
  assert.equal((await (await web.as(people.owner.person)).post(`/connections/webhooks/${id}/test`)).status, 403)
})

test('what was sent long ago is forgotten, what waits is not', async () => {
  const before = new Date(1000)
  const age = (state: string) =>
    db.owner`update connections.delivery set created_at = ${new Date(0)}, state = ${state}
      where id = (select id from connections.delivery where created_at > ${before} limit 1) returning id`
  const [[waiting], [sent]] = [await age('waiting'), await age('sent')]
  const sweep = () => inTransaction(db, 'system', tx => sweepDeliveries(tx, before))
  assert.deepEqual([await sweep(), await sweep()], [1, 0])
  const left = (await db.owner`select id from connections.delivery`).map(it => it.id)
  assert.deepEqual([left.includes(waiting!.id), left.includes(sent!.id)], [true, false])
})

test('what the owner may no longer see is not sent, and a leaver hears nothing', async () => {
  got.length = 0
  const reference = await raised('member')
  await db.owner`update enquiries.enquiry set restricted = true where reference = ${reference}`
  await work()
  await raised('member')
  await db.owner`update people.person set disabled_at = now() where id = ${people.oneStop.person}`
  await work()
  await raised('member')
  await work()
  assert.equal(got.length, 0)
})

test('pauses grow to about a day', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map(n => nextTry(n, at)!.getTime() - at.getTime())
  assert.deepEqual(
    waits,
    waits.toSorted((a, b) => a - b),
  )
  assert.ok(waits.reduce((sum, it) => sum + it) > 20 * 3_600_000)
  assert.equal(nextTry(8, at), undefined)
})
