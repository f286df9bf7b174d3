import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { testDatabase } from '#test/database.ts'
import { day } from '#kernel/day.ts'
import { allow, refuse } from '#kernel/result.ts'
import { addMember, addPerson, addWard, delegate } from '#people/door.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { replyAddressFor } from '../out/reply-address.ts'
import { threadIdOf } from '../out/stamp.ts'
import type { MailDeps } from '../deps.ts'
import { zipOf } from '../parse/made-for-tests.ts'
import { openParser } from '../parse/parser.ts'
import { commitTogether } from './commit-together.ts'
import { claimNext } from './intake.sql.ts'
import { processNext, type PostRoom } from './process.ts'
import { reprocess } from './reprocess.ts'

const db = await testDatabase({ connections: 8 })
const parser = openParser()
after(() => parser.close())
const stamp = { secret: 'a secret of at least 32 characters', domain: 'council.example' }
const log = pino({ level: 'silent' })

const [reed, asha, owen] = await inTransaction(db, 'system', async tx => {
  const ward = await addWard(tx, { name: 'Millside' })
  const member = await addPerson(tx, {
    name: 'Cllr Ann Reed',
    email: 'reed@council.example',
    roles: ['member'],
    otherAddresses: ['ann@home.example'],
  })
  const assistant = await addPerson(tx, { name: 'Asha Patel', email: 'asha@council.example', roles: ['assistant'] })
  const officer = await addPerson(tx, { name: 'Owen Brook', email: 'owen@council.example', roles: ['responder'] })
  await addMember(tx, { personId: member, wardId: ward, fromOn: day('2024-05-01') })
  await delegate(tx, [{ memberId: member, assistantId: assistant, fromOn: day('2024-05-01') }])
  return [member, assistant, officer]
})

// the room above, as far as mail needs one: it writes a row for each thing it was asked to do
await db.owner`create schema above`
await db.owner`create table above.done (id uuid primary key, enquiry uuid not null, what jsonb not null)`
await db.owner`grant usage on schema above to one_stop_app`
await db.owner`grant select, insert on above.done to one_stop_app`
const mailboxes = new Map([
  ['streets@council.example', { id: randomUUID(), restricted: false }],
  ['safeguarding@council.example', { id: randomUUID(), restricted: true }],
])
let before: (tx: Tx) => Promise<void> = async () => {}
const deps: MailDeps = {
  mailboxByAddress: async (_tx, address) => mailboxes.get(address),
  enquiryByReference: async (tx, reference) =>
    (await tx<{ id: string }[]>`select enquiry as id from above.done where what->>'reference' = ${reference}`)[0],
  participants: async () => [reed!],
  partAsked: async () => undefined,
  seemsSensitive: async () => undefined,
  sensitiveMatters: [],
  tellHeld: async () => {},
  act: async (tx, arrival, letter) => {
    const enquiryId = ('enquiryId' in arrival && arrival.enquiryId) || randomUUID()
    const reference = `ME-2026-${String(parseInt(letter.sha256.slice(0, 6), 16)).padStart(6, '0')}`
    await tx`insert into above.done (id, enquiry, what) values (${letter.intakeId}, ${enquiryId}, ${JSON.stringify({ ...arrival, reference })})`
    await before(tx)
    if (letter.mail.subject === 'refuse me') return refuse('closed', 'That enquiry was closed long ago')
    if (arrival.kind === 'automatic' && !arrival.enquiryId) return allow(undefined)
    return allow({ enquiryId, reference, restricted: false, mailboxId: null })
  },
  takeBack: async () => allow(true),
  decideBy: async (_tx, received) => received,
}
const room: PostRoom = { db, parser, deps, stamp, log }
const keeping = commitTogether(db)

type Row = {
  id: string
  state: string
  reason: string | null
  words: string | null
  enquiryId: string | null
  reference: string | null
  duplicateOf: string | null
  restricted: boolean
  fromAddress: string | null
}

/** Hands a message over, deals with everything that waits, and gives what became of it. */
async function arrive(
  raw: string | Buffer,
  recipients = ['onestop@council.example'],
  mailFrom = 'x@y.example',
): Promise<Row> {
  const bytes = Buffer.from(raw as string)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await keeping.keep({
    sha256,
    bytes,
    mailFrom,
    recipients,
    fromIp: '192.0.2.1',
    helo: 'x',
    receivedAt: new Date(Date.now() - 1000),
  })
  while (await processNext(room));
  return (await db.owner<Row[]>`select * from mail.intake where sha256 = ${sha256}`)[0]!
}

