import { test } from 'node:test'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { mayReceipt } from './receipt-limit.ts'
import { nextAttempt } from './retry.ts'
import { bounceAddressOf, messageIdOf, readBounceAddress, readMessageId, threadIdOf } from './stamp.ts'

const limits = { perHour: 5, perDay: 10, breakerPerHour: 2000 }
const none = { forEnquiry: 0, toSenderInHour: 0, toSenderInDay: 0, toAllInHour: 0 }
const codeOf = (counts: Partial<typeof none>) => {
  const result = mayReceipt({ ...none, ...counts }, limits)
  return result.ok ? 'ok' : result.refusal.code
}

test('one receipt for an enquiry, 5 an hour and 10 a day for a sender, and one breaker for all', () => {
  assert.equal(codeOf({}), 'ok')
  assert.equal(codeOf({ forEnquiry: 1 }), 'receipt-sent')
  assert.equal(codeOf({ toSenderInHour: 4, toSenderInDay: 9, toAllInHour: 1999 }), 'ok')
  assert.equal(codeOf({ toSenderInHour: 5, toSenderInDay: 5 }), 'too-many')
  assert.equal(codeOf({ toSenderInDay: 10 }), 'too-many')
  assert.equal(codeOf({ toAllInHour: 2000 }), 'breaker-open')
})

test('more receipts already sent never make one more likely', () => {
  const count = fc.nat(20)
  const counts = fc.record({
    forEnquiry: fc.nat(2),
    toSenderInHour: count,
    toSenderInDay: count,
    toAllInHour: fc.nat(3000),
  })
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const more = Object.fromEntries(
        Object.keys(a).map(key => [key, a[key as 'forEnquiry'] + b[key as 'forEnquiry']]),
      ) as typeof a
      if (!mayReceipt(a, limits).ok) assert.equal(mayReceipt(more, limits).ok, false)
    }),
  )
})

test('retries come after 1 minute, 5, 30, 2 hours, 6 hours and end within three days', () => {
  let at = new Date('2026-06-01T09:00:00Z')
  const start = at.getTime()
  const minutes: number[] = []
  for (let attempts = 1; ; attempts++) {
    const next = nextAttempt(attempts, at)
    if (!next) break
    minutes.push((next.getTime() - at.getTime()) / 60_000)
    at = next
  }
  assert.deepEqual(minutes.slice(0, 5), [1, 5, 30, 120, 360])
  const days = (at.getTime() - start) / 86_400_000
  assert.ok(days > 2.5 && days <= 3, `${days} days`)
})

test('a signed Message-ID is known again, whatever mail programs do to its letters', () => {
  const stamp = { secret: 'a secret of the house', domain: 'tessbridge.example' }
  const id = randomUUID()
  for (const [what, text] of [
    ['mail', messageIdOf(stamp, id)],
    ['enquiry', threadIdOf(stamp, id)],
  ] as const) {
    assert.deepEqual(readMessageId(stamp, text), { what, id })
    assert.deepEqual(readMessageId(stamp, ` ${text.toUpperCase()} `), { what, id })
    assert.equal(readMessageId({ ...stamp, secret: 'another' }, text), undefined)
    assert.equal(readMessageId({ ...stamp, domain: 'other.example' }, text), undefined)
    // the signature covers every figure of the id and what it is for
    const other = text.replace(/[0-9a-f](?=\.)/, last => (last === '0' ? '1' : '0'))
    assert.equal(readMessageId(stamp, other), undefined)
    assert.equal(readMessageId(stamp, text.replace(/^<[me]/, what === 'mail' ? '<e' : '<m')), undefined)
  }
  for (const text of ['', '<>', '<a@b>', messageIdOf(stamp, id).repeat(50)])
    assert.equal(readMessageId(stamp, text), undefined)
})

test('the address reports come back to names one mail, and nobody can make one up', () => {
  const stamp = { secret: 'a secret of the house', domain: 'Tessbridge.example' }
  const id = randomUUID()
  const address = bounceAddressOf(messageIdOf(stamp, id))
  assert.ok(address.indexOf('@') <= 64, 'a mailbox name has 64 characters at most')
  assert.equal(readBounceAddress(stamp, address), id)
  assert.equal(readBounceAddress(stamp, ` ${address.toUpperCase()}`), id)
  assert.equal(readBounceAddress({ ...stamp, secret: 'another' }, address), undefined)
  for (let at = 7; at < address.indexOf('@'); at++) {
    const other = address[at] === 'a' ? 'b' : 'a'
    assert.equal(readBounceAddress(stamp, address.slice(0, at) + other + address.slice(at + 1)), undefined)
  }
})
