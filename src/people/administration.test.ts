import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import type { Day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { tryHouse } from './browser-for-tests.ts'
import { addMember, addPersons, addWard, createSignInLink, personByAddress, services } from './door.ts'
import { kinds } from './council-kinds.ts'
import { readMember } from './member.sql.ts'
import { readAddresses } from './person.sql.ts'

const db = await testDatabase()
const house = await tryHouse(db)
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)

const [, tomasz = '', admin = '', , kwame = ''] = await system(async tx => {
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

const newPerson = {
  name: "Siobhán O'Brien 🌊",
  email: 'siobhan@tessbridge.example',
  otherAddresses: "s.o'brien@brightpost.example",
  roles: ['member', 'responder'],
}
const seat = async () => ({
  wardId: (await db.owner`select id from people.ward`)[0]!.id as string,
  'fromOn-day': '8',
  'fromOn-month': '5',
  'fromOn-year': '2026',
})

test('an administrator adds a member, with every name as it was typed', async () => {
  const browser = await signedIn(admin)
  const done = await browser.post('/people/new', { ...newPerson, ...(await seat()) }, '/people/new')
  assert.equal(done.status, 303)
  const shown = (await browser.get(done.to)).text
  assert.match(shown, /Siobhán O&#39;Brien 🌊[^]*Coldharbour[^]*since 8 May 2026/)
  const person = await system(tx => personByAddress(tx, "S.O'Brien@brightpost.example"))
  assert.deepEqual([person?.name, person?.roles], [newPerson.name, ['member', 'responder']])
  assert.equal(house.recorded.at(-1)?.act, 'people.added')
})

test('a refused form names every mistake and keeps what was typed and ticked', async () => {
  const browser = await signedIn(admin)
  const typed = {
    name: '',
    email: 'x at y',
    title: 'Inspector "B"',
    otherAddresses: 'no address',
    roles: ['member', 'partner', 'invented'],
  }
  const seen = await browser.post('/people/new', typed, '/people/new')
  assert.equal(seen.status, 422)
  for (const field of ['name', 'email', 'otherAddresses', 'wardId', 'fromOn-day', 'organisationId'])
    assert.match(seen.text, new RegExp(`href="#${field}"`))
  for (const field of ['name', 'email', 'otherAddresses', 'wardId', 'fromOn-day', 'organisationId'])
    assert.match(seen.text, new RegExp(`id="${field}"`))
  assert.match(seen.text, /value="Inspector &quot;B&quot;"/)
  assert.match(seen.text, /value="partner" checked/)
})

test('an address that belongs to somebody is refused, whichever of theirs it is', async () => {
  const browser = await signedIn(admin)
  const add = (fields: Record<string, string>) =>
    browser.post('/people/new', { name: 'Another', roles: 'responder', ...fields }, '/people/new')
  assert.match((await add({ email: 'AOIFE@tessbridge.example' })).text, /href="#email"/)
  assert.match((await add({ email: "s.o'brien@brightpost.example" })).text, /href="#email"/)
  assert.match(
    (await add({ email: 'free@tessbridge.example', otherAddresses: 'kwame@tessbridge.example' })).text,
    /href="#otherAddresses"/,
  )
})

test('changing somebody starts from what is known and takes away what is taken out', async () => {
  const browser = await signedIn(admin)
  const person = (await system(tx => personByAddress(tx, newPerson.email)))!
  const shown = (await browser.get(`/people/${person.id}/edit`)).text
  assert.match(shown, /id="fromOn-day"[^>]*value="8"/)
  assert.match(shown, /s\.o&#39;brien@brightpost\.example/)
  await system(tx => createSignInLink(tx, person.id, { now: house.now() }))
  const done = await browser.post(
    `/people/${person.id}/edit`,
    { name: 'Siobhán Ó Briain', email: 'briain@tessbridge.example', roles: 'responder' },
    `/people/${person.id}/edit`,
  )
  assert.equal(done.status, 303)
  const after = (await system(tx => personByAddress(tx, 'briain@tessbridge.example')))!
  assert.deepEqual([after.id, after.name, after.roles], [person.id, 'Siobhán Ó Briain', ['responder']])
  assert.deepEqual(await system(tx => readAddresses(tx, person.id)), [])
  assert.equal((await system(tx => readMember(tx, person.id)))?.ward, 'Coldharbour', 'a former member stays on record')
  const open = await db.owner`select 1 from people.sign_in_link where person_id = ${person.id} and used_at is null`
  assert.equal(open.length, 0, 'links mailed to the old address no longer work')
})

test('disabling asks first, says what follows, and shuts out at once; nobody does it to themselves', async () => {
  const [browser, theirs] = [await signedIn(admin), await signedIn(kwame)]
  const asked = (await browser.get(`/people/${kwame}/disable`)).text
  assert.match(asked, /signed out of 1 device at once|signed out of \d+ devices at once/)
  assert.match(asked, /Their 3 open enquiries go back/)
  assert.equal((await theirs.get('/people/me')).status, 200, 'asking does nothing yet')
  await browser.post(`/people/${kwame}/disable`, {}, `/people/${kwame}/disable`)
  assert.equal((await theirs.get('/people/me')).status, 303)
  assert.equal(house.recorded.at(-1)?.act, 'people.disabled')
  assert.match((await browser.get(`/people/${kwame}`)).text, /Can no longer sign in/)
  assert.equal((await browser.post(`/people/${admin}/disable`, {}, '/people/new')).status, 404)
  await browser.post(`/people/${kwame}/enable`, {}, `/people/${kwame}/enable`)
  assert.equal((await theirs.get('/people/me')).status, 303, 'the session from before stays ended')
  assert.equal((await (await signedIn(kwame)).get('/people/me')).status, 200)
})

test('an administrator does not take the role from themselves', async () => {
  const browser = await signedIn(admin)
  const seen = await browser.post(
    `/people/${admin}/edit`,
    { name: 'Jamie Fletcher', email: 'jamie@tessbridge.example', roles: 'responder' },
    `/people/${admin}/edit`,
  )
  assert.match(seen.text, /Ask another administrator/)
  assert.equal((await browser.get('/people/new')).status, 200)
})

test('the directory finds by part of a name without accents, by ward and by role, and says when nobody fits', async () => {
  const browser = await signedIn(tomasz)
  const found = async (query: string) =>
    [...(await browser.get(`/people?${query}`)).text.matchAll(/href="\/people\/[0-9a-f-]{36}">([^<]+)</g)].map(
      it => it[1],
    )
  assert.deepEqual(await found('q=ni+mhur'), ['Aoife Ní Mhurchú'])
  assert.deepEqual(await found('q=coldh&role=member'), ['Aoife Ní Mhurchú'])
  assert.deepEqual(await found('role=admin'), ['Jamie Fletcher'])
  assert.deepEqual(await found('q=100%25'), [])
  assert.match((await browser.get('/people?q=zzz')).text, /Nobody fits/)
  assert.deepEqual(await found('disabled=yes'), [])
  assert.match((await browser.get('/people?q=audit')).text, /Chair of &lt;Audit&gt;/)
  assert.doesNotMatch((await browser.get('/people')).text, /\/people\/new/)
  for (const odd of ['page=-1', 'page=1e9', 'page=x', 'role=__proto__'])
    assert.equal((await browser.get(`/people?${odd}`)).status, 200)
  for (const path of ['/people/nobody', '/people/00000000-0000-7000-8000-000000000000'])
    assert.equal((await browser.get(path)).status, 404)
})

test('each part of the council is listed, added, renamed and kept apart from its like', async () => {
  const browser = await signedIn(admin)
  for (const kind of kinds.filter(it => !it.inDirectorate)) {
    const path = `/people/${kind.path}`
    assert.equal((await browser.post(`${path}/new`, { name: `St Oswin's ${kind.one}` }, `${path}/new`)).status, 303)
    assert.match(
      (await browser.post(`${path}/new`, { name: `ST OSWIN'S ${kind.one}` }, `${path}/new`)).text,
      /is there already/,
    )
    const id = (await system(tx => kind.read(tx))).find(part => part.name.startsWith('St Oswin'))!.id
    assert.equal((await browser.post(`${path}/${id}`, { name: `Oswin ${kind.one}` }, `${path}/${id}`)).status, 303)
    assert.match((await browser.get(path)).text, new RegExp(`Oswin ${kind.one}`))
    assert.equal(
      (await browser.post(`${path}/new`, { name: `St Oswin's ${kind.one}` }, `${path}/new`)).status,
      303,
      'the old name is free again',
    )
    assert.match((await browser.post(`${path}/new`, { name: '' }, `${path}/new`)).text, /href="#name"/)
  }
})

test('a service has a directorate and a head, who gets the role', async () => {
  const browser = await signedIn(admin)
  const [directorate] = await db.owner<{ id: string }[]>`select id from people.directorate limit 1`
  const missing = await browser.post(
    '/people/services/new',
    { name: 'Highways', headId: kwame },
    '/people/services/new',
  )
  assert.match(missing.text, /href="#directorateId"/)
  assert.match(missing.text, new RegExp(`value="${kwame}" selected`))
  await browser.post(
    '/people/services/new',
    { name: 'Highways', headId: kwame, directorateId: directorate!.id },
    '/people/services/new',
  )
  assert.deepEqual(
    (await system(tx => services(tx))).map(it => [it.key, it.head]),
    [['highways', "Kwame O'Asante"]],
  )
  assert.ok((await system(tx => personByAddress(tx, 'kwame@tessbridge.example')))?.roles.includes('head'))
})

test('the directory finds by words in any order and saves what it found, formulas made harmless', async () => {
  const browser = await signedIn(admin)
  await system(tx =>
    addPersons(tx, [{ name: '=cmd|calc Evil', email: 'evil@tessbridge.example', title: 'Inspector of, "things"' }]),
  )
  assert.match((await browser.get('/people?q=inspector+evil')).text, /1 person/)
  assert.match((await browser.get('/people?q=inspector+nobody')).text, /Nobody fits/)
  const csv = await browser.get('/people/export.csv?q=inspector+evil')
  assert.match(csv.text, /^\uFEFFName,[^]*\r\n'=cmd\|calc Evil,evil@tessbridge\.example,"Inspector of, ""things""",/)
  assert.equal((await browser.get('/people/export.xlsx')).text.slice(0, 2), 'PK')
  assert.equal((await browser.get('/people/export.doc')).status, 404)
})
