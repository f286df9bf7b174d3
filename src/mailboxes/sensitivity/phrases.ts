import { wordsIn } from '#kernel/words.ts'
import type { Token } from './read-text.ts'
import { listNames, type ListName, type WordLists } from './word-lists.ts'

type Part = { readonly plain: string; readonly stem: string; readonly open: boolean }
type Phrase = { readonly list: ListName; readonly parts: readonly Part[] }

/** A phrase of a list that stands in a text: from one of its words to another, both included. */
export type Match = { readonly list: ListName; readonly first: number; readonly last: number }

/** Lists made ready for looking things up; made once for each set of lists. */
export type Ready = {
  readonly byStem: ReadonlyMap<string, readonly Phrase[]>
  readonly byPrefix: ReadonlyMap<string, readonly Phrase[]>
  /** stems that a slip of the pen may have left, and what was meant */
  readonly bySlip: ReadonlyMap<string, string>
  readonly names: ReadonlySet<string>
}

const made = new WeakMap<WordLists, Ready>()

export function ready(lists: WordLists): Ready {
  const found = made.get(lists) ?? makeReady(lists)
  made.set(lists, found)
  return found
}

const notPhrases: readonly ListName[] = ['given-name']

function makeReady(lists: WordLists): Ready {
  const byStem = new Map<string, Phrase[]>()
  const byPrefix = new Map<string, Phrase[]>()
  const phrases = listNames
    .filter(list => !notPhrases.includes(list))
    .flatMap(list => lists[list].map((words): Phrase => ({ list, parts: partsOf(words) })))
    .filter(({ parts }) => parts.length > 0)
  for (const phrase of phrases) {
    const { open, plain, stem } = phrase.parts[0]!
    const [map, key] = open ? [byPrefix, plain] : [byStem, stem]
    map.set(key, [...(map.get(key) ?? []), phrase])
  }
  const stems = new Set(phrases.filter(it => it.list !== 'innocent').flatMap(it => it.parts.map(part => part.stem)))
  return { byStem, byPrefix, bySlip: slipsOf(stems), names: new Set(lists['given-name']) }
}

const partsOf = (words: string): Part[] =>
  [...wordsIn(words)].map(({ plain, stem, to }) => ({ plain, stem, open: words[to] === '*' }))

/** Each stem without one of its letters. Two words with one letter wrong, left out, too many or swapped share such a form. */
function slipsOf(stems: ReadonlySet<string>): Map<string, string> {
  const slips = new Map<string, string>()
  for (const stem of stems) for (const slip of withoutOne(stem)) if (!slips.has(slip)) slips.set(slip, stem)
  return slips
}

/** Short words are too near to one another to guess. */
const shortest = 6

const withoutOne = (stem: string): string[] =>
  stem.length < shortest || /\d/.test(stem)
    ? []
    : Array.from(stem.slice(1), (_, at) => stem.slice(0, at + 1) + stem.slice(at + 2))

/** The stem that was meant. A wrong letter is believed only in long words: `cancel` is no `cancer`. */
function meant({ stem }: Token, { bySlip, byStem }: Ready): string | undefined {
  if (byStem.has(stem)) return stem
  const added = withoutOne(stem).find(it => byStem.has(it))
  if (added) return added
  const left = stem.length >= shortest ? bySlip.get(stem) : undefined
  if (left) return left
  if (stem.length < 8) return undefined
  for (const slip of withoutOne(stem)) {
    const whole = bySlip.get(slip)
    if (whole && whole.length >= 8) return whole
  }
  return undefined
}

/** Every phrase that begins at a word, each word of a text looked at once. */
export function matchesIn(tokens: readonly Token[], lists: Ready): Match[] {
  const remembered = new Map<string, string | undefined>()
  const meantBy = (token: Token): string | undefined => {
    if (!remembered.has(token.stem)) remembered.set(token.stem, meant(token, lists))
    return remembered.get(token.stem)
  }
  const found: Match[] = []
  for (let first = 0; first < tokens.length; first++) {
    for (const phrase of beginningAt(tokens[first]!, meantBy, lists)) {
      const last = first + phrase.parts.length - 1
      if (last < tokens.length && goesOn(tokens, first, phrase, meantBy)) found.push({ list: phrase.list, first, last })
    }
  }
  return found
}

type MeantBy = (token: Token) => string | undefined

function beginningAt(token: Token, meantBy: MeantBy, { byStem, byPrefix }: Ready): Phrase[] {
  const stem = meantBy(token)
  const found = [...(byStem.get(token.stem) ?? []), ...((stem !== token.stem && stem && byStem.get(stem)) || [])]
  for (let length = 3; length <= Math.min(token.plain.length, 20); length++)
    found.push(...(byPrefix.get(token.plain.slice(0, length)) ?? []))
  return found
}

const goesOn = (tokens: readonly Token[], first: number, phrase: Phrase, meantBy: MeantBy): boolean =>
  tokens[first]!.sentence === tokens[first + phrase.parts.length - 1]!.sentence &&
  (phrase.list === 'innocent'
    ? isExact(tokens, first, phrase)
    : phrase.parts.every((part, at) => at === 0 || isMeant(part, tokens[first + at]!, meantBy)))

const isMeant = ({ plain, stem, open }: Part, token: Token, meantBy: MeantBy): boolean =>
  open ? token.plain.startsWith(plain) : stem === token.stem || stem === meantBy(token)

/** What is innocent is so to the letter: `safeguarded land` says nothing of `safeguarding`. */
const isExact = (tokens: readonly Token[], first: number, { parts }: Phrase): boolean =>
  parts.every(({ plain }, at) => plain === tokens[first + at]?.plain)