const doneFor = async (row: Row) =>
  (await db.owner<{ what: Record<string, unknown> }[]>`select what from above.done where id = ${row.id}`)[0]?.what

let number = 0
const from = (address: string, ...more: string[]) =>
  [`From: ${address}`, `Message-ID: <${++number}@test.example>`, ...more, '', `Words ${number}`, ''].join('\r\n')

test("a member's mail from any address of theirs is a new enquiry", async () => {
  const row = await arrive(from('Ann <ANN@home.example>', 'Subject: Bins'), ['streets@council.example'])
  assert.equal(row.state, 'new-enquiry')
  assert.match(row.reference!, /^ME-2026-/)
  const what = await doneFor(row)
  assert.deepEqual(
    [what!.kind, what!.memberId, what!.mailboxId],
    ['new-enquiry', reed, mailboxes.get('streets@council.example')!.id],
  )
})

test('an assistant writes for their member', async () => {
  const what = await doneFor(await arrive(from('asha@council.example')))
  assert.deepEqual([what!.memberId, what!.senderId], [reed, asha])
})

test('replies find their enquiry by reply address, by our Message-ID, by the id of the first message, by the subject', async () => {
  const enquiry = randomUUID()
  const address = await inTransaction(db, 'system', tx =>
    replyAddressFor(tx, stamp, { enquiry, person: reed!, address: 'reed@council.example' }, new Date()),
  )
  const first = await arrive(from('reed@council.example'), [address])
  assert.deepEqual([first.state, first.enquiryId], ['filed', enquiry])
  const byOurs = await arrive(from('reed@council.example', `References: ${threadIdOf(stamp, enquiry)}`))
  assert.deepEqual([byOurs.state, byOurs.enquiryId], ['filed', enquiry])
  const byStored = await arrive(from('reed@council.example', `In-Reply-To: <${number}@test.example>`))
  assert.deepEqual([byStored.state, byStored.enquiryId], ['filed', enquiry])
  const bySubject = await arrive(from('reed@council.example', `Subject: Re: ${first.reference}`))
  assert.deepEqual([bySubject.state, bySubject.enquiryId], ['filed', enquiry])
  const stranger = await arrive(from('owen@council.example'), [address])
  assert.deepEqual([stranger.state, stranger.reason, stranger.enquiryId], ['quarantined', 'not-a-participant', enquiry])
})

test('an officer records a contact, and the member is found in what they forward', async () => {
  const raw = from('owen@council.example', 'Subject: Fwd: bins').replace(
    'Words',
    '---- Forwarded message ----\r\nFrom: Ann <reed@council.example>\r\n',
  )
  const row = await arrive(raw, ['record@council.example'])
  assert.equal(row.state, 'recorded')
  const what = await doneFor(row)
  assert.deepEqual([what!.officerId, what!.memberId], [owen, reed])
})

test('automatic mail acts on nothing new', async () => {
  const row = await arrive(from('reed@council.example', 'Auto-Submitted: auto-replied'))
  assert.deepEqual([row.state, row.reason, row.enquiryId], ['automatic', 'auto-submitted', null])
})

test('what cannot be filed waits in quarantine with its reason', async () => {
  const reasons = [
    [from('stranger@else.example'), 'unknown-sender'],
    [from('reed@council.example', 'From: owen@council.example'), 'several-senders'],
    ['\r\n', 'no-sender'],
    [from('reed@council.example', 'Subject: refuse me'), 'closed'],
  ]
  for (const [raw, reason] of reasons) {
    const row = await arrive(raw!)
    assert.deepEqual([row.state, row.reason], ['quarantined', reason])
    assert.equal(await doneFor(row), undefined, 'nothing of a refused act stays')
  }
  let nested = 'Subject: deep\r\n'
  for (let level = 0; level < 300; level++)
    nested += `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`
  assert.deepEqual((await arrive(nested)).reason, 'nested-too-deeply')
})

test('the same message by two ways is one enquiry; the same id with other words are two', async () => {
  const raw = from('reed@council.example', 'Subject: once')
  const first = await arrive(raw)
  const copy = await arrive(`Received: from a by b\r\n${raw}`)
  assert.deepEqual([copy.state, copy.duplicateOf, copy.reference], ['duplicate', first.id, first.reference])
  const other = await arrive(raw.replace('Words', 'Different words'))
  assert.deepEqual([other.state, other.duplicateOf], ['new-enquiry', null])
})

