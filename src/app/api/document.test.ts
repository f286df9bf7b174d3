import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientOf, client, nameAsInExamples, type ApiSeen, type Client } from '#test/api.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { testFiles, testWeb } from '#test/web.ts'
import { day, instantOn, nowAt, type Day } from '#kernel/day.ts'
import { acts, houseWith, runBulk } from '#enquiries/door.ts'
import { exampleDelivery, exampleWebhook } from '#connections/webhooks/api-examples.ts'
import { exampleBulk } from '#enquiries/api/bulk-examples.ts'
import { exampleIds } from '#enquiries/api/examples/ground.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { insertDelivered } from '#mail/in/intake-store.sql.ts'
import { markUnreachable } from '#mail/out/unreachable.sql.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { drawMonth } from '#quality/door.ts'
import { spanNamed } from '#reports/door.ts'
import { freezeSpan } from '#review/door.ts'
import { exampleSha256 } from './intake.ts'
import { openApi, templateOf } from './open-api.ts'
import { apiEndpoints, apiRoutes } from './routes.ts'

const db = await testDatabase()
const council = await smallCouncil(db.owner)
await nameAsInExamples(db.owner, council)
const needs = {
  house: houseWith(async () => {}),
  files: await testFiles(),
  secret: 'a secret of the tests, long enough',
  jobs: { enqueue: async () => {} },
}
const endpoints = apiEndpoints(needs)
const { server, turnTo, nobody } = await testWeb({ db, routes: apiRoutes(needs), today: day('2026-06-01') })

const accounts: Readonly<Record<string, PersonKey>> = {
  'demo.member': 'member',
  'demo.responder': 'responder',
  'demo.owner': 'owner',
  'demo.one-stop': 'oneStop',
  'demo.admin': 'admin',
  'demo.auditor': 'auditor',
  'demo.partner': 'partner',
  'demo.director': 'director',
}
const clients: Record<string, Client> = {}
for (const [name, key] of Object.entries(accounts))
  clients[name] = await clientOf(server, db, council.people[key].person)

/** The message of the examples, out of office and filed as such. */
const bytes = Buffer.from('From: aoife@tessbridge.example\r\nSubject: I am away until Monday\r\n\r\nBack soon.\r\n')
await inTransaction(db, 'system', tx =>
  insertDelivered(tx, {
    sha256: exampleSha256,
    bytes,
    mailFrom: 'aoife@tessbridge.example',
    recipients: ['onestop@tessbridge.example'],
    fromIp: '192.0.2.7',
    helo: 'mail.tessbridge.example',
    receivedAt: new Date('2026-06-01T09:00:00Z'),
  }),
)
await db.owner`
  update mail.intake set state = 'automatic', reason = 'out-of-office', decided_at = now(), subject = 'I am away until Monday',
    from_address = 'aoife@tessbridge.example', sender_check = '{"result": "pass", "because": "SPF and DKIM agree"}'`

const example = (id: string) => endpoints.find(it => it.id === id)!.example

/** What must have happened before an example can: other examples, and days. */
const roads: Readonly<Record<string, readonly (string | Day)[]>> = {
  askContribution: ['take'],
  contribute: ['take', 'askContribution'],
  chaseContribution: ['take', 'askContribution'],
  withdrawContribution: ['take', 'askContribution'],
  readContributions: ['take', 'askContribution'],
  readHandOver: ['take', 'handOver'],
  listHandOvers: ['take', 'handOver'],
  readOthers: ['link'],
  submit: ['take'],
  return: ['take', 'submit'],
  sendReviewed: ['take', 'submit'],
  handOver: ['take'],
  partnerAnswer: ['take', 'handOver'],
  partnerDecline: ['take', 'handOver'],
  takeOver: ['take', 'handOver'],
  takeBack: ['take', 'handOver'],
  accept: ['allocate'],
  decline: ['allocate'],
  extend: ['take'],
  reassign: ['take'],
  release: ['take'],
  ask: ['take'],
  update: ['take'],
  answer: ['take'],
  agree: ['take', 'answer'],
  disagree: ['take', 'answer'],
  reopen: ['take', 'answer', 'agree'],
  followUp: ['take', 'answer', 'agree', day('2026-07-15')],
  note: ['take'],
  file: ['take'],
  lookAt: ['take', 'answer', 'reply'],
  chase: ['take', day('2026-06-17')],
  unjoin: ['join'],
  unlink: ['link'],
  leadSet: ['addToSet'],
  leaveSet: ['addToSet'],
  keepPromise: ['take', 'answer'],
  breakPromise: ['take', 'answer'],
  rateAnswer: ['take', 'answer'],
  scoreAnswer: ['take', 'answer', day('2026-07-01')],
}

