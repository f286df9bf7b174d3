import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import type { Day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { tryHouse } from './browser-for-tests.ts'
import { addMember, addPersons, addWard, createSignInLink, identify, unknownPermissions } from './door.ts'
import { kinds } from './council-kinds.ts'
import { peopleRoutes } from './routes.ts'

const db = await testDatabase()
const house = await tryHouse(db)
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)

const [aoife = '', tomasz = '', , colin = '', kwame = ''] = await system(async tx => {
  const ids = await addPersons(tx, [
    { name: 'Aoife Ní Mhurchú', email: 'aoife@tessbridge.example', roles: ['member'], title: 'Chair of <Audit>' },
    { name: 'Tomasz Wiśniewski', email: 'tomasz@tessbridge.example', roles: ['assistant'] },
    { name: 'Jamie Fletcher', email: 'jamie@tessbridge.example', roles: ['admin'] },
    { name: 'Colin Pugh', email: 'colin@homes.example', roles: ['partner'] },
    { name: "Kwame O'Asante", email: 'kwame@tessbridge.example', roles: ['responder'] },
  ])
  await addMember(tx, {
    personId: ids[0]!,
    wardId: await addWard(tx, { name: 'Coldharbour' }),
    fromOn: '2023-05-08' as Day,
  })
  return ids
})

async function signedIn(person: string) {
  const browser = house.browser()
  const link = await system(tx => createSignInLink(tx, person, { now: house.now() }))
  assert.equal((await browser.post(link, {}, link)).status, 303)
  return browser
}

test('every route of the room asks for a permission that exists', () => {
  assert.deepEqual(unknownPermissions(peopleRoutes(undefined as never)), [])
})

test('pages of administration are shut to everybody else, and the directory to partners', async () => {
  const pages = [
    '/people/new',
    `/people/${kwame}/edit`,
    `/people/${kwame}/disable`,
    ...kinds.map(kind => `/people/${kind.path}`),
  ]
  for (const person of [aoife, tomasz, colin, kwame]) {
    const browser = await signedIn(person)
    for (const path of pages) assert.equal((await browser.get(path)).status, 403, path)
    assert.equal((await browser.get('/people')).status, person === colin ? 403 : 200)
    assert.equal((await browser.get('/people/me')).status, 200)
  }
  assert.match((await house.browser().get('/people/me')).to, /^\/sign-in\?wanted=%2Fpeople%2Fme/)
})

test('a member lets an assistant act for them and takes it back', async () => {
  const [member, assistant] = [await signedIn(aoife), await signedIn(tomasz)]
  assert.match((await member.get('/people/me')).text, /Nobody yet\. Somebody you add here/)
  assert.match((await assistant.get('/people/me')).text, /Whom you act for[^]*Nobody yet/)
  const done = await member.post('/people/me/delegations', { assistant: 'Tomasz@tessbridge.example' }, '/people/me')
  assert.equal(done.status, 303)
  assert.match((await assistant.get('/people/me')).text, /Aoife Ní Mhurchú, from 1 June 2026/)
  const again = await member.post('/people/me/delegations', { assistant: 'tomasz@tessbridge.example' }, '/people/me')
  assert.match(again.text, /Tomasz Wiśniewski acts for you then already/)
  const revoke = /\/people\/me\/delegations\/[^/]+\/revoke/.exec((await member.get('/people/me')).text)![0]
  await assistant.post(revoke, {}, '/people/me')
  assert.match((await member.get('/people/me')).text, /Take back now/, 'an assistant cannot take it back')
  await member.post(revoke, {}, '/people/me')
  assert.match((await assistant.get('/people/me')).text, /Whom you act for[^]*Nobody yet/)
  assert.deepEqual(
    house.recorded.slice(-2).map(it => it.act),
    ['people.delegated', 'people.delegation-revoked'],
  )
})

test('delegating to officers, oneself or for wrong days is refused with what was typed', async () => {
  const member = await signedIn(aoife)
  const say = async (fields: Record<string, string>) =>
    (await member.post('/people/me/delegations', fields, '/people/me')).text
  assert.match(
    await say({ assistant: 'kwame@tessbridge.example' }),
    /href="#assistant"[^]*value="kwame@tessbridge\.example"/,
  )
  assert.match(await say({ assistant: 'nobody@tessbridge.example' }), /href="#assistant"/)
  assert.match(await say({ assistant: 'aoife@tessbridge.example' }), /this one is yours/)
  const days = { 'untilOn-day': '31', 'untilOn-month': '2', 'untilOn-year': '2026' }
  const wrong = await say({ assistant: 'tomasz@tessbridge.example', ...days })
  assert.match(wrong, /href="#untilOn-day"[^]*value="31"/)
  assert.match(
    await say({ assistant: 'tomasz@tessbridge.example', ...days, 'untilOn-day': '28' }),
    /not before the first/,
  )
})

test('one device is signed out without the other, then everything at once', async () => {
  const [first, second] = [await signedIn(kwame), await signedIn(kwame)]
  const text = (await first.get('/people/me')).text
  const ends = [...text.matchAll(/\/people\/me\/sessions\/([0-9a-f-]+)\/end/g)].map(it => it[1]!)
  const mine = (await identify(db, { cookie: () => first.session, bearer: undefined, now: house.now() })).session
  const theirs = (await identify(db, { cookie: () => second.session, bearer: undefined, now: house.now() })).session
  assert.ok(ends.includes(mine!) && ends.includes(theirs!))
  await first.post(`/people/me/sessions/${theirs}/end`, {}, '/people/me')
  assert.deepEqual([(await first.get('/people/me')).status, (await second.get('/people/me')).status], [200, 303])
  const third = await signedIn(kwame)
  await third.post('/people/me/sessions/end', {}, '/people/me')
  assert.equal((await first.get('/people/me')).status, 303)
})

test('nobody ends another person’s session or revokes their token', async () => {
  const [one, other] = [await signedIn(kwame), await signedIn(tomasz)]
  const session = (await identify(db, { cookie: () => one.session, bearer: undefined, now: house.now() })).session
  await other.post(`/people/me/sessions/${session}/end`, {}, '/people/me')
  assert.equal((await one.get('/people/me')).status, 200)
  assert.equal((await other.post('/people/me/sessions/not-an-id/end', {}, '/people/me')).status, 404)
})

test('a token is shown once, works, and stops when revoked', async () => {
  const browser = await signedIn(kwame)
  const made = await browser.post('/people/me/tokens', { tokenName: 'My calendar' }, '/people/me')
  const bearer = /onestop_[\w-]{43}/.exec(made.text)![0]
  const via = async () => (await identify(db, { cookie: () => undefined, bearer, now: house.now() })).via
  assert.equal(await via(), 'token')
  const profile = (await browser.get('/people/me')).text
  assert.ok(profile.includes('My calendar') && !profile.includes(bearer))
  await browser.post(/\/people\/me\/tokens\/[^/]+\/revoke/.exec(profile)![0], {}, '/people/me')
  assert.equal(await via(), 'public')
  assert.match((await browser.post('/people/me/tokens', { tokenName: '' }, '/people/me')).text, /href="#tokenName"/)
})
