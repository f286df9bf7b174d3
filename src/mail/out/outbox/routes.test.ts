import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { referenceOf } from '#kernel/reference.ts'
import { inTransaction } from '#platform/db/database.ts'
import { openHouse } from '#platform/http/server.ts'
import { nobody, type Viewer } from '#platform/http/viewer.ts'
import { html } from '#platform/views/html.ts'
import { testDatabase } from '#test/database.ts'
import { sampleLetters } from '../compose/sample-letters.ts'
import { post } from '../queue.ts'
import { outboxRoutes } from './routes.ts'

const db = await testDatabase()
const stamp = { secret: 'the secret of these tests, long enough', domain: 'tessbridge.example' }
const admin: Viewer = { ...nobody, person: randomUUID(), via: 'session', permissions: new Set(['mail.outbox']) }
const house = await openHouse({
  routes: outboxRoutes({ demonstration: true }),
  db,
  secret: 'x'.repeat(32),
  publicUrl: 'http://localhost',
  identify: async ({ cookie }) => (cookie('who') === 'admin' ? admin : nobody),
  layout: page =>
    html`<h1>${page.title}</h1>
      ${page.body}`.text,
  signIn: () => '/sign-in',
  errorPage: kind => ({ title: kind, body: html`` }),
  log: pino({ level: 'silent' }),
})
after(() => house.close())

const get = (url: string, cookies: Record<string, string> = { who: 'admin' }) => house.inject({ url, cookies })

async function written(name: string, address: string, minute: number, restricted = false): Promise<string> {
  const letter = sampleLetters()[name]
  assert.ok(letter)
  const at = new Date(Date.UTC(2026, 5, 3, 9, minute))
  const posted = await inTransaction(db, 'system', tx =>
    post(
      tx,
      stamp,
      {
        ...letter,
        kind: 'answer',
        to: { person: null, name: "Shay O'Brien", address },
        from: { name: 'Streets', address: 'streets@tessbridge.example' },
        event: randomUUID(),
        about: { enquiry: randomUUID(), reference: referenceOf(2026, minute), restricted },
        automatic: false,
      },
      at,
    ),
  )
  assert.ok(posted)
  return posted.id
}

test('the outbox lists the newest first, pages by key, and finds by recipient and reference', async () => {
  for (let minute = 1; minute <= 27; minute++) await written('receipt', `member${minute}@member.example`, minute)
  const first = (await get('/outbox')).body
  const addresses = (body: string) => [...body.matchAll(/member(\d+)@/g)].map(it => Number(it[1]))
  assert.deepEqual(
    addresses(first),
    Array.from({ length: 25 }, (_, n) => 27 - n),
  )
  const older = /href="(\/outbox\?after=[^"]+)"/.exec(first)?.[1]
  assert.deepEqual(addresses((await get(older ?? '')).body), [2, 1])
  assert.deepEqual(addresses((await get('/outbox?q=MEMBER13%40')).body), [13])
  assert.deepEqual(addresses((await get('/outbox?q=me-2026-000005')).body), [5])
  assert.deepEqual(addresses((await get('/outbox?q=%25')).body), [])
  assert.match((await get("/outbox?q=<script>o'brien")).body, /&lt;script&gt;o&#39;brien/)
})

test('a mail is read as drawn, as text and with its headers', async () => {
  const id = await written('sign-in', 'reads@member.example', 40)
  const { body } = await get(`/outbox/${id}`)
  assert.match(body, /href="https:\/\/onestop\.tessbridge\.example\/sign-in\/link\/\w+"/)
  assert.match(body, /Shay O&#39;Brien &lt;reads@member\.example&gt;/)
  assert.match(body, /Message-ID: &lt;m-/)
  assert.match(body, /<iframe[^>]+sandbox="allow-popups allow-popups-to-escape-sandbox"/)
  const drawn = await get(`/outbox/${id}/drawn`)
  assert.match(drawn.body, /<base target="_blank">/)
  const policy = String(drawn.headers['content-security-policy'])
  assert.match(policy, /default-src 'none'.*sandbox allow-popups/)
  assert.doesNotMatch(policy, /allow-scripts|allow-same-origin|script-src/)
})

test('what was written about a restricted enquiry is not in the list, not findable and not readable', async () => {
  const id = await written('answer', 'canary@member.example', 50, true)
  for (const url of ['/outbox', '/outbox?q=canary%40member.example', '/outbox?q=ME-2026-000050']) {
    assert.doesNotMatch((await get(url)).body, new RegExp(`${id}|<bdi>.*canary`), url)
  }
  for (const url of [`/outbox/${id}`, `/outbox/${id}/drawn`]) assert.equal((await get(url)).statusCode, 404)
})

test('without the permission there is no outbox, and with a mail server not even for the administrator', async () => {
  assert.equal((await get('/outbox', {})).statusCode, 303)
  for (const url of ['/outbox/nonsense', `/outbox/${randomUUID()}`, '/outbox/nonsense/drawn']) {
    assert.equal((await get(url)).statusCode, 404)
  }
  assert.equal((await get('/outbox?after=nonsense')).statusCode, 200)
  assert.deepEqual(outboxRoutes({ demonstration: false }), [])
})