type Stage = {
  readonly reference: string
  readonly other: string
  promise: string
  contribution: string
  readonly attachment: string
  readonly webhook: string
  readonly delivery: string
  bulk: string
}

/** Puts what the examples only stand for into a request. */
const played = (
  text: string,
  { reference, other, promise, contribution, attachment, webhook, delivery, bulk }: Stage,
): string =>
  text
    .replaceAll(exampleIds.reference, reference)
    .replaceAll(exampleIds.otherReference, other)
    .replaceAll(exampleIds.promise, promise)
    .replaceAll(exampleIds.contribution, contribution)
    .replaceAll(exampleWebhook, webhook)
    .replaceAll(exampleDelivery, delivery)
    .replaceAll(exampleBulk, bulk)
    .replaceAll(exampleIds.attachment, attachment)

async function send({ method, example }: Endpoint, stage: Stage): Promise<ApiSeen> {
  const who = example.as ? clients[example.as]! : client(server)
  const path = played(example.path, stage)
  if (method === 'GET') return who.get(path)
  const headers: Record<string, string> = example.key ? { 'idempotency-key': `${example.key}-${stage.reference}` } : {}
  return who.post(path, example.body && JSON.parse(played(JSON.stringify(example.body), stage)), {
    ...headers,
    ...(example.body && { 'content-type': 'application/json' }),
  })
}

/** A set is of several members; everything else about two enquiries is of one. */
const whose = (id: string): string => council.people[id.endsWith('Set') ? 'otherMember' : 'member'].email

async function stageFor(id: string): Promise<Stage> {
  turnTo(day('2026-06-01'))
  const raise = example('raiseEnquiry')
  const member = clients['demo.member']!
  const { reference } = (await member.post(raise.path, raise.body)).body
  const other = (
    await clients['demo.one-stop']!.post(raise.path, { ...(raise.body as object), channel: 'phone', member: whose(id) })
  ).body.reference
  const { messages } = (await member.get(`${raise.path}/${reference}/messages`)).body
  const hook = example('makeWebhook')
  const { id: webhook } = (await clients['demo.admin']!.post(hook.path, hook.body)).body
  const { delivery } = (await clients['demo.admin']!.post(`${hook.path}/${webhook}/test`)).body
  const [{ id: attachment }] = messages[0].attachments
  const { promise, contribution } = exampleIds
  const stage = { reference, other, promise, contribution, attachment, webhook, delivery, bulk: exampleBulk }
  if (id.endsWith('Bulk') || id.endsWith('BulkItems')) stage.bulk = await bulkFor(id, stage)
  for (const step of roads[id] ?? []) {
    if (/^\d/.test(step)) turnTo(step as Day)
    else {
      const done = await send(
        endpoints.find(it => it.id === step)!,
        stage,
      )
      assert.equal(done.status, 200, `${step} on the way to ${id}: ${JSON.stringify(done.body)}`)
      stage.promise = done.body.promises[0]?.id ?? stage.promise
      stage.contribution = done.body.contributions[0]?.id ?? stage.contribution
    }
  }
  // an address that mail came back from
  if (id === 'mendFailingAddress')
    await inTransaction(db, 'system', tx =>
      markUnreachable(tx, 'aoife@old-mail.example', '550 5.1.1 No such person', instantOn(day('2026-06-01'), 9)),
    )
  // what is scored was drawn when its month was over: every answer of it, for this one to be among them
  if (id === 'scoreAnswer')
    await inTransaction(db, 'system', async tx => {
      await changeSetting(tx, 'quality.sample-percent', 100, null)
      await drawMonth(tx, day('2026-06-01'), nowAt(instantOn(day('2026-07-01'), 5)))
    })
  // the month before was frozen this morning
  if (id === 'readPack')
    await inTransaction(db, 'system', tx =>
      freezeSpan(tx, spanNamed('2026-05', 4)!, nowAt(instantOn(day('2026-06-01'), 6))),
    )
  return stage
}

