import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { inTransaction } from '#platform/db/database.ts'
import { tryHouse } from '../browser-for-tests.ts'
import { addPerson, createSignInLink, personByAddress } from '../door.ts'

const db = await testDatabase()
const house = await tryHouse(db)
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(db, 'system', work)
const here = '/people/me/addresses'

async function signedIn(name: string) {
  const email = `${name.toLowerCase()}@tessbridge.example`
  const id = await system(tx => addPerson(tx, { name, email, roles: ['member'] }))
  return { id, browser: await atBrowser(id) }
}

async function atBrowser(id: string) {
  const link = await system(tx => createSignInLink(tx, id, { now: house.now() }))
  const browser = house.browser()
  await browser.post(link, {}, link)
  return browser
}

const linkOf = (sent: { link: string } | undefined): string => new URL(sent!.link).pathname
const whoWrites = async (address: string) => (await system(tx => personByAddress(tx, address)))?.name

test('an address counts once its owner has opened the mailed link and confirmed it', async () => {
  const { browser } = await signedIn('Aoife')
  const before = house.proofs.length
  assert.equal((await browser.post(here, { address: ' Aoife@Home.example ' }, here)).to, here)
  assert.equal(house.proofs.length, before + 1)
  assert.equal(await whoWrites('aoife@home.example'), undefined)
  const link = linkOf(house.proofs.at(-1))
  const asked = await browser.get(link)
  assert.match(asked.text, /Is this your address\?/)
  assert.equal(await whoWrites('aoife@home.example'), undefined, 'opening the link does nothing')
  assert.equal((await browser.post(link, {}, link)).to, here)
  assert.equal(await whoWrites('aoife@home.example'), 'Aoife')
  assert.match(house.notices.at(-1)!.what, /aoife@home\.example now counts as yours/)
  assert.match((await browser.post(link, {}, here)).text, /does not work any more/)
  await browser.post(`${here}/remove`, { address: 'aoife@home.example' }, here)
  assert.equal(await whoWrites('aoife@home.example'), undefined)
})

test('nobody else can use the link, and it ends after a day', async () => {
  const { id, browser } = await signedIn('Bela')
  const other = await signedIn('Cara')
  await browser.post(here, { address: 'bela@home.example' }, here)
  const link = linkOf(house.proofs.at(-1))
  assert.match((await other.browser.get(link)).text, /does not work any more/)
  await other.browser.post(link, {}, here)
  const start = house.now()
  house.at(new Date(start.getTime() + 25 * 3_600_000))
  assert.match((await (await atBrowser(id)).get(link)).text, /does not work any more/)
  house.at(start)
  assert.equal(await whoWrites('bela@home.example'), undefined)
})

test('somebody else’s address, a wrong one and one’s own are not sent to', async () => {
  const { browser } = await signedIn('Dana')
  await signedIn('Eric')
  const before = house.proofs.length
  const taken = await browser.post(here, { address: 'eric@tessbridge.example' }, here)
  assert.equal(taken.to, here, 'the page does not tell who works here')
  assert.match(
    (await browser.post(here, { address: 'not an address' }, here)).text,
    /Enter an email address in the right form/,
  )
  assert.match((await browser.post(here, { address: 'dana@tessbridge.example' }, here)).text, /Enter another address/)
  assert.equal(house.proofs.length, before)
})

test('two who claim one address: whoever proves it first has it', async () => {
  const one = await signedIn('Fay')
  const two = await signedIn('Gus')
  const links: string[] = []
  for (const { browser } of [one, two]) {
    await browser.post(here, { address: 'shared@home.example' }, here)
    links.push(linkOf(house.proofs.at(-1)))
  }
  await two.browser.post(links[1]!, {}, links[1])
  await one.browser.post(links[0]!, {}, links[0])
  assert.equal(await whoWrites('shared@home.example'), 'Gus')
})
