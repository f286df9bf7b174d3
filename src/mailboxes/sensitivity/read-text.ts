import { wordsIn, type Word } from '#kernel/words.ts'

/** A word with the sentence it stands in; nearness never reaches over a full stop. */
export type Token = Word & {
  readonly sentence: number
  /** written with a capital and then small letters, as names are */
  readonly capital: boolean
}

export type ReadText = { readonly text: string; readonly tokens: readonly Token[] }

/** Looks at a text once, for every finder. */
export function readText(text: string): ReadText {
  const tokens: Token[] = []
  let sentence = 0
  let end = 0
  for (const word of wordsIn(text)) {
    if (endsSentence(text, end, word.from)) sentence++
    end = word.to
    tokens.push({ ...word, sentence, capital: isCapital(text, word) })
  }
  return { text, tokens }
}

/** A full stop before a small letter belongs to an abbreviation; an empty line ends a sentence too. */
function endsSentence(text: string, from: number, to: number): boolean {
  if (to - from < 2) return false
  const between = text.slice(from, Math.min(to, from + 20))
  return /[.!?]["'”’)]*\s/.test(between) ? /[!?]/.test(between) || isUpper(text[to]!) : /\n\s*\n/.test(between)
}

const isCapital = (text: string, { from, to }: Word): boolean =>
  to - from > 1 && isUpper(text[from]!) && !isUpper(text[to - 1]!)

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase()

/** What stands between two neighbouring words. */
export const between = ({ text }: ReadText, one: Token, next: Token): string => text.slice(one.to, next.from)
