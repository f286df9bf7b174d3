import { dayOf } from '#kernel/day.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import type { Files } from '#platform/files.ts'
import { contentsOf } from '../disclosure/content.sql.ts'
import { withWords, type Read } from '../disclosure/contents.ts'
import { disclosureById, searchMoved } from '../disclosure/disclosure.sql.ts'
import { addItems, type NewItem } from '../disclosure/item.sql.ts'
import { sources, type Source } from '../disclosure/item.ts'
import { nextPlaces } from './search.sql.ts'
import { sightingsIn, soughtOf, type About, type Sought } from './sought.ts'

export type Searching = { readonly db: Database; readonly files: Files; readonly now: () => Date }

const order = Object.keys(sources) as Source[]
const first = '00000000-0000-0000-0000-000000000000'
const perStep = 200
/** A job that takes longer is given to the next worker: the search goes on where it was. */
const mostMilliseconds = 120_000

type Reached = { readonly source: Source; readonly after: string; readonly looked: number; readonly found: number }

/**
 * Looks for a person in everything One Stop holds, step by step: each step is a transaction of its own that also keeps how
 * far it is, so that a stop loses nothing. It looks as the house; what was found is then seen by policy. True: there is
 * more, call again.
 */
export async function runSearch(it: Searching, id: string): Promise<boolean> {
  const until = it.now().getTime() + mostMilliseconds
  do {
    const more = await inTransaction(it.db, 'system', tx => step(tx, it, id))
    if (!more) return false
  } while (it.now().getTime() < until)
  return true
}

async function step(tx: Tx, { files, now }: Searching, id: string): Promise<boolean> {
  const disclosure = await disclosureById(tx, id)
  if (!disclosure || disclosure.search === 'none' || disclosure.search === 'done') return false
  const at: Reached = {
    source: order[0]!,
    after: first,
    looked: 0,
    found: 0,
    ...(disclosure.searchAt as Partial<Reached>),
  }
  const ids = await nextPlaces(tx, id, at.source, at.after, perStep)
  const found = await recognised(tx, files, disclosure.about, at.source, ids)
  await addItems(tx, id, found)
  const reached = { ...at, looked: at.looked + ids.length, found: at.found + found.length }
  if (ids.length === perStep) return moved(tx, id, { ...reached, after: ids.at(-1)! })
  const next = order[order.indexOf(at.source) + 1]
  if (next) return moved(tx, id, { ...reached, source: next, after: first })
  await searchMoved(tx, id, reached, now())
  return false
}

async function moved(tx: Tx, id: string, reached: Reached): Promise<true> {
  await searchMoved(tx, id, reached, null)
  return true
}

async function recognised(
  tx: Tx,
  files: Files,
  about: About,
  source: Source,
  ids: readonly string[],
): Promise<NewItem[]> {
  const sought = soughtOf(about)
  const found: NewItem[] = []
  for (const content of await contentsOf(
    tx,
    ids.map(sourceId => ({ source, sourceId })),
  )) {
    const read = await withWords(content, files)
    const knownBy = recognisedBy(read, sought)
    if (knownBy.length > 0 && isWithin(read.at, about))
      found.push({ source, sourceId: read.sourceId, enquiryId: read.enquiryId, at: read.at, knownBy })
  }
  return found
}

/** The trail of somebody who was found among people is theirs by their id. */
const recognisedBy = ({ source, text }: Read, sought: Sought) =>
  source === 'trail' ? (['name'] as const) : [...new Set(sightingsIn(text, sought).map(it => it.by))]

const isWithin = (at: Date, { from, until }: About): boolean => {
  const on = dayOf(at)
  return (!from || on >= from) && (!until || on <= until)
}
