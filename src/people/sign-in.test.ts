import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { inTransaction } from '#platform/db/database.ts'
import { tryHouse } from './browser-for-tests.ts'
import { addPerson, addPersons, createApiToken, createSignInLink, identify, personById, sweepLinks } from './door.ts'
import { disable } from './disable.ts'
import { mailFor } from './sign-in-link.ts'
import { sessionCookie } from './viewer.ts'

const db = await testDatabase()
const house = await tryHouse(db)
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)

const [aoife = '', kwame = ''] = await system(tx =>
  addPersons(tx, [
    {
      name: 'Aoife Ní Mhurchú',
      email: 'aoife@tessbridge.example',
      roles: ['member'],
      otherAddresses: ['aoife@homepost.example'],
    },
    { name: "Kwame O'Asante", email: 'kwame@tessbridge.example', roles: ['responder'] },
  ]),
)

async function linkFor(email: string, wanted = '/'): Promise<string> {
  await house.browser().post('/sign-in', { email, wanted }, '/sign-in')
  return new URL(house.mails.at(-1)!.link).pathname
}

/** Somebody's browser, signed in by a link of their own. */
async function signedIn(person: string) {
  const browser = house.browser()
  const link = await system(tx => createSignInLink(tx, person, { now: house.now() }))
  assert.equal((await browser.post(link, {}, link)).status, 303)
  return browser
}

test('a mailed link signs in with one press, and leads where the person was going', async () => {
  const path = await linkFor('AOIFE@tessbridge.example', '/people/me')
  const browser = house.browser()
  const shown = await browser.get(path)
  assert.match(shown.text, /Sign in as Aoife Ní Mhurchú/)
  assert.equal(browser.session, undefined, 'opening the link does nothing yet')
  const done = await browser.post(path, {}, path)
  assert.equal(done.to, '/people/me')
  assert.match((await browser.get('/people/me')).text, /Firefox on Windows/)
  assert.deepEqual(house.recorded.at(-1)?.act, 'people.signed-in')
})

test('the mail goes to the address on record, says for how long and holds the whole link', async () => {
  await linkFor('aoife@homepost.example')
  const mail = house.mails.at(-1)!
  assert.deepEqual(
    [mail.to, mail.name, mail.expiresInWords],
    ['aoife@tessbridge.example', 'Aoife Ní Mhurchú', '15 minutes'],
  )
  assert.ok(mail.link.startsWith('http://localhost:3000/sign-in/') && mail.text.includes(mail.link))
})

test('a link works once, even for two at the same moment', async () => {
  const path = await linkFor('kwame@tessbridge.example')
  const done = await Promise.all([1, 2].map(() => house.browser().post(path, {}, path)))
  assert.deepEqual(done.map(it => it.status).sort(), [303, 410])
  const third = await house.browser().get(path)
  assert.equal(third.status, 410)
  assert.match(third.text, /no longer works/)
})

test('a link runs out after 15 minutes', async () => {
  const path = await linkFor('kwame@tessbridge.example')
  const before = house.now()
  house.at(new Date(before.getTime() + 15 * 60_000))
  assert.equal((await house.browser().post(path, {}, path)).status, 410)
  house.at(before)
  assert.equal((await house.browser().post(path, {}, path)).status, 303)
})

test('known, unknown and disabled addresses get the same answer, and only the known one a mail', async () => {
  const gone = await system(tx =>
    addPerson(tx, { name: 'Iris Lang', email: 'iris@tessbridge.example', roles: ['responder'] }),
  )
  await system(tx => disable(tx, gone, house.now()))
  house.at(new Date(house.now().getTime() + 60 * 60_000))
  const before = house.mails.length
  const answers = []
  for (const email of ['aoife@tessbridge.example', 'nobody@tessbridge.example', 'iris@tessbridge.example']) {
    const seen = await house.browser().post('/sign-in', { email }, '/sign-in')
    answers.push([seen.status, seen.to, seen.text])
  }
  assert.deepEqual(answers[0], answers[1])
  assert.deepEqual(answers[0], answers[2])
  assert.equal(house.mails.length, before + 1)
})

test('what is no address comes back with what was typed, the error linked to the field', async () => {
  const seen = await house
    .browser()
    .post('/sign-in', { email: 'aoife at <tessbridge>', wanted: '/people/me' }, '/sign-in')
  assert.equal(seen.status, 422)
  assert.match(seen.text, /href="#email"/)
  assert.match(seen.text, /value="aoife at &lt;tessbridge&gt;"/)
  assert.match(seen.text, /name="wanted" value="\/people\/me"/)
})

