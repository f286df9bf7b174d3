import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pino } from 'pino'
import { mailDeps } from '#app/mail-arrives.ts'
import { followEvent } from '#app/reactions/reactions.ts'
import { houseWith, raise, raiseShape, type Happened } from '#enquiries/door.ts'
import { nowAt } from '#kernel/day.ts'
import { openParser, processNext, replyAddressFor, revokeReplyAddresses, type PostRoom } from '#mail/door.ts'
import { commitTogether } from '#mail/in/commit-together.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { openFiles } from '#platform/files.ts'
import { changeSetting } from '#platform/settings.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { nastyMail } from './all.ts'
import { honestIp, type Nasty } from './nasty.ts'

const db = await testDatabase({ connections: 8 })
const council = await smallCouncil(db.owner)
const folder = await mkdtemp(join(tmpdir(), 'one-stop-nasty-'))
const parser = openParser()
after(async () => {
  await parser.close()
  await rm(folder, { recursive: true, force: true })
})

const stamp = { secret: 'a secret of the tests, long enough to sign with', domain: 'council.example' }
const happened: Happened[] = []
const house = houseWith(async (_tx, what) => void happened.push(what))
/** The members' domain says from where it sends, and to refuse everything else. */
const records: Record<string, string[][]> = {
  'tessbridge.example TXT': [[`v=spf1 ip4:${honestIp} -all`]],
  '_dmarc.tessbridge.example TXT': [['v=DMARC1; p=reject']],
}
const room: PostRoom = {
  db,
  parser,
  deps: mailDeps({ house, files: openFiles(folder), stamp, config: { publicUrl: 'http://localhost' } }),
  stamp,
  log: pino({ level: 'silent' }),
  resolver: async (name, type) => {
    const found = records[`${name} ${type}`]
    if (found) return found
    throw Object.assign(new Error(`${name} is not there`), { code: 'ENOTFOUND' })
  },
}

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, 'system', work)

/** One enquiry of each of two members, with addresses to reply to. */
async function known() {
  const enquiry = async (who: 'member' | 'otherMember') =>
    inTransaction(db, council.people[who].person, async tx => {
      const given = raiseShape.parse({
        member: council.people[who].person,
        subject: 'A light is out',
        text: 'Since Monday.',
      })
      const way = { now: nowAt(new Date()), on: nowAt(new Date()).today, via: 'web', files: [] } as never
      const raised = await raise(tx, house, council.people[who], given, way)
      assert.ok(raised.ok, JSON.stringify(raised))
      return raised.value.enquiry
    })
  const [own, other] = [await enquiry('member'), await enquiry('otherMember')]
  return asSystem(async tx => {
    const party = (enquiry: string, who: 'member' | 'otherMember') => ({
      enquiry,
      person: council.people[who].person,
      address: council.people[who].email,
    })
    const revoked = await replyAddressFor(tx, stamp, party(other.id, 'member'), new Date())
    await revokeReplyAddresses(tx, other.id, new Date(), council.people.member.email)
    return {
      own: await replyAddressFor(tx, stamp, party(own.id, 'member'), new Date()),
      others: await replyAddressFor(tx, stamp, party(other.id, 'otherMember'), new Date()),
      revoked,
      ownReference: own.reference,
      othersReference: other.reference,
      otherId: other.id,
    }
  })
}

type Row = {
  state: string
  reason: string | null
  words: string | null
  enquiryId: string | null
  reference: string | null
}

await asSystem(async tx => {
  await changeSetting(tx, 'mail.messages-per-hour', 100_000, null)
  await changeSetting(tx, 'mail.receipts-per-hour', 1000, null)
  await changeSetting(tx, 'mail.receipts-per-day', 10_000, null)
  await changeSetting(tx, 'mail.relay-name', 'mx.council.example', null)
  await changeSetting(tx, 'mail.relay-addresses', '10.0.0.5', null)
})
const others = await known()
const all = nastyMail(others)
const keeping = commitTogether(db)

/** Hands one over and deals with it; gives what became of it, which letters followed, and what it cost. */
async function endure(it: Nasty) {
  const sha256 = createHash('sha256').update(it.raw).digest('hex')
  const envelope = { mailFrom: it.mailFrom, recipients: it.recipients, fromIp: it.fromIp, helo: 'x' }
  await keeping.keep({ sha256, bytes: it.raw, ...envelope, receivedAt: new Date(Date.now() - 1000) })
  happened.length = 0
  const lettersBefore = await lettersToSenders()
  const before = process.cpuUsage()
  while (await processNext(room));
  const { user, system } = process.cpuUsage(before)
  for (const { eventIds } of happened) for (const id of eventIds) await asSystem(tx => followEvent(tx, following, id))
  const letters = (await lettersToSenders()) - lettersBefore
  const [row] = await db.owner<Row[]>`select * from mail.intake where sha256 = ${sha256}`
  return { row, letters, seconds: (user + system) / 1e6, name: it.name, silent: it.silent }
}

const following = { stamp, publicUrl: 'http://localhost', now: () => new Date() }

/** Letters to whoever writes to us here; what our own officers are told is no answer. */
async function lettersToSenders(): Promise<number> {
  const officers = Object.values(council.people)
    .filter(
      it => !['member', 'otherMember', 'assistant'].some(key => it.email === `${key.toLowerCase()}@tessbridge.example`),
    )
    .map(it => it.email)
  const [row] = await db.owner<
    { n: number }[]
  >`select count(*)::int as n from mail.outbox where to_address <> all (${officers})`
  return row!.n
}

const endured: Awaited<ReturnType<typeof endure>>[] = []
test(`${all.length} nasty messages: each ends somewhere, with a reason, and none takes long`, async () => {
  assert.ok(all.length >= 300, `only ${all.length}`)
  for (const it of all) endured.push(await endure(it))
  const ends = ['new-enquiry', 'filed', 'recorded', 'automatic', 'duplicate', 'quarantined']
  for (const { row, name } of endured) {
    assert.ok(row && ends.includes(row.state), `${name}: ${row?.state}`)
    if (row.state === 'quarantined') assert.ok(row.reason && row.words, `${name} has no reason`)
    assert.notEqual(row.reason, 'failed', `${name}: ${row.words}`)
  }
  assert.deepEqual(
    endured.filter(it => it.seconds > 5).map(it => `${it.name}: ${it.seconds.toFixed(1)} s`),
    [],
  )
})

test('no mail of ours follows from what a machine, a stranger or a liar sent', () => {
  assert.deepEqual(
    endured.filter(it => it.silent && it.letters > 0).map(it => it.name),
    [],
  )
  assert.ok(
    endured.some(it => it.letters > 0),
    'honest ones do have receipts',
  )
})

test('nobody acts on the enquiry of another, and nothing forged is believed', async () => {
  const acted = await db.owner<{ type: string }[]>`
    select type from enquiries.event where enquiry_id = ${others.otherId} and type <> 'mail-filed'`
  assert.deepEqual(
    acted.map(it => it.type),
    ['received'],
  )
  for (const { name, row } of endured) {
    if (/^(forged|sender|stranger)/.test(name))
      assert.ok(row?.state === 'quarantined' || row?.state === 'duplicate', `${name}: ${row?.state}`)
  }
})

test('the same id with other words is kept, the same message by another way is one', () => {
  const ends = (name: string) => endured.filter(it => it.name.startsWith(name)).map(it => it.row!.state)
  assert.deepEqual(ends('same id, other words'), Array(6).fill('new-enquiry'))
  assert.deepEqual(ends('same message by another way'), ['new-enquiry', 'duplicate', 'duplicate'])
})
