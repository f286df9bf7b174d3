import { record } from '#audit/door.ts'
import type { Now } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { wordsIn } from '#kernel/words.ts'
import type { Tx } from '#platform/db/database.ts'
import { givenWords } from '../given-words.ts'
import type { ListName } from '../word-lists.ts'
import { changeInForce, endChange, insertChange } from './sensitive-word.sql.ts'

type By = { readonly actor: string | null; readonly now: Now }

/**
 * A word or phrase as lists keep it: small letters, one to six words, perhaps `*` at the end of one. Refusals: `missing`,
 * `long`, `no-letters`.
 */
export function phraseIn(typed: string): Result<string> {
  const phrase = oneLine(typed).toLowerCase()
  if (!phrase) return refuse('missing', 'Enter a word or phrase', 'phrase')
  const words = [...wordsIn(phrase)].length
  if (words === 0) return refuse('no-letters', 'Enter a word or phrase in the letters a to z', 'phrase')
  if (words > 6 || phrase.length > 80) return refuse('long', 'Enter at most six words', 'phrase')
  return allow(phrase)
}

/** From now on a phrase counts; one that was taken out counts again. Refusal: `known`. */
export async function addWord(tx: Tx, list: ListName, phrase: string, { actor, now }: By): Promise<Result<true>> {
  const inForce = await changeInForce(tx, list, phrase)
  if (inForce?.added || (!inForce && givenWords[list].includes(phrase)))
    return refuse('known', 'This is in the list already', 'phrase')
  const by = { at: now.at, by: actor }
  await (inForce ? endChange(tx, inForce.id, by) : insertChange(tx, { list, phrase, added: true }, by))
  await written(tx, 'mailboxes.add-sensitive-word', list, phrase, { actor, now })
  return allow(true)
}

/** From now on a phrase does not count, whoever put it into the list. Refusal: `unknown`. */
export async function takeOutWord(tx: Tx, list: ListName, phrase: string, { actor, now }: By): Promise<Result<true>> {
  const inForce = await changeInForce(tx, list, phrase)
  const by = { at: now.at, by: actor }
  if (inForce?.added) await endChange(tx, inForce.id, by)
  else if (!inForce && givenWords[list].includes(phrase)) await insertChange(tx, { list, phrase, added: false }, by)
  else return refuse('unknown', 'This is not in the list. Enter it as it stands there', 'out')
  await written(tx, 'mailboxes.take-out-sensitive-word', list, phrase, { actor, now })
  return allow(true)
}

const written = (tx: Tx, act: string, list: ListName, phrase: string, { actor, now }: By) =>
  record(tx, {
    at: now.at,
    actor,
    act,
    subject: { kind: 'sensitive-words', id: list, reference: list },
    details: { phrase },
  })
