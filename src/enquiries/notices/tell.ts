import { seeingAs, type Tx } from '#platform/db/database.ts'
import type { Day } from '#kernel/day.ts'
import type { Enquiry } from '../enquiry.ts'
import { readsNotes } from './notice.sql.ts'
import { colleaguesFor, type Colleague } from './reader.sql.ts'

/** So many people are told by one note at most. */
export const mostTold = 20

/** The colleagues a note may tell, but whoever writes it. */
export const toTell = async (tx: Tx, enquiry: Enquiry, writer: string | null, on: Day): Promise<Colleague[]> =>
  (await colleaguesFor(tx, enquiry, on)).filter(it => it.id !== writer)

/** Whose name stands behind an @ in a text: the whole name, however it is capitalised, and the longest that fits. */
export function namedIn(text: string, colleagues: readonly Colleague[]): Colleague[] {
  const found = new Set<Colleague>()
  const byLength = colleagues.toSorted((a, b) => b.name.length - a.name.length)
  const said = text.normalize('NFC').toLowerCase()
  for (let at = said.indexOf('@'); at >= 0; at = said.indexOf('@', at + 1)) {
    const named = byLength.find(it => said.startsWith(it.name.normalize('NFC').toLowerCase(), at + 1))
    if (named) found.add(named)
  }
  return [...found]
}

/**
 * Those of some people who may read the enquiry and its notes, each asked with their own sight: nobody is mentioned into
 * what they may not see.
 */
export async function readersAmong(
  tx: Tx,
  enquiry: Enquiry,
  persons: readonly string[],
  back: string,
): Promise<Set<string>> {
  const readers = new Set<string>()
  // one after the other: each of them is asked in their own sight, and a transaction has one sight at a time
  for (const person of persons)
    if (await seeingAs(tx, person, back, () => readsNotes(tx, enquiry.id))) readers.add(person)
  return readers
}
