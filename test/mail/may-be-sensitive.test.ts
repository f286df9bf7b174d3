import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { quarantineRoutes } from '#mail/door.ts'
import type { PersonKey } from '#test/small-council.ts'
import { testWeb } from '#test/web.ts'
import { addressOf, openPostTown, referenceIn, whoGotWhat } from './post-town.ts'

const town = await openPostTown()
const { db, council, write, turnTo } = town
const { people } = council
await inTransaction(db, 'system', async tx => {
  await changeSetting(tx, 'mail.receipts-per-hour', 100, null)
  await changeSetting(tx, 'mail.receipts-per-day', 100, null)
})
const web = await testWeb({ db, routes: quarantineRoutes(town.room), today: day('2026-06-02') })
const member = addressOf('member')
const canary = 'Canary: my wife has cancer and the stairs are too much for her.'

type Waiting = { id: string; state: string; reason: string | null; reference: string | null; receivedOn: string }

/** An email to a core mailbox that may be sensitive: it waits. */
async function withheld(subject: string, more: object = {}): Promise<Waiting> {
  turnTo(day('2026-06-01'))
  const told = await write({ from: member, to: 'streets@tessbridge.example', subject, text: canary, ...more })
  assert.deepEqual(whoGotWhat(told), ['member: We have your email'])
  assert.doesNotMatch(told.map(it => it.subject + it.text).join(), /canary|cancer|Stairs/i)
  return last()
}

async function last(): Promise<Waiting> {
  const [row] = await db.owner<Waiting[]>`
    select id, state, reason, reference, (received_at at time zone 'Europe/London')::date::text as received_on
    from mail.intake order by received_at desc, id desc limit 1`
  return row!
}

const decide = async (who: PersonKey, id: string, form: Record<string, string>) =>
  (await web.as(people[who].person)).post(`/mail/quarantine/${id}/decide`, form)

test('it waits before anybody is notified, and only who triages and proper officers see it', async () => {
  const { id, state, reason } = await withheld('Stairs')
  assert.deepEqual([state, reason], ['quarantined', 'may-be-sensitive'])
  const seen = async (who: PersonKey) => (await (await web.as(people[who].person)).get(`/mail/quarantine/${id}`)).status
  for (const who of ['oneStop', 'properOfficer'] as const) assert.equal(await seen(who), 200, who)
  for (const who of ['owner', 'responder', 'member', 'auditor', 'admin', 'head'] as const)
    assert.ok([403, 404].includes(await seen(who)), who)
  const list = await (await web.as(people.owner.person)).get('/mail/quarantine')
  assert.doesNotMatch(list.words, /Stairs/)
  const page = await (await web.as(people.oneStop.person)).get(`/mail/quarantine/${id}`)
  assert.match(page.words, /It may be sensitive: it seems to tell of somebody’s health/)
})

test('thrown away it stays withheld', async () => {
  const { id } = await withheld('Stairs that are thrown away')
  assert.equal((await decide('oneStop', id, { act: 'discard', reason: 'Sent by mistake' })).status, 303)
  assert.equal((await (await web.as(people.owner.person)).get(`/mail/quarantine/${id}`)).status, 404)
})

test('sent the restricted way it is the proper officer’s, from the day it came', async () => {
  const { id } = await withheld('Stairs for the proper officer')
  assert.match((await decide('oneStop', id, { act: 'restrict' })).words, /Select what kind of matter it is/)
  turnTo(day('2026-06-02'))
  const done = await decide('oneStop', id, { act: 'restrict', sensitive: 'adult-at-risk' })
  assert.equal(done.status, 303)
  const told = await town.sendAgain()
  assert.ok(whoGotWhat(told).includes('member: We have your enquiry'), whoGotWhat(told).join())
  assert.ok(!told.some(it => it.to === addressOf('responder') || it.to === addressOf('owner')))
  const { reference } = await last()
  const enquiry = await town.enquiry(reference!)
  assert.deepEqual([enquiry.restricted, enquiry.receivedOn], [true, '2026-06-01'])
  assert.equal((await decide('oneStop', id, { act: 'restrict', sensitive: 'employee' })).status, 404)
  assert.equal((await (await web.as(people.owner.person)).get(`/mail/quarantine/${id}`)).status, 404)
})

test('let through it does what it asked for, once', async () => {
  const { id } = await withheld('Stairs after all')
  turnTo(day('2026-06-02'))
  assert.equal((await decide('responder', id, { act: 'let-through' })).status, 403)
  assert.equal((await decide('oneStop', id, { act: 'let-through' })).status, 303)
  const told = await town.sendAgain()
  const { reference, state } = await last()
  assert.equal(state, 'new-enquiry')
  assert.equal((await town.enquiry(reference!)).receivedOn, '2026-06-01')
  assert.ok(told.some(it => it.to === member && referenceIn(it) === reference))
  assert.equal((await decide('oneStop', id, { act: 'let-through' })).status, 422)
  assert.equal((await (await web.as(people.owner.person)).get(`/mail/quarantine/${id}`)).status, 200)
})

test('a reply waits too; what goes to a restricted mailbox, and what is ordinary, does not', async () => {
  turnTo(day('2026-06-01'))
  const lamp = { from: member, to: 'streets@tessbridge.example', subject: 'Lamp', text: 'It is out.' }
  const receipt = (await write(lamp)).find(it => it.to === member)!
  const told = await town.reply(receipt, canary)
  assert.deepEqual(whoGotWhat(told), ['member: We have your email'])
  assert.equal((await last()).reason, 'may-be-sensitive')
  await write({ from: member, to: 'safeguarding-adults@tessbridge.example', subject: 'Mrs Quill', text: canary })
  assert.equal((await last()).state, 'new-enquiry')
})
