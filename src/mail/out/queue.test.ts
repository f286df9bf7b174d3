import { test } from 'node:test'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { referenceOf } from '#kernel/reference.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { testDatabase } from '#test/database.ts'
import { markBounced } from './bounce.ts'
import { deliveriesOf } from './delivery.ts'
import { post, receiptBrake, takeMailsBack, type Mail } from './queue.ts'
import { findReplyAddress, replyAddressFor, revokeReplyAddresses } from './reply-address.ts'
import { readMessageId } from './stamp.ts'
import { unreachableAmong } from './unreachable.sql.ts'

const db = await testDatabase()
const stamp = { secret: 'the secret of these tests, long enough', domain: 'tessbridge.example' }
const at = new Date('2026-06-03T13:05:00Z')
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction<T>(db, 'system', work)

const mailTo = (address: string, more: Partial<Mail> = {}): Mail => ({
  kind: 'answer',
  to: { person: null, name: "Councillor O'Brien", address },
  from: { name: 'Streets and lighting', address: 'streets@tessbridge.example' },
  event: randomUUID(),
  about: { enquiry: randomUUID(), reference: referenceOf(2026, 7), message: randomUUID(), restricted: false },
  automatic: false,
  subject: '[ME-2026-000007] Our answer',
  text: 'The lamp will be mended.',
  html: '<p>The lamp will be mended.</p>',
  ...more,
})

const rowOf = async (id: string | undefined) => (await db.owner`select * from mail.outbox where id = ${id ?? null}`)[0]

test('the same event tells the same recipient once, however often and however much at once it is posted', async () => {
  const mail = mailTo('once@member.example')
  const first = await asSystem(tx => post(tx, stamp, mail, at))
  const again = await Promise.all(
    ['once@member.example', 'ONCE@member.example', 'once@member.example'].map(address =>
      asSystem(tx => post(tx, stamp, { ...mail, to: { ...mail.to, address } }, at)),
    ),
  )
  assert.ok(first)
  assert.deepEqual(again, [undefined, undefined, undefined])
  // another recipient, kind or event is another mail
  assert.ok(await asSystem(tx => post(tx, stamp, { ...mail, to: { ...mail.to, address: 'two@member.example' } }, at)))
  assert.ok(await asSystem(tx => post(tx, stamp, { ...mail, kind: 'closed' }, at)))
  assert.ok(await asSystem(tx => post(tx, stamp, { ...mail, event: 'later' }, at)))
  const rows = await db.owner`select id from mail.outbox where about_enquiry = ${mail.about?.enquiry ?? null}`
  assert.equal(rows.length, 4)
})

test('a mail written in a transaction that fails was never written', async () => {
  const mail = mailTo('rolled-back@member.example')
  await assert.rejects(
    asSystem(async tx => {
      await post(tx, stamp, mail, at)
      throw new Error('the act was refused')
    }),
    /refused/,
  )
  assert.equal((await db.owner`select from mail.outbox where to_address = 'rolled-back@member.example'`).length, 0)
})

test('a mail carries a signed Message-ID, its thread, and an own address to reply to', async () => {
  const mail = mailTo('threads@member.example', {
    inReplyTo: '<abc.1@member.example>',
    references: ['<root@member.example>', '<x> \r\nBcc: evil@x.example'],
  })
  const row = await rowOf((await asSystem(tx => post(tx, stamp, mail, at)))?.id)
  assert.deepEqual(readMessageId(stamp, row?.messageId), { what: 'mail', id: row?.id })
  assert.deepEqual(
    row?.refs.map((ref: string) => readMessageId(stamp, ref)?.what ?? ref),
    ['enquiry', '<root@member.example>', '<abc.1@member.example>'],
  )
  assert.equal(row?.inReplyTo, '<abc.1@member.example>')
  const match = await asSystem(tx => findReplyAddress(tx, row?.replyTo.toUpperCase()))
  assert.deepEqual(match, {
    enquiry: mail.about?.enquiry,
    person: null,
    address: 'threads@member.example',
    revoked: false,
  })
})

test('a reply address stays the same for a party until revoked, is nobody else’s, and is not to be found in the database', async () => {
  const party = { enquiry: randomUUID(), person: null, address: 'party@member.example' }
  const addressFor = (given = party, by = stamp) => asSystem(tx => replyAddressFor(tx, by, given, at))
  const first = await addressFor()
  assert.match(first, /^reply\+[a-z2-7]{20}@tessbridge\.example$/)
  assert.equal(await addressFor(), first)
  assert.notEqual(await addressFor({ ...party, address: 'other@member.example' }), first)
  assert.notEqual(await addressFor({ ...party, enquiry: randomUUID() }), first)
  const stored = await db.owner`select row_to_json(reply_address)::text as row from mail.reply_address`
  const token = first.slice(6, 26)
  assert.ok(stored.every(({ row }) => !row.includes(token) && !row.includes(Buffer.from(token).toString('hex'))))

  assert.equal(await asSystem(tx => revokeReplyAddresses(tx, party.enquiry, at, 'PARTY@member.example')), 1)
  assert.equal((await asSystem(tx => findReplyAddress(tx, first)))?.revoked, true)
  const second = await addressFor()
  assert.notEqual(second, first)
  assert.equal((await asSystem(tx => findReplyAddress(tx, second)))?.revoked, false)
  // after a change of the secret the addresses already given out still arrive
  const renewed = await addressFor(party, { ...stamp, secret: 'another secret' })
  assert.notEqual(renewed, second)
  assert.equal((await asSystem(tx => findReplyAddress(tx, second)))?.enquiry, party.enquiry)
  assert.equal(await asSystem(tx => findReplyAddress(tx, 'reply+aaaaaaaaaaaaaaaaaaaa@tessbridge.example')), undefined)
})

