import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'

/** How far the chain reached at some time, and with which hash. */
export type Attested = {
  readonly council: string
  readonly madeAt: Date
  /** number of the last seal, and its hash */
  readonly seal: number
  readonly head: Buffer
  /** number of the last entry under that seal, and how many there are up to it */
  readonly lastEntry: number
  readonly entries: number
}

/** The same, signed. `publicKey` are the 32 bytes of an Ed25519 key. */
export type Checkpoint = Attested & { readonly publicKey: Buffer; readonly signature: Buffer }

const format = 'one-stop audit checkpoint 1'

/** What is signed: the UTF-8 of a JSON array of the fields in this order. */
const signedBytes = (it: Attested, publicKey: Buffer): Buffer =>
  Buffer.from(
    JSON.stringify([
      format,
      it.council,
      it.madeAt.toISOString(),
      it.seal,
      it.head.toString('hex'),
      it.lastEntry,
      it.entries,
      publicKey.toString('hex'),
    ]),
  )

/** Signs with an Ed25519 key. */
export function signed(it: Attested, key: KeyObject): Checkpoint {
  const publicKey = publicBytesOf(key)
  return { ...it, publicKey, signature: sign(null, signedBytes(it, publicKey), key) }
}

/** Whether the checkpoint is as it was signed, and by one of these keys where some are given. */
export function isGenuine(it: Checkpoint, trusted: readonly Buffer[] = []): boolean {
  if (trusted.length > 0 && !trusted.some(key => key.equals(it.publicKey))) return false
  return verify(null, signedBytes(it, it.publicKey), keyOfBytes(it.publicKey), it.signature)
}

/** What comes before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const derStart = Buffer.from('302a300506032b6570032100', 'hex')

/** The 32 bytes of a public key, or of the public half of a private one. */
export function publicBytesOf(key: KeyObject): Buffer {
  const half = key.type === 'private' ? createPublicKey(key.export({ type: 'pkcs8', format: 'pem' })) : key
  return half.export({ type: 'spki', format: 'der' }).subarray(derStart.length)
}

const keyOfBytes = (bytes: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([derStart, bytes]), type: 'spki', format: 'der' })

const hex = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
    .transform(it => Buffer.from(it, 'hex'))

const shape = z.object({
  format: z.literal(format),
  council: z.string(),
  madeAt: z.iso.datetime().transform(it => new Date(it)),
  seal: z.int().positive(),
  head: hex(32),
  lastEntry: z.int().positive(),
  entries: z.int().positive(),
  publicKey: hex(32),
  signature: hex(64),
})

/** A checkpoint as the file that is kept elsewhere: a few lines of JSON. */
export const fileOf = (it: Checkpoint): string =>
  `${JSON.stringify(
    {
      format,
      council: it.council,
      madeAt: it.madeAt.toISOString(),
      seal: it.seal,
      head: it.head.toString('hex'),
      lastEntry: it.lastEntry,
      entries: it.entries,
      publicKey: it.publicKey.toString('hex'),
      signature: it.signature.toString('hex'),
    },
    null,
    2,
  )}\n`

/** Reads such a file. Refuses what is none; whether it is genuine is another question. */
export function readCheckpoint(text: string): Result<Checkpoint> {
  try {
    const read = shape.safeParse(JSON.parse(text))
    if (read.success) return allow(read.data)
  } catch {
    // no JSON: refused below
  }
  return refuse('no-checkpoint', 'This file is not a checkpoint of the audit trail')
}

/** `one-stop-audit-2026-12-01-seal-1440.json` */
export const fileNameOf = ({ madeAt, seal }: Attested): string =>
  `one-stop-audit-${madeAt.toISOString().slice(0, 10)}-seal-${seal}.json`