test('two copies dealt with at the same moment are one enquiry', async () => {
  // filing takes its time, so that all of them are under way before the first is done
  before = async () => void (await pause(200))
  const raw = from('reed@council.example', 'Subject: race')
  for (const way of ['a', 'b', 'c', 'd']) {
    const bytes = Buffer.from(`Received: from ${way} by z\r\n${raw}`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await keeping.keep({
      sha256,
      bytes,
      mailFrom: 'x@y.example',
      recipients: ['onestop@council.example'],
      fromIp: '192.0.2.1',
      helo: 'x',
      receivedAt: new Date(Date.now() - 1000),
    })
  }
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      while (await processNext(room));
    }),
  )
  before = async () => {}
  const rows = await db.owner<Row[]>`select * from mail.intake where subject = 'race'`
  assert.deepEqual(rows.map(it => it.state).sort(), ['duplicate', 'duplicate', 'duplicate', 'new-enquiry'])
})

test('whoever writes more in an hour than people do is held, others are not', async () => {
  await inTransaction(db, 'system', async tx => {
    await addPerson(tx, { name: 'Flo Odd', email: 'flo@council.example', roles: ['member'] })
    await changeSetting(tx, 'mail.messages-per-hour', 5, null)
  })
  const reasons = []
  for (let n = 0; n < 7; n++) reasons.push((await arrive(from('flo@council.example'))).reason)
  assert.deepEqual(reasons, [...Array(5).fill('no-member'), 'too-many', 'too-many'])
  await inTransaction(db, 'system', tx => changeSetting(tx, 'mail.messages-per-hour', 120, null))
  assert.equal((await arrive(from('flo@council.example'))).reason, 'no-member')
})

test('what is encrypted or would fill a disk waits for a person', async () => {
  const file = (type: string, bytes: Buffer) =>
    from('reed@council.example', `Content-Type: ${type}`, 'Content-Transfer-Encoding: base64').split('\r\n\r\n')[0] +
    `\r\n\r\n${bytes.toString('base64')}\r\n`
  const bomb = await arrive(file('application/zip', zipOf([{ name: 'zeros', size: 0xfffffff0 }])))
  assert.deepEqual([bomb.state, bomb.reason], ['quarantined', 'archive-bomb'])
  const sealed = await arrive(from('reed@council.example').replace('Words', '-----BEGIN PGP MESSAGE-----\r\n\r\n'))
  assert.deepEqual([sealed.state, sealed.reason], ['quarantined', 'encrypted'])
})

test('what the virus scanner finds is quarantined; while it cannot be asked, mail waits', async () => {
  const scanned: PostRoom = {
    ...room,
    scan: async bytes => (Buffer.from(bytes).includes('EICAR') ? 'Eicar' : undefined),
  }
  const keepOnly = async (raw: string) => {
    const bytes = Buffer.from(raw)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const receivedAt = new Date(Date.now() - 1000)
    const envelope = {
      mailFrom: 'x@y.example',
      recipients: ['onestop@council.example'],
      fromIp: '192.0.2.1',
      helo: 'x',
    }
    await keeping.keep({ sha256, bytes, ...envelope, receivedAt })
    return async () => (await db.owner<Row[]>`select * from mail.intake where sha256 = ${sha256}`)[0]!
  }
  const infected = await keepOnly(from('reed@council.example').replace('Words', 'EICAR'))
  await processNext(scanned)
  const row = await infected()
  assert.deepEqual(
    [row.state, row.reason, row.words],
    ['quarantined', 'infected', 'The virus scanner found Eicar in it'],
  )
  const away: PostRoom = { ...room, scan: () => Promise.reject(new Error('cannot be asked')) }
  const waiting = await keepOnly(from('reed@council.example'))
  await processNext(away)
  assert.equal((await waiting()).state, 'waiting')
  await processNext({ ...scanned, clock: () => new Date(Date.now() + 120_000) })
  assert.equal((await waiting()).state, 'new-enquiry')
})

