import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { testDatabase } from '#test/database.ts'
import { fakeImap, type FakeImap } from '#test/fake-imap.ts'
import { inTransaction } from '#platform/db/database.ts'
import { envelopeIn } from './imap-envelope.ts'
import { imapHealth } from './imap-folder.sql.ts'
import { openImapIntake, type ImapIntakeOptions } from './imap-intake.ts'
import { readImapUrl } from './imap-place.ts'

const db = await testDatabase()
const log = pino({ level: 'silent' })
const servers: FakeImap[] = []
after(() => Promise.all(servers.map(it => it.close())))
beforeEach(async () => {
  await db.owner`truncate mail.raw, mail.delivery, mail.intake, mail.attempt, mail.imap_folder cascade`
})

async function server(): Promise<FakeImap> {
  const it = await fakeImap()
  servers.push(it)
  return it
}

const placeOf = (imap: FakeImap, password = 'secret') =>
  readImapUrl(`imap://onestop%40council.example:${password}@127.0.0.1:${imap.port}`)

/** Fetches while `during` goes on. */
async function fetching(
  imap: FakeImap,
  during: () => Promise<unknown>,
  more: Partial<ImapIntakeOptions> = {},
): Promise<void> {
  const intake = openImapIntake({ db, place: placeOf(imap), log, retrySeconds: 0.05, lookSeconds: 5, ...more })
  try {
    await during()
  } finally {
    await intake.stop()
  }
}

const letter = (n: number, more = '') =>
  `Return-Path: <reed@home.example>\r\nDelivered-To: streets@council.example\r\nReceived: from a by b\r\nFrom: Reed <reed@home.example>\r\nTo: onestop@council.example\r\nSubject: ${n}\r\n${more}\r\nWords ${n}\r\n`

type Row = {
  state: string
  reason: string | null
  subject: string
  bytes: Buffer
  recipients: string[]
  mailFrom: string
  receivedAt: Date
}

const kept = () => db.owner<Row[]>`
  select i.state, i.reason, i.words, i.subject, r.bytes, d.recipients, d.mail_from, i.received_at
  from mail.intake i join mail.raw r using (sha256)
  join lateral (select * from mail.delivery d where d.sha256 = i.sha256 limit 1) d on true order by i.received_at, i.id`

async function until(count: number): Promise<Row[]> {
  for (let tries = 0; tries < 300; tries++) {
    const rows = await kept()
    if (rows.length >= count) return rows
    await pause(20)
  }
  return assert.fail(`${count} messages did not come: ${(await kept()).length}`)
}

test('what nobody has read yet is kept byte for byte with its envelope and day, and then marked', async () => {
  const imap = await server()
  imap.deliver(letter(0), { seen: true })
  const came = new Date('2026-05-30T08:00:00Z')
  const message = imap.deliver(letter(1), { internalDate: came })
  await fetching(imap, async () => {
    const [row, another] = await until(1)
    assert.equal(another, undefined, 'what was read before we came stays where it is')
    assert.equal(row!.bytes.toString(), letter(1))
    assert.deepEqual(row!.recipients, ['streets@council.example', 'onestop@council.example'])
    assert.deepEqual([row!.mailFrom, row!.receivedAt], ['reed@home.example', came])
    await imap.deliver(letter(2))
    assert.equal((await until(2))[1]!.bytes.toString(), letter(2))
  })
  assert.ok(message.flags.has('\\Seen'))
})

test('it comes as soon as the server tells of it, not only at the next look', async () => {
  const imap = await server()
  await fetching(
    imap,
    async () => {
      for (let tries = 0; !imap.commands.includes('IDLE') && tries < 200; tries++) await pause(20)
      for (const n of [1, 2, 3]) imap.deliver(letter(n))
      await until(3)
    },
    { lookSeconds: 60 },
  )
})

test('a line that is cut is made anew, and what came meanwhile is kept once', async () => {
  const imap = await server()
  await fetching(imap, async () => {
    imap.deliver(letter(1))
    await until(1)
    imap.cut()
    imap.deliver(letter(2))
    await until(2)
  })
  assert.equal((await kept()).length, 2)
})

