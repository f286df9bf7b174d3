import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { createTransport } from 'nodemailer'
import { parseMail } from '../parse/parse.ts'
import { readAuthenticationResults } from './authentication-results.ts'
import { judge, verdictOf, type Judging, type Resolver } from './judge.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicText = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

/** The DNS of an invented world. */
const records: Record<string, string[]> = {
  'TXT k._domainkey.reed.example': [`v=DKIM1; k=rsa; p=${publicText}`],
  'TXT _dmarc.reed.example': ['v=DMARC1; p=reject'],
  'TXT reed.example': ['v=spf1 ip4:192.0.2.1 -all'],
  'TXT plain.example': ['v=spf1 ip4:192.0.2.9 -all'],
}
const resolver: Resolver = async (name, type) => {
  const found = records[`${type} ${name}`]
  if (!found) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
  return type === 'TXT' ? found.map(it => [it]) : found
}

const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const signer = createTransport({
  streamTransport: true,
  buffer: true,
  dkim: { domainName: 'reed.example', keySelector: 'k', privateKey: key },
})
const signed = async (from: string): Promise<Buffer> =>
  (await signer.sendMail({ from, to: 'onestop@tessbridge.example', subject: 'Bins', text: 'Missed again' }))
    .message as Buffer

async function verdict(raw: Buffer, fromIp: string, by: Judging = { resolver }) {
  const parsed = await parseMail(raw, 'x@y.example')
  assert.ok(parsed.ok)
  return (
    await judge(raw, parsed.mail, { mailFrom: parsed.mail.from?.address ?? '', fromIp, helo: 'mail.reed.example' }, by)
  ).result
}

test('a signed message passes, a changed one fails', async () => {
  const raw = await signed('cllr@reed.example')
  assert.equal(await verdict(raw, '198.51.100.7'), 'pass')
  assert.equal(await verdict(Buffer.from(raw.toString().replace('Missed', 'Forged')), '198.51.100.7'), 'fail')
})

test('a forged sender fails by the policy of the domain it names', async () => {
  assert.equal(await verdict(Buffer.from('From: cllr@reed.example\r\n\r\nhi'), '198.51.100.7'), 'fail')
  assert.equal(await verdict(Buffer.from('From: cllr@reed.example\r\n\r\nhi'), '192.0.2.1'), 'pass')
})

test("another domain's good signature proves nothing", async () => {
  assert.equal(await verdict(await signed('boss@unsigned.example'), '198.51.100.7'), 'none')
  assert.equal(await verdict(Buffer.from('From: a@plain.example\r\n\r\nhi'), '198.51.100.7'), 'fail')
})

test('without DNS nothing is checked, and broken DNS neither passes nor fails', async () => {
  const raw = await signed('cllr@reed.example')
  assert.equal(await verdict(raw, '192.0.2.1', {}), 'not-checked')
  const broken: Resolver = async () => {
    throw Object.assign(new Error('timeout'), { code: 'ETIMEOUT' })
  }
  assert.equal(await verdict(raw, '192.0.2.1', { resolver: broken }), 'none')
})

test("our relay's finding counts only from its own address, under its name and on top", async () => {
  const relay = { name: 'mx.tessbridge.example', addresses: ['10.0.0.5'] }
  const message = (...headers: string[]) => Buffer.from([...headers, 'From: cllr@reed.example', '', 'hi'].join('\r\n'))
  const pass = 'Authentication-Results: mx.tessbridge.example; spf=none; dmarc=pass (p=reject) header.from=reed.example'
  const fail = 'Authentication-Results: mx.tessbridge.example; dmarc=fail header.from=reed.example'
  assert.equal(await verdict(message(pass), '10.0.0.5', { relay }), 'pass')
  assert.equal(await verdict(message(pass), '::ffff:10.0.0.5', { relay }), 'pass')
  assert.equal(await verdict(message(fail, pass), '10.0.0.5', { relay }), 'fail')
  assert.equal(await verdict(message(pass), '198.51.100.7', { relay }), 'not-checked')
  assert.equal(await verdict(message(pass), 'imap', { relay }), 'pass', 'fetched mail went through our server')
  assert.equal(await verdict(message(fail, pass), 'imap', { relay }), 'fail')
  assert.equal(await verdict(message(pass.replace('mx.', 'my.')), '10.0.0.5', { relay }), 'not-checked')
})

test('headers that would take minutes to check are not believed', async () => {
  const resolver: Resolver = async () => assert.fail('nobody is asked')
  const endless = Buffer.from(`From: cllr@reed.example\r\nX-A: b${'\r\n c'.repeat(100_000)}\r\n\r\nhi`)
  assert.equal(await verdict(endless, '192.0.2.1', { resolver }), 'fail')
})

test('comments cannot hide or fake a finding', () => {
  const read = readAuthenticationResults(
    'mx.example 1; dkim=fail (dmarc=pass (nested) ; spf=pass) header.d=a.example; dmarc=none',
  )
  assert.deepEqual(read, {
    by: 'mx.example',
    findings: [
      { method: 'dkim', result: 'fail', domain: 'a.example' },
      { method: 'dmarc', result: 'none', domain: undefined },
    ],
  })
})

test('without DMARC an aligned proof is enough and a failed one without any is a failure', () => {
  const dkim = (result: string, domain: string) => ({ method: 'dkim', result, domain })
  assert.equal(verdictOf([dkim('fail', 'a.example'), dkim('pass', 'mail.a.example')], 'a.example').result, 'pass')
  assert.equal(verdictOf([dkim('fail', 'a.example'), dkim('pass', 'b.example')], 'a.example').result, 'fail')
  assert.equal(verdictOf([dkim('pass', 'ba.example')], 'a.example').result, 'none')
})
