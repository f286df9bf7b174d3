import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { notesOf } from './notes.ts'
import { parseMail } from './parse.ts'
import { openSmime } from './smime.ts'

const letter = (name: string) => readFile(join(import.meta.dirname, 'for-tests', name))

async function mailOf(raw: string | Uint8Array) {
  const parsed = await parseMail(Buffer.from(raw as string), 'a@b.example')
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.mail
}

const by = 'Aoife Example <demo.member@tessbridge.example>'
const words = 'The street light outside number 4 has been out for a week.'

for (const name of ['clear-signed.eml', 'opaque-signed.eml']) {
  test(`${name}: its words are read, and by whom it is signed`, async () => {
    const mail = await mailOf(await letter(name))
    assert.equal(mail.text.trim(), words)
    const issuer = 'Tessbridge Borough Council'
    assert.deepEqual(mail.protection, { kind: 'signed', means: 'S/MIME', holds: true, by, issuer })
    assert.deepEqual(mail.attachments, [], 'the signature itself is no file')
    assert.match(notesOf(mail).join(), /signed \(S\/MIME\) in the name of Aoife Example .* those that were signed/)
  })
}

test('a signature over other words does not hold, and the note says so', async () => {
  const raw = (await letter('clear-signed.eml')).toString('latin1').replace('number 4', 'number 5')
  const mail = await mailOf(Buffer.from(raw, 'latin1'))
  assert.deepEqual(
    [mail.protection?.kind, mail.protection?.kind === 'signed' && mail.protection.holds],
    ['signed', false],
  )
  assert.match(notesOf(mail).join(), /does not fit/)
})

test('encrypted mail is known for what it is', async () => {
  const mail = await mailOf(await letter('encrypted.eml'))
  assert.deepEqual(mail.protection, { kind: 'encrypted', means: 'S/MIME' })
  const pgp = await mailOf(
    'From: a@b.example\r\nContent-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x\r\n\r\n' +
      '--x\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--x\r\nContent-Type: application/octet-stream\r\n\r\n' +
      '-----BEGIN PGP MESSAGE-----\r\n\r\n-----END PGP MESSAGE-----\r\n--x--\r\n',
  )
  assert.deepEqual(pgp.protection, { kind: 'encrypted', means: 'PGP' })
  const inline = await mailOf('From: a@b.example\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQ==\r\n')
  assert.deepEqual(inline.protection, { kind: 'encrypted', means: 'PGP' })
  assert.match(notesOf(inline).join(), /encrypted \(PGP\), and nobody here can read it/)
})

test('an ordinary message is not protected', async () => {
  assert.equal((await mailOf('From: a@b.example\r\n\r\nHello')).protection, undefined)
})

test('whatever bytes stand where a signature should be, reading them ends and does not throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      openSmime(bytes)
    }),
  )
  openSmime(Buffer.alloc(100_000, 0x30))
  openSmime(Buffer.concat(Array.from({ length: 50_000 }, () => Buffer.of(0x30, 0x80))))
})
