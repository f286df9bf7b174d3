import { createHash, randomBytes } from 'node:crypto'

/** A secret nobody guesses: 256 random bits, fit for a cookie or an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret. It is random in full, so that a plain hash needs neither salt nor stretching. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
