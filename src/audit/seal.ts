import type { Tx } from '#platform/db/database.ts'
import { beginning, digestOf, hashOf } from './digest.ts'
import type { WrittenEntry } from './entry.ts'
import {
  entriesBetween,
  highestIdDrawn,
  insertSeal,
  lastSeal,
  lockSealing,
  pause,
  writersNow,
  type Seal,
} from './seal.sql.ts'

export type SealOptions = {
  /** entries in one seal */
  readonly batch?: number
  /** how long to wait for transactions that are still writing, before leaving it to the next run */
  readonly patienceSeconds?: number
}

/**
 * Seals every entry that can be sealed, in batches in the order of ids, and gives how many entries that were. Run as
 * the system; run again at any time. Writers never wait for it.
 */
export async function seal(tx: Tx, { batch = 1000, patienceSeconds = 5 }: SealOptions = {}): Promise<number> {
  await lockSealing(tx)
  const settled = await settledId(tx, patienceSeconds)
  let last: Link | undefined = await lastSeal(tx)
  let sealed = 0
  for (;;) {
    const entries = await entriesBetween(tx, last?.lastId ?? 0, settled, batch)
    if (entries.length === 0) return sealed
    last = await sealOne(tx, last, entries)
    sealed += entries.length
  }
}

/** What the next seal is tied to. */
type Link = Pick<Seal, 'number' | 'lastId' | 'hash'>

async function sealOne(tx: Tx, last: Link | undefined, entries: readonly WrittenEntry[]): Promise<Link> {
  const range = {
    number: (last?.number ?? 0) + 1,
    afterId: last?.lastId ?? 0,
    lastId: entries.at(-1)!.id,
    ids: entries.map(it => it.id),
    digests: Buffer.concat(entries.map(digestOf)),
  }
  const previousHash = last?.hash ?? beginning
  const hash = hashOf(previousHash, range)
  await insertSeal(tx, { ...range, previousHash, hash })
  return { ...range, hash }
}

/**
 * An id up to which nothing can appear any more. Ids are drawn before their transactions commit, so a lower one may
 * become visible after a higher one, and sealing everything in sight would leave such a latecomer outside the chain. Nor
 * would comparing transaction ids do: an entry's id is drawn a moment before its transaction gets a number. Hence, as
 * the database itself does when it builds an index concurrently: note the highest id drawn; note who holds the lock
 * that every insert takes before it draws an id; wait until exactly those have finished. Whoever comes later draws a
 * higher id. Gives 0, so that nothing is sealed, when one of them takes longer than our patience.
 */
async function settledId(tx: Tx, patienceSeconds: number): Promise<number> {
  const drawn = await highestIdDrawn(tx)
  let waitingFor = new Set(await writersNow(tx))
  for (let waited = 0; waitingFor.size > 0; waited += step) {
    if (waited >= patienceSeconds) return 0
    await pause(tx, step)
    waitingFor = waitingFor.intersection(new Set(await writersNow(tx)))
  }
  return drawn
}

const step = 0.05