/** A bulk as the example finds it: looked at, or done by the worker. */
async function bulkFor(id: string, stage: Stage): Promise<string> {
  if (id === 'planBulk') return exampleBulk
  const it = (name: string) => endpoints.find(one => one.id === name)!
  const planned = await send(it('planBulk'), stage)
  if (id === 'confirmBulk') return planned.body.id
  const at = { ...stage, bulk: planned.body.id }
  await send(it('confirmBulk'), at)
  await runBulk(db, needs.house, at.bulk, () => nowAt(instantOn(day('2026-06-01'), 11)))
  return at.bulk
}

for (const endpoint of endpoints) {
  test(`the example “${endpoint.title}” (${endpoint.id}) does what the document says`, async () => {
    const answer = await send(endpoint, await stageFor(endpoint.id))
    const said = endpoint.answers.find(it => it.status === endpoint.example.status)
    assert.equal(answer.status, endpoint.example.status, JSON.stringify(answer.body))
    assert.ok(said, 'its status is one of those that are documented')
    if (!said.shape) return
    said.shape.parse(answer.body)
    said.shape.parse(endpoint.example.answer)
  })
}

test('an example of an act tells what the act really makes of an enquiry', async () => {
  const told = ['status', 'version', 'round', 'limitWorkingDays', 'mailbox', 'outcome', 'chases'] as const
  // what leaves its doer's sight by the act is told without content
  for (const endpoint of endpoints.filter(it => it.group === 'Acts' && it.example.status !== 204)) {
    const { body } = await send(endpoint, await stageFor(endpoint.id))
    const example = endpoint.example.answer as Record<string, unknown>
    for (const name of told)
      if (!(endpoint.id === 'reply' && ['version', 'status'].includes(name)))
        assert.deepEqual(body[name], example[name], `${endpoint.id}: ${name}`)
  }
})

test('every act that people do has an address, and nothing else does', () => {
  const addresses = endpoints.filter(it => it.group === 'Acts').map(it => it.path.split('/').at(-1))
  assert.deepEqual(
    addresses,
    acts.filter(act => act.may !== 'system').map(act => act.name),
  )
})

test('the document is whole: every address, unique names, every reference and parameter resolved', async () => {
  const document = (await client(server).get('/api/v1/openapi.json')).body
  assert.equal(document.openapi, '3.1.0')
  const operations = Object.entries<Record<string, any>>(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map(it => ({ ...it, path })),
  )
  assert.equal(operations.length, endpoints.length)
  assert.equal(new Set(operations.map(it => it.operationId)).size, endpoints.length)
  for (const { path, parameters = [], responses } of operations) {
    const inPath = parameters.filter((it: any) => it.in === 'path').map((it: any) => `{${it.name}}`)
    assert.deepEqual(path.match(/\{\w+\}/g) ?? [], inPath, path)
    assert.ok(Object.keys(responses).some(status => status.startsWith('2')))
  }
  const text = JSON.stringify(document)
  assert.ok(document.components.schemas.Problem && !text.includes('undefined'))
  for (const [, ref] of text.matchAll(/"\$ref":"(#[^"]+)"/g)) assert.equal(ref, '#/components/schemas/Problem')
  assert.doesNotMatch(text, /"~standard"/)
})

test('the page shows every address with its example, and is light', async () => {
  const page = await nobody.get('/api')
  assert.equal(page.status, 200)
  for (const it of endpoints) {
    assert.ok(page.html.includes(`id="${it.id}"`), it.id)
    assert.ok(page.html.includes(templateOf(it.path)), it.path)
  }
  assert.ok(page.html.includes('curl -X POST'))
  const each = page.bytes.length / endpoints.length
  assert.ok(each < 5_000, `${Math.round(each)} bytes for each of ${endpoints.length} addresses`)
})

test('a description of what a request takes says what is needed', () => {
  const document = openApi(endpoints, 'Tessbridge', 'https://onestop.tessbridge.example')
  const raise = (document.paths as any)['/api/v1/enquiries'].post
  const { schema } = raise.requestBody.content['application/json']
  assert.deepEqual(schema.required, ['member', 'subject', 'text'])
  assert.equal(schema.additionalProperties, false)
  const bare = Object.entries<any>(schema.properties).filter(([, it]) => !it.description)
  assert.deepEqual(
    bare.map(([name]) => name),
    [],
    'every field is described',
  )
})
