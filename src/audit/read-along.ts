import type { Tx } from '#platform/db/database.ts'
import type { WrittenEntry } from './entry.ts'
import { entriesBetween, sealsAfter, type Seal } from './seal.sql.ts'

const entriesAtOnce = 5000
const sealsAtOnce = 50

/** Pages read by their keys, the next one on its way while the last is worked on: little memory, little waiting. */
function pagesOf<T>(read: (after: number) => Promise<T[]>, keyOf: (it: T) => number, atOnce: number) {
  let coming = begun(read(0))
  return async (): Promise<T[]> => {
    const page = await coming
    coming = page.length < atOnce ? Promise.resolve([]) : begun(read(keyOf(page.at(-1)!)))
    return page
  }
}

/** A page that nobody waits for any more, because a fault was found before it, may fail in silence. */
function begun<T>(page: Promise<T>): Promise<T> {
  page.catch(() => {})
  return page
}

/** Every seal in order. */
export async function* everySeal(tx: Tx): AsyncGenerator<Seal> {
  const next = pagesOf(
    after => sealsAfter(tx, after, sealsAtOnce),
    it => it.number,
    sealsAtOnce,
  )
  for (let page = await next(); page.length > 0; page = await next()) yield* page
}

/** Reads entries along with the seals: each call gives those up to an id that no call before gave, `most` at most. */
export function entriesAlong(tx: Tx): (untilId: number, most: number) => Promise<WrittenEntry[]> {
  const next = pagesOf(
    after => entriesBetween(tx, after, Number.MAX_SAFE_INTEGER, entriesAtOnce),
    it => it.id,
    entriesAtOnce,
  )
  let [page, at]: [WrittenEntry[], number] = [[], 0]
  return async (untilId, most) => {
    const found: WrittenEntry[] = []
    while (found.length < most) {
      if (at === page.length) [page, at] = [await next(), 0]
      if (page.length === 0 || page[at]!.id > untilId) break
      found.push(page[at++]!)
    }
    return found
  }
}