test('processed again: what waited is dealt with anew on its day, what is filed stays, and twice is once', async () => {
  const early = await arrive(from('zoe@else.example', 'Subject: early'))
  const filed = await arrive(from('reed@council.example', 'Subject: filed'))
  assert.equal(early.reason, 'unknown-sender')
  const hash = async (row: Row) =>
    (await db.owner<{ sha256: string }[]>`select sha256 from mail.intake where id = ${row.id}`)[0]!.sha256
  const sha256s = [await hash(early), await hash(filed)]
  await inTransaction(db, 'system', async tx => {
    const person = await addPerson(tx, { name: 'Zoe Early', email: 'zoe@else.example', roles: ['member'] })
    await addMember(tx, {
      personId: person,
      wardId: await addWard(tx, { name: 'Earlside' }),
      fromOn: day('2024-05-01'),
    })
  })
  const before = (await db.owner`select 1 from above.done`).length
  const again = () => reprocess(db, parser, { sha256s }, new Date(Date.now() - 1000))
  assert.deepEqual(await again(), { queued: 1, readAgain: 1, left: 0 })
  while (await processNext(room));
  assert.deepEqual(await again(), { queued: 0, readAgain: 2, left: 0 })
  while (await processNext(room));
  const states = await db.owner<Row[]>`select * from mail.intake where sha256 = any(${sha256s}) order by subject`
  assert.deepEqual(
    states.map(it => it.state),
    ['new-enquiry', 'new-enquiry'],
  )
  assert.equal((await db.owner`select 1 from above.done`).length, before + 1)
  assert.deepEqual(await reprocess(db, parser, { since: new Date(Date.now() + 60_000) }, new Date()), {
    queued: 0,
    readAgain: 0,
    left: 0,
  })
})

test('a large message comes out of the queue byte for byte', async () => {
  const bytes = Buffer.alloc(8 * 1024 * 1024 + 7)
  for (let at = 0; at < bytes.length; at++) bytes[at] = (at * 31 + (at >> 12)) & 255
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const envelope = { mailFrom: 'x@y.example', recipients: ['onestop@council.example'], fromIp: '192.0.2.1', helo: 'x' }
  const receivedAt = new Date(Date.now() - 1000)
  await keeping.keep({ sha256, bytes, ...envelope, receivedAt })
  const claimed = await inTransaction(db, 'system', tx => claimNext(tx, new Date()))
  assert.ok(claimed!.bytes.equals(bytes))
  await processNext(room)
})

test('a message that fails three times is quarantined with the reason, and leaves nothing half done', async () => {
  before = async () => {
    throw new Error('the disk is full')
  }
  const bytes = Buffer.from(from('reed@council.example', 'Subject: unlucky'))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await keeping.keep({
    sha256,
    bytes,
    mailFrom: 'x@y.example',
    recipients: ['onestop@council.example'],
    fromIp: '192.0.2.1',
    helo: 'x',
    receivedAt: new Date(),
  })
  let minutes = 0
  const later: PostRoom = { ...room, clock: () => new Date(Date.now() + minutes * 60_000) }
  const states: string[] = []
  for (; minutes < 60; minutes += 10) {
    await processNext(later)
    const [row] = await db.owner<Row[]>`select * from mail.intake where sha256 = ${sha256}`
    states.push(row!.state)
    if (row!.state !== 'waiting') {
      assert.match(row!.words!, /3 times: the disk is full/)
      assert.equal(await doneFor(row!), undefined)
      break
    }
  }
  before = async () => {}
  assert.deepEqual(states, ['waiting', 'waiting', 'waiting', 'quarantined'])
})

test('what reached a restricted mailbox is seen by its named people only', async () => {
  const row = await arrive(from('stranger@else.example', 'Subject: secret'), [
    'streets@council.example',
    'safeguarding@council.example',
  ])
  assert.equal(row.restricted, true)
  const onestop = await inTransaction(db, 'system', tx =>
    addPerson(tx, { name: 'Olu One', email: 'olu@council.example', roles: ['one-stop'] }),
  )
  const seenBy = (viewer: string, sql = (tx: Tx) => tx`select i.id from mail.intake i join mail.raw using (sha256)`) =>
    inTransaction(db, viewer, async tx => (await sql(tx)).map(it => it.id as string))
  const all = await seenBy(onestop)
  assert.ok(all.length > 5)
  assert.ok(!all.includes(row.id))
  assert.deepEqual(await seenBy(reed!), [])
  assert.deepEqual(await seenBy('public'), [])
  const auditor = await inTransaction(db, 'system', tx =>
    addPerson(tx, { name: 'Ada Audit', email: 'ada@council.example', roles: ['auditor'] }),
  )
  assert.deepEqual(await seenBy(auditor), [])
  assert.ok((await seenBy(auditor, tx => tx`select id from mail.intake`)).length > 5)
})
