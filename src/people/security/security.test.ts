import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { codeAt, stepOf } from '../authenticator/totp.ts'
import { tryHouse } from '../browser-for-tests.ts'
import { addPerson, createSignInLink } from '../door.ts'
import { hashPassword } from '../password/hash.ts'
import { readPassword, savePassword } from '../password/password.sql.ts'

const db = await testDatabase()
const house = await tryHouse(db)
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)
const good = 'grey otter lantern'
let people = 0

/** A new person for each test, so that throttles and keys of one are not another's. */
async function somebody(role: 'member' | 'responder' | 'admin' = 'responder') {
  people += 1
  const email = `person${people}@tessbridge.example`
  const id = await system(tx => addPerson(tx, { name: `Person ${people}`, email, roles: [role] }))
  return { id, email }
}

type Browser = ReturnType<typeof house.browser>

async function byLink(person: string, browser = house.browser()) {
  const link = await system(tx => createSignInLink(tx, person, { now: house.now() }))
  const done = await browser.post(link, {}, link)
  return { browser, to: done.to }
}

const byPassword = (browser: Browser, email: string, password: string) =>
  browser.post('/sign-in/password', { email, password, wanted: '/people/me' }, '/sign-in/password')

async function withPassword() {
  const it = await somebody()
  const { browser } = await byLink(it.id)
  const done = await browser.post('/people/me/password', { password: good }, '/people/me/password')
  assert.equal(done.to, '/people/me/sign-in')
  return { ...it, browser }
}

/** Sets an app up and says what it holds. */
async function withApp(browser: Browser) {
  const shown = (await browser.get('/people/me/authenticator')).text
  const letters = /os-secret"\s*>\s*([A-Z2-7 ]+)/.exec(shown)![1]!.replaceAll(' ', '')
  const offer = /name="offer" value="([^"]+)"/.exec(shown)![1]!
  const secret = fromBase32(letters)
  const code = codeAt(secret, stepOf(house.now()))
  const done = await browser.post('/people/me/authenticator', { offer, code }, '/people/me/authenticator')
  assert.equal(done.to, '/people/me/sign-in#recovery-codes')
  return secret
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map(it => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(it => Number.parseInt(it, 2)))
}

const later = (minutes: number) => house.at(new Date(house.now().getTime() + minutes * 60_000))

test('a password is set, signs in, ends other sessions and is told by mail', async () => {
  const it = await somebody()
  const [{ browser }, { browser: other }] = [await byLink(it.id), await byLink(it.id)]
  await browser.post('/people/me/password', { password: good }, '/people/me/password')
  assert.deepEqual([(await browser.get('/people/me')).status, (await other.get('/people/me')).status], [200, 303])
  assert.deepEqual([house.notices.at(-1)?.to.id, house.notices.at(-1)?.what], [it.id, 'A password was set for you.'])
  const fresh = house.browser()
  assert.equal((await byPassword(fresh, it.email.toUpperCase(), good)).to, '/people/me')
  assert.equal((await fresh.get('/people/me')).status, 200)
  assert.equal(house.recorded.at(-1)?.act, 'people.signed-in')
  await fresh.post('/people/me/password/remove', {}, '/people/me/sign-in')
  assert.equal((await byPassword(house.browser(), it.email, good)).status, 422)
})

test('a wrong password, no password and nobody get the same answer', async () => {
  const known = await withPassword()
  const without = await somebody()
  const answers = []
  for (const email of [known.email, without.email, 'nobody@tessbridge.example']) {
    const seen = await byPassword(house.browser(), email, 'not the password')
    answers.push([seen.status, seen.text.replaceAll(email, '…').replace(/value="[\w-]{43}"|challenge[^}]*/g, '')])
  }
  assert.deepEqual(answers[1], answers[0])
  assert.deepEqual(answers[2], answers[0])
})

test('after ten wrong passwords the right one waits, too, known or not; a link still works', async () => {
  const known = await withPassword()
  for (const email of [known.email, 'stranger@tessbridge.example']) {
    const tries = await Promise.all(Array.from({ length: 12 }, () => byPassword(house.browser(), email, 'wrong one')))
    assert.equal(tries.filter(it => it.status === 429).length, 2, email)
    assert.equal((await byPassword(house.browser(), email, good)).status, 429)
  }
  assert.equal((await byLink(known.id)).to, '/')
  later(16)
  assert.equal((await byPassword(house.browser(), known.email, good)).status, 303)
})

