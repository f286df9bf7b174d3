import { after, afterEach, beforeEach, test } from 'node:test'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import PostalMime from 'postal-mime'
import { referenceOf } from '#kernel/reference.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { deliveriesOf } from './delivery.ts'
import type { OutboxMail } from './outbox-mail.ts'
import { post, takeMailsBack, type Mail } from './queue.ts'
import { sendDue, type Sending } from './sender.ts'
import { bounceAddressOf } from './stamp.ts'
import { openTransport, type Transport } from './transport.ts'

const db = await testDatabase()
const stamp = { secret: 'the secret of these tests, long enough', domain: 'tessbridge.example' }
const files = { read: async (sha256: string) => Buffer.from(`the bytes of ${sha256}`) }
const start = new Date('2026-06-03T09:00:00Z')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

/** What the server of the other side does with a message to this address. */
type Manner = 'accept' | 'busy' | 'no-such-person' | 'spam' | 'hang' | 'drop-after-data' | 'refuse-us'
let manner: Manner = 'accept'
const arrived: string[] = []
const envelopes: { from: string; to: string[] }[] = []

const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onMailFrom: (_address, _session, callback) =>
    callback(manner === 'refuse-us' ? refusal(550, 'We do not know you') : null),
  onRcptTo: (_address, _session, callback) => {
    if (manner === 'busy') return callback(refusal(451, '4.7.1 Try again later'))
    if (manner === 'no-such-person') return callback(refusal(550, '5.1.1 No such person'))
    if (manner === 'hang') return
    callback()
  },
  onData: (stream, session, callback) => {
    void text(stream).then(raw => {
      if (manner === 'spam') return callback(refusal(554, '5.7.1 Looks like spam'))
      arrived.push(raw)
      envelopes.push({
        from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
        to: session.envelope.rcptTo.map(it => it.address),
      })
      if (manner === 'drop-after-data') return sockets.forEach(socket => socket.destroy())
      callback()
    })
  },
})
const sockets = new Set<import('node:net').Socket>()
server.server.on('connection', socket => sockets.add(socket).size && socket.on('close', () => sockets.delete(socket)))
server.on('error', () => {})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const port = (server.server.address() as { port: number }).port
after(
  () =>
    new Promise<void>(resolve => {
      sockets.forEach(socket => socket.destroy())
      server.close(() => resolve())
    }),
)

let transport: Transport
beforeEach(async () => {
  transport = openTransport(`smtp://127.0.0.1:${port}`, files)
  manner = 'accept'
  arrived.length = 0
  envelopes.length = 0
  await db.owner`delete from mail.outbox`
})
afterEach(() => transport.close())

const settled: string[] = []
const sending: Sending = {
  maySend: async () => new Map(),
  onSettled: async (_tx: Tx, mail: OutboxMail, how, reason) =>
    void settled.push(`${mail.toAddress} ${how} ${reason}`.trim()),
}

async function write(address: string, more: Partial<Mail> = {}): Promise<Mail> {
  const mail: Mail = {
    kind: 'answer',
    to: { person: null, name: "Councillor Aoife Ní O'Brien", address },
    from: { name: 'Streets & lighting', address: 'streets@tessbridge.example' },
    event: randomUUID(),
    about: { enquiry: randomUUID(), reference: referenceOf(2026, 7), message: randomUUID(), restricted: false },
    automatic: false,
    subject: '[ME-2026-000007] Our answer: “Lamp” 💡',
    text: 'The lamp will be mended.\n.\nA dot alone ends nothing.\n',
    html: '<p>The lamp will be mended.</p>',
    ...more,
  }
  await inTransaction(db, 'system', tx => post(tx, stamp, mail, start))
  return mail
}

const send = (at: Date, how = sending) => sendDue(db, transport, at, how)
const stateOf = async (address: string) =>
  (
    await db.owner`select state, attempts, last_error, next_attempt_at, sent_at from mail.outbox where to_address = ${address}`
  )[0]
const wordsFor = async (mail: Mail) =>
  (await inTransaction(db, 'system', tx => deliveriesOf(tx, [mail.about?.message ?? '']))).get(
    mail.about?.message ?? '',
  )?.[0]?.words
const messageIds = () => arrived.map(raw => /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1])

