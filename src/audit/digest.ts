import { createHash, hash } from 'node:crypto'
import type { WrittenEntry } from './entry.ts'

/** What a seal says besides its hash. */
export type SealedRange = {
  readonly number: number
  readonly afterId: number
  readonly lastId: number
  readonly ids: readonly number[]
  /** 32 bytes for each id, in the same order */
  readonly digests: Buffer
}

/** In front of the first seal. */
export const beginning: Buffer = Buffer.alloc(32)

export const digestLength = 32

/**
 * SHA-256 of one entry: of the UTF-8 of a JSON array of its fields in this order. Anybody can work it out again from a
 * copy of the table, in any language; changing it would unseal everything.
 */
export function digestOf(it: WrittenEntry): Buffer {
  const fields = [
    it.id,
    it.at,
    it.writtenAt,
    it.actor,
    it.onBehalfOf,
    it.act,
    it.subjectKind,
    it.subjectId,
    it.subjectReference,
    it.details,
  ]
  // in one step: a million of them are worked out again each night
  return hash('sha256', JSON.stringify(fields), 'buffer')
}

/** SHA-256 of the hash before, the JSON array of the range's numbers, and the digests. */
export function hashOf(previous: Buffer, { number, afterId, lastId, ids, digests }: SealedRange): Buffer {
  return sha256(previous, JSON.stringify([number, afterId, lastId, ids]), digests)
}

function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
