import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A page may stand open for so long before its passkey button has to be loaded again. */
const lastingMs = 15 * 60_000

/**
 * What an authenticator signs: random, with its end and our seal, bound to one browser. Nothing is written to make one,
 * so that looking at a page writes nothing; what was used is remembered, so that it works once.
 */
export function newChallenge(secret: string, browser: string, at: Date): string {
  const body = Buffer.alloc(24)
  randomBytes(16).copy(body)
  body.writeBigUInt64BE(BigInt(at.getTime() + lastingMs), 16)
  return Buffer.concat([body, sealOf(secret, browser, body)]).toString('base64url')
}

/** Whether it is one of ours, for this browser, and not over. */
export function isChallenge(secret: string, browser: string, given: string, at: Date): boolean {
  const bytes = Buffer.from(given, 'base64url')
  if (bytes.length !== 56) return false
  const body = bytes.subarray(0, 24)
  return timingSafeEqual(bytes.subarray(24), sealOf(secret, browser, body)) && body.readBigUInt64BE(16) > at.getTime()
}

const sealOf = (secret: string, browser: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update(`passkey ${browser} `).update(body).digest()
