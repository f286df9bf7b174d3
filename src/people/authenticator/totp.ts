import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Half minutes since 1970, as RFC 6238 counts time. */
export const stepOf = (at: Date): number => Math.floor(at.getTime() / 30_000)

/** The code of one half minute (RFC 6238 with SHA-1, which every app understands). */
export function codeAt(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac.at(-1)! & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits).padStart(digits, '0')
}

/**
 * The half minute whose code this is, one early or late allowed for clocks that differ; undefined when it is none, or
 * one not later than `lastStep`, which was taken before.
 */
export function stepMatching(secret: Buffer, code: string, at: Date, lastStep = 0): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const now = stepOf(at)
  return [now - 1, now, now + 1].find(
    step => step > lastStep && timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code)),
  )
}

/** 160 random bits, as long as the hash that is made of them. */
export const newTotpSecret = (): Buffer => randomBytes(20)

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The letters an app takes by hand (RFC 4648). */
export function base32(bytes: Buffer): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return bits.match(/.{1,5}/g)!.reduce((text, five) => text + letters[Number.parseInt(five.padEnd(5, '0'), 2)], '')
}

/** What the picture holds: who issues the codes, for whom, and the secret. */
export function keyAddress(issuer: string, account: string, secret: Buffer): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
