import assert from 'node:assert/strict'
import { test } from 'node:test'
import { record } from '#audit/door.ts'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { hashPassword } from './password/hash.ts'
import { peopleRoutes } from './routes.ts'
import { hashOf } from './secret.ts'
import { identify } from './viewer.ts'

const db = await testDatabase()
const { people } = await smallCouncil(db.owner)
const nothing = async (): Promise<never[]> => []
const web = await testWeb({
  db,
  today: day('2026-06-22'),
  routes: peopleRoutes({
    secret: 'a secret of the tests, long enough to sign with',
    send: async () => {},
    notify: async () => {},
    sendAddressProof: async () => {},
    record,
    consequences: nothing,
    disabled: async () => {},
  }),
})
const { person, email } = people.responder

const trail = () =>
  db.owner<{ act: string; actor: string | null; subjectId: string; by: string | null }[]>`
    select act, actor, subject_id, details ->> 'by' as by from audit.entry order by id`
// an owner who looks takes the policies that bind owners off first
await db.owner`alter table audit.entry no force row level security`
const last = async () => (await trail()).at(-1)!

test('signing in with a password, failing to, being turned away and signing out stand in the trail', async () => {
  const hash = await hashPassword('six brown kettles boil')
  await db.owner`alter table people.password no force row level security`
  await db.owner`insert into people.password (person_id, hash, set_at) values (${person}, ${hash}, now())`
  const tried = (typed: string, password = 'another password') =>
    web.nobody.post('/sign-in/password', { email: typed, password })
  await tried(email)
  const failed = await last()
  assert.deepEqual([failed.act, failed.actor, failed.subjectId], ['people.sign-in-failed', null, person])
  await tried('nobody@tessbridge.example')
  const unknown = await last()
  assert.match(unknown.subjectId, /^[0-9a-f]{16}$/, 'an address is not kept in words')
  for (let n = 0; n < 10; n++) await tried(email)
  assert.equal((await last()).act, 'people.sign-in-locked')
  const browser = await web.as(person)
  await browser.post('/sign-out')
  const out = await last()
  assert.deepEqual([out.act, out.actor], ['people.signed-out', person])
})

test('a link that is over is written down as tried', async () => {
  await web.nobody.post('/sign-in/a-link-nobody-was-sent')
  const { act, by } = await last()
  assert.deepEqual([act, by], ['people.sign-in-failed', 'link'])
})

test('a token stands in the trail once a day, by London days', async () => {
  const token = hashOf('a-token')
  await inTransaction(
    db,
    person,
    tx => tx`
    insert into people.api_token (person_id, name, token_hash, created_at) values (${person}, 'Reader', ${token}, now())`,
  )
  const use = (at: string) => identify(db, { cookie: () => undefined, bearer: 'a-token', now: new Date(at) })
  const uses = async () => (await trail()).filter(it => it.act === 'people.token-used').length
  assert.equal((await use('2026-06-22T09:00:00Z')).person, person)
  await use('2026-06-22T09:20:00Z')
  await use('2026-06-22T22:30:00Z')
  assert.equal(await uses(), 1)
  await use('2026-06-22T23:30:00Z')
  assert.equal(await uses(), 2, 'after midnight in London')
  assert.equal((await last()).actor, person)
  await identify(db, { cookie: () => undefined, bearer: 'no-token', now: new Date() })
  assert.equal(await uses(), 2)
})

test('taking the directory out as a file is written down', async () => {
  const browser = await web.as(people.responder.person)
  assert.equal((await browser.get('/people/export.csv')).status, 200)
  assert.equal((await last()).act, 'people.exported')
})
