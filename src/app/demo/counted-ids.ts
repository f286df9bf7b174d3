import { createHash } from 'node:crypto'

const prefixes = new Map<string, string>()

/**
 * The ids of everything about one enquiry, the same for the same seed: a prefix from the seed, which enquiry it is, and a
 * counter, in the form of a version 8 UUID. They ascend with the enquiries, which is what an index likes best.
 */
export function countedIds(seed: string, enquiry: number): () => string {
  const beginning = `${prefixOf(seed)}-${enquiry.toString(16).padStart(8, '0')}`
  let n = 0
  return () => beginning + (++n).toString(16).padStart(4, '0')
}

function prefixOf(seed: string): string {
  const known = prefixes.get(seed)
  if (known) return known
  const hash = createHash('sha256').update(seed).digest('hex')
  const prefix = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(12, 15)}-8${hash.slice(15, 18)}`
  prefixes.set(seed, prefix)
  return prefix
}
