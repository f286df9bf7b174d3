import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import net from 'node:net'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { pino } from 'pino'
import { testDatabase } from '#test/database.ts'
import { openSmtpIntake } from './smtp-intake.ts'

const db = await testDatabase()
const log = pino({ level: 'silent' })
const isOurs = async (domain: string) => domain === 'tessbridge.example'
const intake = await openSmtpIntake({ db, port: 0, host: '127.0.0.1', isOurs, log, largestBytes: 3 * 1024 * 1024 })
after(() => intake.close())
const sender = createTransport({ host: '127.0.0.1', port: intake.port, secure: false })

const to = 'streets@tessbridge.example'
const from = 'cllr.reed@reed.example'

const stored = async (sha256: string) =>
  (
    await db.owner<{ bytes: Buffer; deliveries: number; recipients: string[] }[]>`
    select bytes, (select count(*) from mail.delivery d where d.sha256 = raw.sha256) as deliveries,
      array(select distinct unnest(recipients) from mail.delivery d where d.sha256 = raw.sha256 order by 1) as recipients
    from mail.raw where sha256 = ${sha256}`
  )[0]

const send = async (raw: string | Buffer, recipients: string | string[] = to, mailFrom = from) => {
  const { response } = await sender.sendMail({ envelope: { from: mailFrom, to: recipients }, raw })
  return /Stored as ([0-9a-f]{64})/.exec(response)![1]!
}

test('what hears 250 lies in the table, byte for byte, under its hash', async () => {
  const raw = Buffer.concat([
    Buffer.from('From: a@b.example\r\nSubject: caf'),
    Buffer.from([0xe9, 0x00, 0xff]),
    Buffer.from('\r\n\r\n.dot\r\n..two\r\n'),
  ])
  const sha256 = await send(raw)
  const row = await stored(sha256)
  assert.deepEqual(row!.bytes, raw)
  assert.equal(createHash('sha256').update(row!.bytes).digest('hex'), sha256)
})

test('unusual messages are taken as they are', async () => {
  const unusual = {
    'nothing at all': '\r\n',
    'no headers': 'just words\r\n',
    unicode: "From: Ní Mhurchú <a@b.example>\r\nSubject: 🗑 أهلا O'Brien\r\n\r\nنص\r\n",
    'a huge header': `From: a@b.example\r\nSubject: ${'x'.repeat(500_000)}\r\n\r\nhi\r\n`,
    'several From lines': 'From: a@b.example\r\nFrom: c@d.example\r\n\r\nhi\r\n',
  }
  for (const [name, raw] of Object.entries(unusual)) {
    const sha256 = await send(raw)
    assert.equal((await stored(sha256))!.bytes.toString(), raw, name)
  }
})

test('one message to two addresses is one, and the same message again only another delivery', async () => {
  const raw = 'From: a@b.example\r\nMessage-ID: <twice@b.example>\r\n\r\nTwice\r\n'
  const first = await send(raw, [to, 'waste@tessbridge.example'])
  assert.equal(await send(raw, 'parks@tessbridge.example'), first)
  const row = await stored(first)
  assert.equal(row!.deliveries, 2)
  assert.deepEqual(row!.recipients, [
    'parks@tessbridge.example',
    'streets@tessbridge.example',
    'waste@tessbridge.example',
  ])
  assert.equal((await db.owner`select 1 from mail.intake where sha256 = ${first}`).length, 1)
})

test('the empty return path of automatic mail is kept as such', async () => {
  const sha256 = await send('From: a@b.example\r\n\r\naway\r\n', to, '')
  const [row] = await db.owner<{ mailFrom: string }[]>`select mail_from from mail.delivery where sha256 = ${sha256}`
  assert.equal(row!.mailFrom, '')
})