test('receipts are counted by enquiry, sender, hour and day, and the breaker stops them for everybody', async () => {
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  const receiptAt = (when: Date, address: string, enquiry: string = randomUUID()) =>
    asSystem(tx =>
      post(
        tx,
        stamp,
        mailTo(address, { kind: 'receipt', about: { enquiry, reference: referenceOf(2026, 8), restricted: false } }),
        when,
      ),
    )
  const allowed = async (address: string, when: Date, enquiry: string = randomUUID()) => {
    const result = await asSystem(async tx => {
      const brake = await receiptBrake(tx, [{ enquiry, address }], when)
      return brake({ enquiry, address })
    })
    return result.ok ? 'ok' : result.refusal.code
  }
  const enquiry = randomUUID()
  await receiptAt(at, 'loop@member.example', enquiry)
  assert.equal(await allowed('loop@member.example', later(1), enquiry), 'receipt-sent')
  for (let n = 1; n < 5; n++) await receiptAt(later(n), 'loop@member.example')
  assert.equal(await allowed('loop@member.example', later(6)), 'too-many')
  assert.equal(await allowed('calm@member.example', later(6)), 'ok')
  assert.equal(await allowed('loop@member.example', later(70)), 'ok')
  for (let n = 0; n < 5; n++) await receiptAt(later(70 + n), 'loop@member.example')
  assert.equal(await allowed('loop@member.example', later(200)), 'too-many')
  assert.equal(await allowed('loop@member.example', later(26 * 60)), 'ok')
  await asSystem(tx => changeSetting(tx, 'mail.receipts-breaker-per-hour', 5, null))
  assert.equal(await allowed('calm@member.example', later(75)), 'breaker-open')
})

test('a failure marks mail and address once', async () => {
  const mail = mailTo('gone@member.example')
  const posted = await asSystem(tx => post(tx, stamp, mail, at))
  const bounce = (id: string) => asSystem(tx => markBounced(tx, id, 'No such\r\nmailbox', at))
  assert.equal(await bounce(randomUUID()), undefined)
  const marked = await bounce(posted!.id)
  assert.equal(marked?.aboutMessage, mail.about?.message)
  assert.equal(await bounce(posted!.id), undefined)
  const deliveries = await asSystem(tx => deliveriesOf(tx, [mail.about?.message ?? '', randomUUID()]))
  assert.deepEqual(
    [...deliveries.values()].flat().map(it => [it.to, it.words]),
    [["Councillor O'Brien", 'Came back undelivered: No such mailbox']],
  )
  const [bad] = await asSystem(tx => unreachableAmong(tx, ['fine@member.example', 'Gone@member.example']))
  assert.equal(bad?.reason, 'No such mailbox')
})

test('when an enquiry becomes restricted, waiting mail loses its words and past mail follows', async () => {
  const mail = mailTo('restricted@member.example')
  const waiting = await asSystem(tx => post(tx, stamp, mail, at))
  const past = await asSystem(tx => post(tx, stamp, { ...mail, event: 'earlier' }, at))
  await db.owner`update mail.outbox set state = 'sent', sent_at = ${at} where id = ${past?.id ?? null}`
  const enquiry = mail.about?.enquiry ?? ''
  assert.equal(await asSystem(tx => takeMailsBack(tx, enquiry, [])), 1)
  const row = await rowOf(waiting?.id)
  assert.deepEqual([row?.state, row?.subject, row?.text, row?.html, row?.restricted], ['withdrawn', '', '', '', true])
  const sent = await rowOf(past?.id)
  assert.deepEqual([sent?.state, sent?.text, sent?.restricted], ['sent', mail.text, true])
})

test('a person sees the mails to them and nobody else’s; only the system writes', async () => {
  const [person, other] = await db.owner<{ id: string }[]>`
    insert into people.person (name, email) values ('Bea Hart', 'bea@tessbridge.example'), ('Cal Dunn', 'cal@tessbridge.example') returning id
  `
  const mail = mailTo('bea@tessbridge.example')
  await asSystem(tx => post(tx, stamp, { ...mail, to: { ...mail.to, person: person?.id ?? null } }, at))
  const seenBy = (viewer: string) => inTransaction(db, viewer, tx => deliveriesOf(tx, [mail.about?.message ?? '']))
  assert.equal((await seenBy(person?.id ?? '')).size, 1)
  assert.equal((await seenBy(other?.id ?? '')).size, 0)
  assert.equal((await seenBy('public')).size, 0)
  await assert.rejects(
    inTransaction(db, person?.id ?? '', tx => post(tx, stamp, mailTo('x@member.example'), at)),
    /row-level security/,
  )
  const addresses = await inTransaction(db, person?.id ?? '', tx => tx`select from mail.reply_address`)
  assert.equal(addresses.length, 0)
})