test('nobody’s inbox is flooded: after five links in a quarter of an hour none is sent', async () => {
  const flooded = { name: 'Flo Odder', email: 'flo@tessbridge.example', roles: ['responder' as const] }
  await system(tx => addPerson(tx, flooded))
  const ask = () => system(tx => mailFor(tx, flooded.email, 'http://x.example', { now: house.now() }))
  const sent = [await ask(), await ask(), await ask(), await ask(), await ask(), await ask()]
  assert.deepEqual(
    sent.map(mail => mail !== undefined),
    [true, true, true, true, true, false],
  )
})

test('a link leads to our own pages only', async () => {
  for (const wanted of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/ok\n/x',
  ]) {
    const path = await system(tx => createSignInLink(tx, aoife, { now: house.now(), wanted }))
    assert.equal((await house.browser().post(path, {}, path)).to, '/', wanted)
  }
})

test('a disabled person is nobody with the next request, by session and by token', async () => {
  const person = await system(tx =>
    addPerson(tx, { name: 'Leo Ver', email: 'leo@tessbridge.example', roles: ['responder'] }),
  )
  const browser = await signedIn(person)
  const bearer = await system(tx => createApiToken(tx, person, 'calendar', house.now()))
  const ask = (credentials: { bearer?: string }) =>
    identify(db, {
      cookie: name => (name === sessionCookie ? browser.session : undefined),
      bearer: undefined,
      now: house.now(),
      ...credentials,
    })
  assert.deepEqual([(await ask({})).via, (await ask({ bearer })).via], ['session', 'token'])
  // straight in the row, with sessions and tokens still open: disabling alone has to be enough
  await db.owner`update people.person set disabled_at = now() where id = ${person}`
  assert.deepEqual([(await ask({})).via, (await ask({ bearer })).via], ['public', 'public'])
  await db.owner`update people.person set disabled_at = null where id = ${person}`
  await system(tx => disable(tx, person, house.now()))
  await db.owner`update people.person set disabled_at = null where id = ${person}`
  assert.deepEqual(
    [(await ask({})).via, (await ask({ bearer })).via],
    ['public', 'public'],
    'what was ended stays ended',
  )
})

test('a session ends after 12 hours without use, or 30 days with it; use is noted', async () => {
  const browser = await signedIn(kwame)
  const begin = house.now().getTime()
  const viaAfter = async (hours: number) =>
    (await identify(db, { cookie: () => browser.session, bearer: undefined, now: new Date(begin + hours * 3_600_000) }))
      .via
  assert.equal(await viaAfter(11.9), 'session')
  assert.equal(await viaAfter(23.8), 'session', 'the use at 11.9 hours was noted')
  assert.equal(await viaAfter(36), 'public')
  await db.owner`update people.session set last_seen_at = ends_at where person_id = ${kwame}`
  assert.equal(await viaAfter(31 * 24), 'public')
})

test('signing in again ends the session the browser had', async () => {
  const browser = await signedIn(kwame)
  const before = browser.session
  const link = await system(tx => createSignInLink(tx, kwame, { now: house.now() }))
  await browser.post(link, {}, link)
  assert.notEqual(browser.session, before)
  assert.equal((await identify(db, { cookie: () => before, bearer: undefined, now: house.now() })).via, 'public')
})

test('signing out ends the session and not only the cookie', async () => {
  const browser = await signedIn(kwame)
  const held = browser.session
  await browser.post('/sign-out', {}, '/people/me')
  assert.equal(browser.session, undefined)
  assert.equal((await identify(db, { cookie: () => held, bearer: undefined, now: house.now() })).via, 'public')
})

test('a wrong bearer token is nobody, whatever the cookie says', async () => {
  const browser = await signedIn(kwame)
  const viewer = await identify(db, { cookie: () => browser.session, bearer: 'onestop_wrong', now: house.now() })
  assert.deepEqual([viewer.via, viewer.person], ['public', null])
})

test('secrets are not in the database, only their hashes', async () => {
  const link = await system(tx => createSignInLink(tx, aoife, { now: house.now() }))
  const secret = link.split('/').at(-1)!
  const rows =
    await db.owner`select l::text as row from people.sign_in_link l union all select s::text from people.session s`
  assert.equal(rows.filter(row => String(row.row).includes(secret)).length, 0)
})

test('old links are swept, fresh ones stay', async () => {
  const path = await system(tx => createSignInLink(tx, aoife, { now: house.now(), minutes: 15 }))
  await system(tx => createSignInLink(tx, aoife, { now: new Date('2020-01-01T09:00:00Z') }))
  assert.equal(await system(tx => sweepLinks(tx, house.now())), 1)
  assert.equal((await house.browser().get(path)).status, 200)
  assert.equal((await system(tx => personById(tx, aoife)))?.disabled, false)
})