test('mail for other domains and malformed addresses are refused before the message', async () => {
  for (const recipient of [
    'somebody@elsewhere.example',
    'x@sub.tessbridge.example',
    'x@tessbridge.example.evil.example',
  ]) {
    await assert.rejects(send('From: a@b.example\r\n\r\nhi\r\n', recipient), { responseCode: 550 }, recipient)
  }
  assert.match(await talk(['EHLO x', 'MAIL FROM:<a@b.example>', 'RCPT TO:<nobody>']), /\r\n501 /)
  assert.match(await talk(['EHLO x', 'MAIL FROM:<a b@@>', 'RCPT TO:<x@tessbridge.example>']), /\r\n501 /)
})

test('a message over the limit hears 552 and leaves nothing behind, announced or not', async () => {
  const before = await db.owner`select 1 from mail.raw`
  const big = Buffer.alloc(3 * 1024 * 1024 + 100, 'all work and no play\r\n')
  await assert.rejects(send(big), { responseCode: 552 })
  const unannounced = `From: a@b.example\r\n\r\n${big.toString()}\r\n.`
  assert.match(
    await talk(['EHLO x', 'MAIL FROM:<a@b.example>', `RCPT TO:<${to}>`, 'DATA', unannounced]),
    /\r\n552 .*larger than 3 MB/,
  )
  assert.equal((await db.owner`select 1 from mail.raw`).length, before.length)
})

test('many big messages at once are all taken', async () => {
  const raw = (n: number) => `From: a@b.example\r\nSubject: ${n}\r\n\r\n${'big '.repeat(300_000)}\r\n`
  const all = await Promise.all(Array.from({ length: 10 }, (_, n) => send(raw(n))))
  assert.equal(new Set(all).size, 10)
  for (const sha256 of all) assert.ok(await stored(sha256))
})

test('a message that breaks off halfway leaves nothing and blocks nobody', async () => {
  const socket = net.connect(intake.port, '127.0.0.1')
  socket.write(`EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<${to}>\r\nDATA\r\n`)
  await new Promise(resolve => setTimeout(resolve, 100))
  socket.write(`From: a@b.example\r\nSubject: half\r\n\r\n${'half '.repeat(200_000)}`)
  await new Promise(resolve => setTimeout(resolve, 100))
  socket.destroy()
  assert.ok(await stored(await send('From: a@b.example\r\n\r\nafter the broken one\r\n')))
  const half = await db.owner`select 1 from mail.raw where position('Subject: half'::bytea in bytes) > 0`
  assert.equal(half.length, 0)
})

test('when the database does not take it, the sender hears 451 and keeps it', async () => {
  await db.owner`alter table mail.raw rename to raw_away`
  await assert.rejects(send('From: a@b.example\r\n\r\nlater\r\n'), { responseCode: 451 })
  await db.owner`alter table mail.raw_away rename to raw`
  assert.ok(await stored(await send('From: a@b.example\r\n\r\nlater\r\n')))
})

test('by LMTP every recipient has an answer of their own, after the message is kept', async () => {
  const local = await openSmtpIntake({ db, port: 0, host: '127.0.0.1', isOurs, log, lmtp: true })
  after(() => local.close())
  const said = await talk(
    [
      'LHLO here',
      `MAIL FROM:<${from}>`,
      `RCPT TO:<${to}>`,
      'RCPT TO:<waste@tessbridge.example>',
      'DATA',
      'From: a@b.example\r\n\r\nby LMTP\r\n.',
    ],
    local.port,
  )
  const [sha256, second] = [...said.matchAll(/250 .*Stored as ([0-9a-f]{64})/g)].map(it => it[1]!)
  assert.ok(sha256 && sha256 === second, said)
  assert.deepEqual((await stored(sha256))!.recipients, ['streets@tessbridge.example', 'waste@tessbridge.example'])
})

/** Says lines one after another and gives everything the server said. */
async function talk(lines: readonly string[], port = intake.port): Promise<string> {
  const socket = net.connect(port, '127.0.0.1')
  let said = ''
  let heard = Promise.withResolvers<void>()
  socket.on('data', chunk => {
    said += chunk
    heard.resolve()
    heard = Promise.withResolvers()
  })
  await heard.promise
  for (const line of lines) {
    const next = heard.promise
    socket.write(`${line}\r\n`)
    await next
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  socket.destroy()
  return said
}