test('the files of an answer go with it, under their names', async () => {
  await write('aoife@member.example', {
    files: [{ name: 'Plan für Mill Lane.pdf', type: 'application/pdf', sha256: 'a1' }],
  })
  assert.equal((await send(start)).sent, 1)
  const [file, ...more] = (await PostalMime.parse(arrived[0] ?? '')).attachments
  assert.deepEqual(
    [file?.filename, file?.mimeType, file?.disposition],
    ['Plan für Mill Lane.pdf', 'application/pdf', 'attachment'],
  )
  assert.equal(Buffer.from(file!.content as ArrayBuffer).toString(), 'the bytes of a1')
  assert.equal(more.length, 0)
})

test('an accepted mail arrives whole, with both parts, its thread and the address to reply to', async () => {
  const mail = await write('aoife@member.example', { inReplyTo: '<q1@member.example>' })
  assert.equal((await send(start)).sent, 1)
  const parsed = await PostalMime.parse(arrived[0] ?? '')
  assert.equal(parsed.subject, mail.subject)
  assert.equal(parsed.text?.trimEnd(), mail.text.trimEnd())
  assert.equal(parsed.html?.trim(), mail.html)
  assert.deepEqual(parsed.to?.[0], { name: mail.to.name, address: 'aoife@member.example' })
  assert.deepEqual([parsed.from?.name, parsed.from?.address], ['Streets & lighting', 'streets@tessbridge.example'])
  const [row] = await db.owner`select * from mail.outbox`
  assert.equal(parsed.messageId, row?.messageId)
  assert.equal(parsed.inReplyTo, '<q1@member.example>')
  assert.match(parsed.references ?? '', /^<e-[0-9a-f.]+@tessbridge\.example> <q1@member\.example>$/)
  assert.equal(parsed.replyTo?.[0]?.address, row?.replyTo)
  assert.deepEqual(envelopes, [{ from: bounceAddressOf(row!.messageId), to: ['aoife@member.example'] }])
  assert.equal(
    parsed.headers.find(it => it.key === 'auto-submitted'),
    undefined,
  )
  assert.equal(await wordsFor(mail), 'Sent 3 June 2026 at 10:00am')
  assert.equal((await send(minutesOn(60))).taken, 0)
})

test('automatic mail says in its headers that nobody typed it', async () => {
  await write('auto@member.example', { kind: 'receipt', automatic: true })
  await send(start)
  assert.match(arrived[0] ?? '', /^auto-submitted: auto-generated\r?$/im)
  assert.match(arrived[0] ?? '', /^x-auto-response-suppress: all\r?$/im)
})

test('a busy server is tried again later, with the same Message-ID', async () => {
  const mail = await write('busy@member.example')
  manner = 'busy'
  assert.equal((await send(start)).deferred, 1)
  assert.match((await wordsFor(mail)) ?? '', /^Not delivered yet, next attempt 3 June 2026 at 10:01am: 451/)
  assert.equal((await send(new Date(start.getTime() + 59_000))).taken, 0)
  assert.equal((await send(minutesOn(1))).deferred, 1)
  manner = 'accept'
  assert.equal((await send(minutesOn(6))).sent, 1)
  assert.deepEqual(messageIds(), [(await db.owner`select message_id from mail.outbox`)[0]?.messageId])
  assert.equal((await stateOf('busy@member.example'))?.attempts, 3)
})

test('a server that stays busy is given up within three days, and the enquiry is told', async () => {
  await write('never@member.example')
  manner = 'busy'
  settled.length = 0
  let at = start
  for (let n = 0; n < 20 && (await stateOf('never@member.example'))?.state === 'queued'; n++) {
    await send(at)
    at = (await stateOf('never@member.example'))?.nextAttemptAt
  }
  const row = await stateOf('never@member.example')
  assert.equal(row?.state, 'failed')
  assert.match(settled.join(), /^never@member\.example failed 451/)
  // the fault was not the address's
  assert.equal((await db.owner`select from mail.unreachable`).length, 0)
})

test('an address that does not exist fails at once and is marked; a refused text does not mark the address', async () => {
  const gone = await write('gone@member.example')
  manner = 'no-such-person'
  assert.equal((await send(start)).failed, 1)
  assert.match((await wordsFor(gone)) ?? '', /^Could not be delivered: 550 5\.1\.1 No such person/)
  await write('spam@member.example')
  manner = 'spam'
  assert.equal((await send(start)).failed, 1)
  assert.deepEqual(
    (await db.owner`select address from mail.unreachable`).map(it => it.address),
    ['gone@member.example'],
  )
})