test('a right password forgives the wrong ones before it', async () => {
  const known = await withPassword()
  for (let round = 0; round < 3; round++) {
    for (let at = 0; at < 6; at++) await byPassword(house.browser(), known.email, 'wrong one')
    assert.equal((await byPassword(house.browser(), known.email, good)).status, 303)
  }
})

test('a hash of an older cost is made anew at sign-in', async () => {
  const it = await somebody()
  const old = await hashPassword(good, { memory: 1024, passes: 1, parallelism: 1 })
  await system(tx => savePassword(tx, it.id, old, house.now()))
  assert.equal((await byPassword(house.browser(), it.email, good)).status, 303)
  assert.match((await system(tx => readPassword(tx, it.id)))!, /m=9216,t=4/)
})

test('with an app, link and password ask for its code, and take each code once', async () => {
  const it = await withPassword()
  const secret = await withApp(it.browser)
  later(1)
  const { browser, to } = await byLink(it.id)
  assert.equal(to, '/sign-in/code')
  assert.equal((await browser.get('/people/me')).status, 303, 'half is not in')
  const code = codeAt(secret, stepOf(house.now()))
  assert.equal((await browser.post('/sign-in/code', { code: '000000' }, '/sign-in/code')).status, 422)
  assert.equal(
    (await browser.post('/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)}` }, '/sign-in/code')).to,
    '/',
  )
  assert.equal((await browser.get('/people/me')).status, 200)
  const second = house.browser()
  assert.equal((await byPassword(second, it.email, good)).to, '/sign-in/code')
  assert.equal((await second.post('/sign-in/code', { code }, '/sign-in/code')).status, 422, 'seen over a shoulder')
  later(1)
  const next = codeAt(secret, stepOf(house.now()))
  assert.equal((await second.post('/sign-in/code', { code: next }, '/sign-in/code')).to, '/people/me')
})

test('recovery codes stand in once each, and new ones end the old', async () => {
  const it = await somebody()
  const { browser } = await byLink(it.id)
  await withApp(browser)
  const codesOn = (text: string) => [...text.matchAll(/<code>([A-Z0-9-]{19})<\/code>/g)].map(found => found[1]!)
  const first = codesOn((await browser.post('/people/me/recovery-codes', {}, '/people/me/sign-in')).text)
  assert.equal(new Set(first).size, 10)
  const use = async (code: string) => {
    const half = (await byLink(it.id)).browser
    return (await half.post('/sign-in/code', { code }, '/sign-in/code')).status
  }
  assert.deepEqual([await use(first[0]!.toLowerCase().replaceAll('-', ' ')), await use(first[0]!)], [303, 422])
  assert.match(house.notices.at(-1)!.what, /You have 9 left/)
  later(16)
  const { browser: again } = await byLink(it.id)
  await again.post('/sign-in/code', { code: first[1]! }, '/sign-in/code')
  const second = codesOn((await again.post('/people/me/recovery-codes', {}, '/people/me/sign-in')).text)
  assert.deepEqual([await use(first[2]!), await use(second[2]!)], [422, 303])
})

test('codes cannot be tried out, whatever the device', async () => {
  const it = await somebody()
  const { browser } = await byLink(it.id)
  const secret = await withApp(browser)
  later(1)
  for (let at = 0; at < 10; at++) {
    const half = (await byLink(it.id)).browser
    await half.post('/sign-in/code', { code: '000000' }, '/sign-in/code')
    later(0.1)
  }
  const half = (await byLink(it.id, house.browser())).browser
  const seen = await half.post('/sign-in/code', { code: codeAt(secret, stepOf(house.now())) }, '/sign-in/code')
  assert.match(seen.text, /Wait 15 minutes/)
})

test('where the council asks for it, an officer without anything sets an app up before coming in', async () => {
  const [officer, member] = [await somebody('responder'), await somebody('member')]
  await system(tx => changeSetting(tx, 'people.second-factor', 'officers', null))
  try {
    assert.equal((await byLink(member.id)).to, '/')
    const { browser, to } = await byLink(officer.id)
    assert.equal(to, '/sign-in/set-up')
    const shown = (await browser.get(to)).text
    assert.match(shown, /<svg[^>]*class="os-qr"[^]*<path d="M/)
    const offer = /name="offer" value="([^"]+)"/.exec(shown)![1]!
    const wrong = await browser.post(to, { offer, code: '000000' }, to)
    assert.equal(wrong.status, 422)
    const letters = /os-secret"\s*>\s*([A-Z2-7 ]+)/.exec(wrong.text)![1]!.replaceAll(' ', '')
    assert.equal(letters, /os-secret"\s*>\s*([A-Z2-7 ]+)/.exec(shown)![1]!.replaceAll(' ', ''), 'the same app again')
    const code = codeAt(fromBase32(letters), stepOf(house.now()))
    assert.equal((await browser.post(to, { offer, code }, to)).to, '/people/me/sign-in')
    assert.equal((await browser.get('/people/me')).status, 200)
    assert.equal((await byLink(officer.id)).to, '/sign-in/code')
  } finally {
    await system(tx => changeSetting(tx, 'people.second-factor', 'nobody', null))
  }
})

/** Asks whom for a second thing while something is done. */
async function asking(whom: 'administrators' | 'officers', work: () => Promise<void>): Promise<void> {
  await system(tx => changeSetting(tx, 'people.second-factor', whom, null))
  try {
    await work()
  } finally {
    await system(tx => changeSetting(tx, 'people.second-factor', 'nobody', null))
  }
}

const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/people/me')).status === 200

const endedSessions = async (person: string): Promise<number> =>
  (await db.owner`select from people.session where person_id = ${person} and ended_at is not null`).length

test('from when the council asks for a second thing, sessions without one are over, also when a role is given later', async () => {
  const [plain, member] = [await somebody('responder'), await somebody('member')]
  const shown = await somebody('responder')
  const [{ browser: byLinkAlone }, { browser: members }] = [await byLink(plain.id), await byLink(member.id)]
  const { browser: withCode } = await byLink(shown.id)
  await withApp(withCode)
  await asking('officers', async () => {
    assert.deepEqual([await isIn(byLinkAlone), await isIn(members), await isIn(withCode)], [false, true, true])
    assert.equal(await endedSessions(plain.id), 1)
    await db.owner`insert into people.role_grant (person_id, role) values (${member.id}, 'responder')`
    assert.equal(await isIn(members), false)
    assert.equal((await byLink(member.id)).to, '/sign-in/set-up')
  })
  assert.equal(await isIn(byLinkAlone), false, 'over is over')
})

test('who shows a code for something sensitive has shown a second thing', async () => {
  const it = await somebody('admin')
  const { browser } = await byLink(it.id)
  const secret = await withApp(browser)
  await db.owner`update people.session set second_shown = false where person_id = ${it.id}`
  later(20)
  const ask = '/people/me/confirm?wanted=%2Fpeople%2Fme'
  const code = codeAt(secret, stepOf(house.now()))
  assert.equal((await browser.post('/people/me/confirm', { code, wanted: '/people/me' }, ask)).to, '/people/me')
  await asking('administrators', async () => assert.equal(await isIn(browser), true))
})

test('a password shown again is no second thing', async () => {
  const it = await withPassword()
  const ask = '/people/me/confirm?wanted=%2Fpeople%2Fme'
  assert.equal((await it.browser.post('/people/me/confirm', { password: good, wanted: '/' }, ask)).to, '/')
  await asking('officers', async () => assert.equal(await isIn(it.browser), false))
})

test('whoever removes their app is signed out elsewhere, and everywhere where the council asks for one', async () => {
  const it = await somebody()
  const { browser } = await byLink(it.id)
  const secret = await withApp(browser)
  later(1)
  const { browser: other } = await byLink(it.id)
  await other.post('/sign-in/code', { code: codeAt(secret, stepOf(house.now())) }, '/sign-in/code')
  assert.deepEqual([await isIn(browser), await isIn(other)], [true, true])
  await browser.post('/people/me/authenticator/remove', {}, '/people/me/sign-in')
  assert.deepEqual([await isIn(browser), await isIn(other)], [true, false])
  await asking('officers', async () => assert.equal(await isIn(browser), false))
})

test('whoever removes one of two passkeys stays in here, and is out elsewhere', async () => {
  const it = await somebody()
  const [{ browser }, { browser: other }] = [await byLink(it.id), await byLink(it.id)]
  const keys = await db.owner<{ id: string }[]>`
    insert into people.passkey (person_id, credential_id, public_key, counter, name, created_at)
    select ${it.id}, 'a key of the tests ' || ${it.id} || n, '\\x00', 0, 'Key ' || n, now() from generate_series(1, 2) n
    returning id`
  await db.owner`update people.session set second_shown = true where person_id = ${it.id}`
  const remove = (at: number) => browser.post(`/people/me/passkeys/${keys[at]!.id}/remove`, {}, '/people/me/sign-in')
  await asking('officers', async () => {
    assert.equal((await remove(0)).status, 303)
    assert.deepEqual([await isIn(browser), await isIn(other)], [true, false])
    await remove(1)
    assert.equal(await isIn(browser), false, 'nothing is left to show')
  })
})

test('nobody puts an app of theirs in the place of another, nor an offer made for somebody else', async () => {
  const [one, other] = [await somebody(), await somebody()]
  const { browser } = await byLink(one.id)
  await withApp(browser)
  const half = (await byLink(one.id)).browser
  assert.equal((await half.get('/sign-in/set-up')).to, '/sign-in', 'whoever owes a code cannot set up')
  const theirs = (await byLink(other.id)).browser
  const offer = /name="offer" value="([^"]+)"/.exec((await theirs.get('/people/me/authenticator')).text)![1]!
  const shown = await browser.post('/people/me/authenticator', { offer, code: '123456' }, '/people/me/authenticator')
  assert.equal(shown.status, 422)
})

