import { createHash } from 'node:crypto'

/** Ids that are the same for the same seed: a prefix from the seed and a counter, in the form of a version 8 UUID. */
export function countedIds(seed: string): () => string {
  const prefix = createHash('sha256').update(seed).digest('hex')
  let n = 0
  return () => {
    const counter = (++n).toString(16).padStart(12, '0')
    return `${prefix.slice(0, 8)}-${prefix.slice(8, 12)}-8${prefix.slice(12, 15)}-8${prefix.slice(15, 18)}-${counter}`
  }
}
