import { instantInWords } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { isGenuine, type Checkpoint } from './checkpoint/checkpoint.ts'
import { allCheckpoints } from './checkpoint/checkpoint.sql.ts'
import { beginning, digestLength, digestOf, hashOf } from './digest.ts'
import type { WrittenEntry } from './entry.ts'
import { entriesAlong, everySeal } from './read-along.ts'
import { firstWrittenBefore, type Seal } from './seal.sql.ts'
import { lastKnownHead, viewerReads } from './verification.sql.ts'

/** A hash that was noted for a seal, and where. */
export type KnownHead = {
  readonly number: number
  readonly hash: Buffer
  readonly lastEntry?: number
  /** `the checkpoint of 1 December 2026 at 2:50am` */
  readonly noted?: string
}

export type VerifyOptions = {
  readonly now: Date
  /** the hash of a seal that was noted outside: shows it when the whole chain was written anew */
  readonly expected?: KnownHead
  /** checkpoints that were held elsewhere; those kept beside the trail are heeded by themselves */
  readonly checkpoints?: readonly Checkpoint[]
  /** the keys that alone may have signed them, 32 bytes each; none: any key, as long as the signature fits */
  readonly trustedKeys?: readonly Buffer[]
  readonly unsealedLimitMinutes?: number
}

/** The first thing that does not fit, by number of its entry or seal. */
export type Fault = {
  readonly kind: 'changed' | 'missing' | 'slipped-in' | 'reordered' | 'seal' | 'head' | 'checkpoint' | 'unsealed'
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
 * was slipped in or stands in another's place, or has waited for its seal for more than an hour; and the first seal that
 * is not the one a checkpoint noted. Throws for a viewer who does not see every entry.
 */
export async function verify(tx: Tx, options: VerifyOptions): Promise<Verification> {
  if (!(await viewerReads(tx))) throw new Error('only somebody who may read the trail can verify it')
  const checkpoints = [...(await allCheckpoints(tx)), ...(options.checkpoints ?? [])]
  const forged = checkpoints.find(it => !isGenuine(it, options.trustedKeys))
  if (forged) return found(faultOfCheckpoint(forged), 0, undefined)
  const heads = [options.expected, await lastKnownHead(tx), ...checkpoints.map(headOf)].filter(it => it !== undefined)
  const entriesUpTo = entriesAlong(tx)
  let before: Seal | undefined
  let entries = 0
  for await (const seal of everySeal(tx)) {
    const fault =
      faultOfSeal(seal, before) ??
      faultOfEntries(seal, await entriesUpTo(seal.lastId, seal.ids.length * 2 + 1000)) ??
      faultOfHead(seal, before, heads)
    if (fault) return found(fault, entries, before)
    entries += seal.ids.length
    before = seal
  }
  const fault = missingSeal(before, heads) ?? (await waitingTooLong(tx, before, options))
  return found(fault, entries, before)
}

const nameOf = (it: Checkpoint): string => `the checkpoint of ${instantInWords(it.madeAt)}`

const headOf = (it: Checkpoint): KnownHead => ({
  number: it.seal,
  hash: it.head,
  lastEntry: it.lastEntry,
  noted: nameOf(it),
})

const faultOfCheckpoint = (it: Checkpoint): Fault => ({
  kind: 'checkpoint',
  seal: it.seal,
  words: `The signature of ${nameOf(it)} over seal ${it.seal} is not genuine: it was changed, or another key signed it`,
})

function faultOfSeal(seal: Seal, before: Seal | undefined): Fault | undefined {
  const due = (before?.number ?? 0) + 1
  if (seal.number !== due) return { kind: 'seal', seal: due, words: `Seal ${due} is missing` }
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
    if (!digestOf(entry).equals(digestAt(seal, at))) return faultOfEntry(seal, entry)
  }
  return undefined
}

const digestAt = ({ digests }: Pick<Seal, 'digests'>, at: number): Buffer =>
  digests.subarray(at * digestLength, (at + 1) * digestLength)

/** An entry that fits another number of its seal was not changed but moved there. */
function faultOfEntry(seal: Pick<Seal, 'ids' | 'digests'>, entry: WrittenEntry): Fault {
  const own = seal.ids.find((id, at) => digestOf({ ...entry, id }).equals(digestAt(seal, at)))
  if (own !== undefined)
    return {
      kind: 'reordered',
      entry: entry.id,
      words: `Entry ${entry.id} is out of order: what stands there was sealed as entry ${own}`,
    }
  return { kind: 'changed', entry: entry.id, words: `Entry ${entry.id} was changed after it was sealed` }
}

function faultOfHead(seal: Seal, before: Seal | undefined, heads: readonly KnownHead[]): Fault | undefined {
  const other = heads.find(head => head.number === seal.number && !head.hash.equals(seal.hash))
  if (!other) return undefined
  const agreed = heads.filter(head => head.number <= (before?.number ?? 0)).map(head => head.number)
  const since = agreed.length === 0 ? 'from its beginning' : `after seal ${Math.max(...agreed)}`
  return {
    kind: 'head',
    seal: seal.number,
    words: `Seal ${seal.number} is not the one that ${other.noted ?? 'an earlier check'} noted: the chain was written anew ${since}`,
  }
}

function missingSeal(last: Seal | undefined, heads: readonly KnownHead[]): Fault | undefined {
  const next = (last?.number ?? 0) + 1
  const gone = heads.filter(head => head.number >= next).toSorted((a, b) => b.number - a.number)[0]
  if (!gone) return undefined
  const until =
    gone.lastEntry === undefined ? '' : `, and with it the entries after ${last?.lastId ?? 0} up to ${gone.lastEntry}`
  const words = `Seal ${next} is missing${until}: ${gone.noted ?? 'an earlier check'} noted seal ${gone.number}`
  return { kind: 'seal', seal: next, words }
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
