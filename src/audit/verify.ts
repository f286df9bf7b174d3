import { instantInWords } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { beginning, digestLength, digestOf, hashOf } from './digest.ts'
import type { WrittenEntry } from './entry.ts'
import { entriesBetween, firstWrittenBefore, sealNumbered, type Seal } from './seal.sql.ts'
import { lastKnownHead, viewerReads } from './verification.sql.ts'

export type KnownHead = { readonly number: number; readonly hash: Buffer }

export type VerifyOptions = {
  readonly now: Date
  /** the hash of a seal that was noted outside: shows it when the whole chain was written anew */
  readonly expected?: KnownHead
  readonly unsealedLimitMinutes?: number
}

/** The first thing that does not fit, by number of its entry or seal. */
export type Fault = {
  readonly kind: 'changed' | 'missing' | 'slipped-in' | 'seal' | 'head' | 'unsealed'
  readonly entry?: number
  readonly seal?: number
  readonly words: string
}

export type Verification = {
  readonly sound: boolean
  readonly words: string
  readonly fault: Fault | undefined
  /** how much was found in order before the fault, or altogether */
  readonly entries: number
  readonly seals: number
  /** the hash of the last seal in order; null when there is none */
  readonly head: Buffer | null
}

/**
 * Works the whole chain out again from the entries themselves and names the first one that was changed, is missing,
 * was slipped in, or has waited for its seal for more than an hour. Throws for a viewer who does not see every entry.
 */
export async function verify(tx: Tx, options: VerifyOptions): Promise<Verification> {
  if (!(await viewerReads(tx))) throw new Error('only somebody who may read the trail can verify it')
  const heads = [options.expected, await lastKnownHead(tx)].filter(it => it !== undefined)
  let before: Seal | undefined
  let entries = 0
  for (;;) {
    const seal = await sealNumbered(tx, (before?.number ?? 0) + 1)
    if (!seal) break
    const fault =
      faultOfSeal(seal, before) ?? faultOfEntries(seal, await entriesIn(tx, seal)) ?? faultOfHead(seal, heads)
    if (fault) return found(fault, entries, before)
    entries += seal.ids.length
    before = seal
  }
  const fault = missingSeal(before, heads) ?? (await waitingTooLong(tx, before, options))
  return found(fault, entries, before)
}

const entriesIn = (tx: Tx, seal: Seal): Promise<WrittenEntry[]> =>
  entriesBetween(tx, seal.afterId, seal.lastId, seal.ids.length * 2 + 1000)

function faultOfSeal(seal: Seal, before: Seal | undefined): Fault | undefined {
  const follows = seal.afterId === (before?.lastId ?? 0) && seal.previousHash.equals(before?.hash ?? beginning)
  if (follows && seal.hash.equals(hashOf(seal.previousHash, seal))) return undefined
  return { kind: 'seal', seal: seal.number, words: `Seal ${seal.number} is not the one that was made` }
}

/** Compares what is there with what was sealed, both in the order of ids, up to the first difference. */
export function faultOfEntries(
  seal: Pick<Seal, 'ids' | 'digests'>,
  entries: readonly WrittenEntry[],
): Fault | undefined {
  for (let at = 0; at < Math.max(seal.ids.length, entries.length); at++) {
    const [sealed, entry] = [seal.ids[at] ?? Infinity, entries[at]]
    if (!entry || entry.id > sealed) return { kind: 'missing', entry: sealed, words: `Entry ${sealed} is missing` }
    if (entry.id < sealed)
      return { kind: 'slipped-in', entry: entry.id, words: `Entry ${entry.id} was slipped in later` }
    const digest = seal.digests.subarray(at * digestLength, (at + 1) * digestLength)
    if (!digestOf(entry).equals(digest))
      return { kind: 'changed', entry: sealed, words: `Entry ${sealed} was changed after it was sealed` }
  }
  return undefined
}

function faultOfHead(seal: Seal, heads: readonly KnownHead[]): Fault | undefined {
  if (heads.every(head => head.number !== seal.number || head.hash.equals(seal.hash))) return undefined
  return {
    kind: 'head',
    seal: seal.number,
    words: `Seal ${seal.number} is not the one that was noted: the chain was written anew`,
  }
}

function missingSeal(last: Seal | undefined, heads: readonly KnownHead[]): Fault | undefined {
  const gone = heads.find(head => head.number > (last?.number ?? 0))
  const next = (last?.number ?? 0) + 1
  return gone && { kind: 'seal', seal: next, words: `Seal ${next} is missing` }
}

async function waitingTooLong(tx: Tx, last: Seal | undefined, options: VerifyOptions): Promise<Fault | undefined> {
  const since = new Date(options.now.getTime() - (options.unsealedLimitMinutes ?? 60) * 60_000)
  const first = await firstWrittenBefore(tx, last?.lastId ?? 0, since)
  if (!first) return undefined
  const words = `Entry ${first.id}, written on ${instantInWords(first.writtenAt)}, is still not sealed`
  return { kind: 'unsealed', entry: first.id, words }
}

function found(fault: Fault | undefined, entries: number, last: Seal | undefined): Verification {
  const whole = counted(entries, 'sealed entry is as it was written', 'sealed entries are as they were written')
  return {
    sound: !fault,
    fault,
    entries,
    seals: last?.number ?? 0,
    head: last?.hash ?? null,
    words: fault ? `${fault.words}. Before it, ${whole}` : whole,
  }
}
