import { parseReference, referencesMeant, type Reference } from '#kernel/reference.ts'
import { storable } from '#kernel/text.ts'
import { emptyWords, wordsIn, type Word } from '#kernel/words.ts'

/** One thing an enquiry must have, or must not: a word, or several in this order. */
export type Term = { readonly words: readonly Pick<Word, 'plain' | 'stem'>[]; readonly not: boolean }

/** What somebody looks for, understood. */
export type Question = {
  readonly terms: readonly Term[]
  /** enquiries meant by their number, whatever words they have */
  readonly references: readonly Reference[]
  /** the first part of a reference that is not whole: `ME-2026-0001` */
  readonly beginning: string | undefined
}

/** More words narrow nothing any further; a page of text pasted in should not cost a second. */
const mostTerms = 12
const mostLetters = 200

/**
 * Words that must all be there, in whatever form; `"words in this order"`; `-word` for what must not be there; or the
 * number of an enquiry, whole or in part.
 */
export function questionIn(typed: string): Question {
  const text = storable(typed).trim().slice(0, mostLetters)
  const reference = parseReference(text)
  const terms = Array.from(text.matchAll(/(^|\s)(-?)(?:["“”]([^"“”]*)["“”]?|(\S+))/gu), ([, , minus, phrase, word]) =>
    termsOf(phrase ?? word ?? '', phrase !== undefined, minus === '-'),
  )
  return {
    terms: reference ? [] : terms.flat().slice(0, mostTerms),
    references: reference ? [reference] : referencesMeant(text),
    beginning: /^ME-\d{4}-0\d{0,4}$/i.exec(text)?.[0].toUpperCase(),
  }
}

/** What was written without a space, as `fly-tipping`, are words side by side: they are looked for as a phrase. */
function termsOf(text: string, isPhrase: boolean, not: boolean): Term[] {
  const words = Array.from(wordsIn(text), ({ plain, stem }) => ({ plain, stem }))
  if (words.length === 0) return []
  if (isPhrase || words.length > 1) return words.some(isTelling) ? [{ words, not }] : []
  return isTelling(words[0]!) ? [{ words, not }] : []
}

const isTelling = ({ plain }: { plain: string }): boolean => !emptyWords.has(plain)

/** Whether there is anything to look for. What only says what must not be there finds nothing. */
export const asksSomething = ({ terms, references, beginning }: Question): boolean =>
  references.length > 0 || beginning !== undefined || terms.some(term => !term.not)

/** Marks of the people and wards that a word may name. */
export type Named = ReadonlyMap<string, readonly string[]>

export type Asked = {
  /** in PostgreSQL's tsquery, for whoever reads no internal notes, for officers, and for the subject alone */
  readonly words: string
  readonly wordsOfOfficers: string
  readonly wordsInSubject: string
}

/** The question as the index understands it; undefined when it asks for no words. */
export function askedOf({ terms }: Question, named: Named = new Map()): Asked | undefined {
  if (!terms.some(term => !term.not)) return undefined
  const all = (one: (term: Term) => string) => terms.map(it => (it.not ? `!(${one(it)})` : `(${one(it)})`)).join('&')
  const marks = ({ words }: Term) =>
    (words.length === 1 ? (named.get(words[0]!.plain) ?? []) : []).map(it => `|'${it}'`)
  const said = (term: Term) => inOrder(term, '') + marks(term).join('')
  return {
    words: all(said),
    wordsOfOfficers: all(term => `${said(term)}|${inOrder(term, '~')}`),
    // the subject has no places: its words stand close to each other anyhow
    wordsInSubject: all(({ words }) =>
      words
        .filter(isTelling)
        .map(({ stem }) => `'^${stem}'`)
        .join('&'),
    ),
  }
}

/** `'a'<->'b'`; words that are not in the index leave a wider step behind. */
function inOrder({ words }: Term, mark: string): string {
  let step = 0
  let text = ''
  for (const word of words) {
    step++
    if (!isTelling(word)) continue
    text += `${text && `<${step}>`}'${mark}${word.stem}'`
    step = 0
  }
  return text
}