test('what is sensitive asks again after a quarter of an hour, by what one has', async () => {
  const it = await withPassword()
  later(20)
  const asks = '/people/me/confirm?wanted=%2Fpeople%2Fme%2Fpassword'
  assert.equal((await it.browser.get('/people/me/password')).to, asks)
  assert.equal((await it.browser.post('/people/me/password', { password: 'another otter here' }, asks)).to, asks)
  assert.match((await it.browser.get(asks)).text, /name="password"[^]*Email me a link instead/)
  assert.equal((await it.browser.post('/people/me/confirm', { password: 'wrong' }, asks)).status, 422)
  const done = await it.browser.post('/people/me/confirm', { password: good, wanted: '/people/me/password' }, asks)
  assert.equal(done.to, '/people/me/password')
  assert.equal((await it.browser.get('/people/me/password')).status, 200)
  assert.equal(
    (await it.browser.post('/people/me/confirm', { password: good, wanted: '//evil.example' }, asks)).to,
    '/',
  )
})

test('others are signed out and this device stays', async () => {
  const it = await somebody()
  const [{ browser }, { browser: other }] = [await byLink(it.id), await byLink(it.id)]
  await browser.post('/people/me/sessions/end-others', {}, '/people/me/sign-in')
  assert.deepEqual([(await browser.get('/people/me')).status, (await other.get('/people/me')).status], [200, 303])
})

test('an administrator resets somebody who lost everything, but not themselves', async () => {
  const [admin, lost] = [await somebody('admin'), await withPassword()]
  await withApp(lost.browser)
  const { browser } = await byLink(admin.id)
  const path = `/people/${lost.id}/reset-sign-in`
  assert.equal((await lost.browser.get(path)).status, 403)
  assert.equal((await browser.post(path, {}, path)).status, 303)
  assert.equal((await lost.browser.get('/people/me')).status, 303)
  assert.equal((await byPassword(house.browser(), lost.email, good)).status, 422)
  assert.equal((await byLink(lost.id)).to, '/')
  assert.equal((await browser.get(`/people/${admin.id}/reset-sign-in`)).status, 404)
  assert.match(house.notices.at(-1)!.what, /administrator reset/)
})

test('nothing that signs somebody in can be read in the database', async () => {
  const it = await withPassword()
  const secret = await withApp(it.browser)
  const rows = await db.owner<{ row: string }[]>`
    select p::text as row from people.password p union all select a::text from people.authenticator a
    union all select t::text from people.attempt t`
  for (const { row } of rows)
    for (const canary of [good, secret.toString('base64url'), secret.toString('hex'), it.email])
      assert.ok(!row.includes(canary), row)
})
