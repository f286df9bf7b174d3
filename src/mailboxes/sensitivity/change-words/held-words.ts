import type { Tx } from '#platform/db/database.ts'
import { heldVersion } from '#platform/held.ts'
import { givenWords } from '../given-words.ts'
import { listNames, type WordLists } from '../word-lists.ts'
import { changesInForce, type WordChange } from './sensitive-word.sql.ts'

/** The lists this process holds, made ready once; another process’s change renews the version (heldVersion). */
let held: { readonly version: string; readonly words: WordLists } = { version: '', words: givenWords }

/** What the check looks for in this council now: one small query while nothing has changed. */
export async function sensitiveWords(tx: Tx): Promise<WordLists> {
  const version = await heldVersion(tx, 'mailboxes.sensitive-words')
  // somebody who is not signed in may hold no copy: what the program brings is looked for all the same
  if (version === undefined) return givenWords
  if (version !== held.version) held = await readWords(tx, version)
  return held.words
}

async function readWords(tx: Tx, before: string): Promise<typeof held> {
  const words = withChanges(await changesInForce(tx))
  const version = await heldVersion(tx, 'mailboxes.sensitive-words')
  // somebody changed a word between two of our queries: read once more
  return version === undefined || version === before ? { version: before, words } : readWords(tx, version)
}

/** The lists the program brings, with what was added and without what was taken out. */
export function withChanges(changes: readonly WordChange[]): WordLists {
  if (changes.length === 0) return givenWords
  const changed = listNames.map(list => {
    const own = changes.filter(it => it.list === list)
    const out = new Set(own.filter(it => !it.added).map(it => it.phrase))
    return [list, [...givenWords[list].filter(it => !out.has(it)), ...own.filter(it => it.added).map(it => it.phrase)]]
  })
  return Object.fromEntries(changed) as WordLists
}