test('a fault between our servers is nobody’s address: the mail waits', async () => {
  await write('waits@member.example')
  manner = 'refuse-us'
  assert.equal((await send(start)).deferred, 1)
  transport.close()
  transport = openTransport('smtp://127.0.0.1:1', files, { patienceMs: 400 })
  assert.equal((await send(minutesOn(5))).deferred, 1)
})

test('a server that hangs is not waited for for ever', async () => {
  transport.close()
  transport = openTransport(`smtp://127.0.0.1:${port}`, files, { patienceMs: 400 })
  await write('hangs@member.example')
  manner = 'hang'
  assert.equal((await send(start)).deferred, 1)
  assert.match((await stateOf('hangs@member.example'))?.lastError, /timeout/i)
})

test('a connection lost after the text leads to a second copy with the same Message-ID, never to none', async () => {
  await write('twice@member.example')
  manner = 'drop-after-data'
  assert.equal((await send(start)).deferred, 1)
  manner = 'accept'
  assert.equal((await send(minutesOn(1))).sent, 1)
  const [first, second] = messageIds()
  assert.ok(first && first === second && arrived.length === 2)
})

test('a worker that died while sending leaves the mail to the next one after its lease, with the same Message-ID', async () => {
  await write('crash@member.example')
  const dying: Transport = {
    ...transport,
    send: async mail => (await transport.send(mail), Promise.reject(new Error('killed'))),
  }
  await assert.rejects(sendDue(db, dying, start, sending), /killed/)
  assert.equal((await stateOf('crash@member.example'))?.state, 'sending')
  assert.equal((await send(minutesOn(9))).taken, 0)
  assert.equal((await send(minutesOn(10))).sent, 1)
  const [first, second] = messageIds()
  assert.ok(first && first === second)
})

test('workers at the same time never send one mail twice', async () => {
  for (let n = 0; n < 30; n++) await write(`many-${n}@member.example`)
  const runs = await Promise.all([1, 2, 3].map(() => sendDue(db, transport, start, sending, 15)))
  assert.equal(
    runs.reduce((sum, run) => sum + run.sent, 0),
    30,
  )
  assert.equal(new Set(envelopes.flatMap(it => it.to)).size, 30)
  assert.equal(arrived.length, 30)
})

test('a right lost since the writing stops the mail and erases its words', async () => {
  const mail = await write('lost@member.example')
  const asked: string[] = []
  const strict: Sending = {
    maySend: async (_tx, mails) => {
      asked.push(...mails.map(it => it.toAddress))
      return new Map(mails.map(it => [it.id, 'no longer a party to the enquiry']))
    },
  }
  assert.equal((await send(start, strict)).withdrawn, 1)
  assert.deepEqual(asked, ['lost@member.example'])
  assert.equal(arrived.length, 0)
  assert.equal(await wordsFor(mail), 'Not sent: no longer a party to the enquiry')
  assert.equal((await db.owner`select text || html || subject as words from mail.outbox`)[0]?.words, '')
})

/** The enquiry becomes restricted just while the mail is on its way. */
const withdrawing = (mail: Mail): Transport => ({
  ...transport,
  send: async it => {
    await inTransaction(db, 'system', tx => takeMailsBack(tx, mail.about?.enquiry ?? '', []))
    return transport.send(it)
  },
})

test('a mail withdrawn while it is on its way is recorded as sent, because it was', async () => {
  const mail = await write('too-late@member.example')
  assert.equal((await sendDue(db, withdrawing(mail), start, sending)).sent, 1)
  assert.equal(await wordsFor(mail), 'Sent 3 June 2026 at 10:00am')
})

test('a mail withdrawn while an attempt fails is not tried again', async () => {
  const mail = await write('in-time@member.example')
  manner = 'busy'
  await sendDue(db, withdrawing(mail), start, sending)
  assert.equal((await send(minutesOn(5))).taken, 0)
  assert.equal(await wordsFor(mail), 'Not sent: The enquiry was restricted')
})

test('without a mail server mail is held, and stays held when one is set up later', async () => {
  const mail = await write('held@member.example')
  assert.equal((await sendDue(db, undefined, start, sending)).held, 1)
  assert.equal((await send(minutesOn(60 * 24))).taken, 0)
  assert.equal(await wordsFor(mail), 'Kept in the outbox: no mail server is set up')
})

test('a sign-in link is erased once it has left', async () => {
  await write('signs-in@member.example', { kind: 'sign-in', about: undefined, text: 'https://x.example/secret' })
  await send(start)
  assert.match(arrived[0] ?? '', /secret/)
  assert.equal((await db.owner`select text || html as words from mail.outbox`)[0]?.words, '')
})
