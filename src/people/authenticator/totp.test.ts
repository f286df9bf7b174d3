import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base32, codeAt, keyAddress, stepMatching, stepOf } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

/** RFC 6238, appendix B, SHA-1. */
const vectors: readonly (readonly [number, string])[] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
]

test('codes are those of RFC 6238', () => {
  for (const [seconds, code] of vectors)
    assert.equal(codeAt(secret, stepOf(new Date(seconds * 1000)), 8), code, String(seconds))
})

test('a code holds half a minute early and late, and is taken once', () => {
  const at = new Date('2026-06-01T09:00:10Z')
  const step = stepOf(at)
  for (const near of [step - 1, step, step + 1]) assert.equal(stepMatching(secret, codeAt(secret, near), at), near)
  assert.equal(stepMatching(secret, codeAt(secret, step - 2), at), undefined)
  assert.equal(stepMatching(secret, codeAt(secret, step + 2), at), undefined)
  assert.equal(stepMatching(secret, codeAt(secret, step), at, step), undefined)
  for (const no of ['', '12345', 'abcdef', '1234567']) assert.equal(stepMatching(secret, no, at), undefined)
})

test('the secret is spelt as RFC 4648 spells it', () => {
  assert.equal(base32(Buffer.from('foobar')), 'MZXW6YTBOI')
  assert.equal(base32(secret), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
})

test('the picture names issuer and account whatever is in them', () => {
  assert.equal(
    keyAddress('One Stop Tess & Co', "o'brien@tess.example", secret),
    "otpauth://totp/One%20Stop%20Tess%20%26%20Co:o'brien%40tess.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=One%20Stop%20Tess%20%26%20Co",
  )
})