test('a line that died without a word is noticed', async () => {
  const imap = await server()
  await fetching(
    imap,
    async () => {
      imap.deliver(letter(1))
      await until(1)
      imap.freeze(true)
      imap.deliver(letter(2))
      await pause(300)
      imap.cut()
      imap.freeze(false)
      await until(2)
    },
    { lookSeconds: 0.1 },
  )
})

test('cut off at any command, nothing is lost and nothing is twice', async () => {
  for (const command of ['LOGIN', 'SELECT', 'UID SEARCH', 'UID FETCH', 'UID STORE']) {
    await db.owner`truncate mail.raw, mail.delivery, mail.intake, mail.attempt, mail.imap_folder cascade`
    const imap = await server()
    for (const n of [1, 2, 3]) imap.deliver(letter(n))
    let cuts = 0
    imap.cutBefore = name => name === command && cuts++ % 2 === 0 && cuts < 6
    await fetching(imap, async () => {
      await until(3)
      for (let tries = 0; imap.messages.some(it => !it.flags.has('\\Seen')) && tries < 200; tries++) await pause(20)
    })
    assert.deepEqual(
      (await kept()).map(it => it.bytes.toString()).sort(),
      [1, 2, 3].map(n => letter(n)),
      command,
    )
    assert.ok(
      imap.messages.every(it => it.flags.has('\\Seen')),
      `${command}: all are marked`,
    )
  }
})

test('when the server numbers its messages anew, none is taken twice and none is passed over', async () => {
  const imap = await server()
  imap.deliver(letter(1))
  imap.deliver(letter(2))
  await fetching(imap, () => until(2))
  imap.messages.shift()
  imap.deliver(letter(3))
  // somebody read it in their mail program before we came again
  imap.deliver(letter(4), { seen: true })
  imap.renumber()
  await fetching(imap, () => until(4))
  assert.deepEqual(
    (await kept()).map(it => it.bytes.toString()).sort(),
    [1, 2, 3, 4].map(n => letter(n)),
  )
})

test('a message that is too large waits for a person, with what its headers say, and stays in the folder', async () => {
  const imap = await server()
  const message = imap.deliver(letter(1) + 'x'.repeat(5000))
  imap.deliver(letter(2))
  await fetching(imap, () => until(2), { largestBytes: 4000 })
  const [large] = await kept()
  assert.deepEqual([large!.state, large!.reason, large!.subject], ['quarantined', 'too-large', '1'])
  assert.ok(!message.flags.has('\\Seen'))
})

test('how the connection stands is known', async () => {
  const imap = await server()
  const health = () => inTransaction(db, 'system', tx => imapHealth(tx, placeOf(imap)))
  assert.equal(await health(), undefined)
  const wrong = openImapIntake({ db, place: placeOf(imap, 'wrong'), log, retrySeconds: 0.05 })
  for (let tries = 0; !(await health())?.trouble && tries < 200; tries++) await pause(20)
  await wrong.stop()
  assert.match((await health())!.trouble!, /wrong password/)
  await fetching(imap, async () => {
    for (let tries = 0; (await health())?.trouble && tries < 200; tries++) await pause(20)
  })
  assert.ok((await health())!.contactAt)
})

test('only what stands above the first Received line is believed to be of the server', () => {
  const forged =
    'Received: from a by b\r\nDelivered-To: record@council.example\r\nReturn-Path: <>\r\nFrom: a@b.example\r\n\r\nhi'
  assert.deepEqual(envelopeIn(Buffer.from(forged), 'onestop@council.example'), {
    mailFrom: 'a@b.example',
    recipients: ['onestop@council.example'],
    fromIp: 'imap',
    helo: '',
  })
  const automatic = envelopeIn(Buffer.from(`Return-Path: <>\r\nReceived: x\r\n\r\n`), 'onestop@council.example')
  assert.equal(automatic.mailFrom, '')
})

test('the address of the folder is read in all its parts', () => {
  assert.deepEqual(readImapUrl('imaps://one%40council.example:p%3Ass@mail.council.example/Post%2FIn'), {
    host: 'mail.council.example',
    port: 993,
    secure: true,
    user: 'one@council.example',
    password: 'p:ss',
    account: 'one@council.example@mail.council.example',
    folder: 'Post/In',
  })
})
