/** One word of a text: how it is spelt, how it counts, and where it stands in what was written. */
export type Word = { readonly plain: string; readonly stem: string; readonly from: number; readonly to: number }

const accents = /\p{Mn}/gu
const notPlain = /[^a-z0-9]/
const letter = /[\p{L}\p{N}\p{Mn}]/u

/** Nobody means more than this by one word; the rest of it is left out of what counts. */
const longest = 60

/** The words of a text in order. Walks letter by letter, which is three times as fast as a pattern. */
export function* wordsIn(text: string): Generator<Word> {
  let from = -1
  let sum = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && (isLetter(text, at) || (from >= 0 && isApostropheInside(text, at)))) {
      if (from < 0) from = at
      sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0
    } else if (from >= 0) {
      const { plain, stem } = formsOf(text, from, at, sum)
      if (plain !== '') yield { plain, stem, from, to: at }
      from = -1
      sum = 0
    }
  }
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  // half of a character outside the basic plane is looked at together with its other half
  const whole = code >= 0xdc00 && code <= 0xdfff ? text.codePointAt(at - 1) : text.codePointAt(at)
  return letter.test(String.fromCodePoint(whole ?? code))
}

/** `O’Brien` is one word; `‘this’` is not `this’`. */
const isApostropheInside = (text: string, at: number): boolean =>
  (text[at] === '’' || text[at] === "'") && at + 1 < text.length && isLetter(text, at + 1)

type Forms = { readonly written: string; readonly plain: string; readonly stem: string }

/**
 * Working a word out costs ten times as much as remembering it, and a text is made of few different ones: each is kept in
 * the place that the sum of its letters gives it, until another one needs that place.
 */
const known: (Forms | undefined)[] = Array.from({ length: 16_384 }, () => undefined)

function formsOf(text: string, from: number, to: number, sum: number): Forms {
  const place = (sum ^ (sum >>> 15)) & (known.length - 1)
  const found = known[place]
  if (found && found.written.length === to - from && text.startsWith(found.written, from)) return found
  const written = text.slice(from, to)
  const plain = plainOf(written)
  return (known[place] = { written, plain, stem: stemOf(plain) })
}

/** Lower case, without accents and apostrophes: `O’Brien’s` → `obrien`. */
export function plainOf(written: string): string {
  const lower = written.toLowerCase()
  if (!notPlain.test(lower)) return lower.slice(0, longest)
  return lower
    .normalize('NFD')
    .replace(accents, '')
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '')
    .slice(0, longest)
}

/**
 * What a plain word has in common with its other forms: `potholes`, `pothole` → `pothol`; `emptied`, `empty` → `empty`;
 * `dumping`, `dumped` → `dump`. English only, and light: it would rather keep two forms apart than throw two words together.
 */
export function stemOf(plain: string): string {
  if (plain.length < 4) return plain
  const one = withoutEnding(singularOf(plain))
  return one.length > 4 && one.endsWith('e') ? one.slice(0, -1) : one
}

function singularOf(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}

function withoutEnding(word: string): string {
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`
  if (word.endsWith('eed')) return word
  const base = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : word
  if (base === word || base.length < 3 || !/[aeiouy]/.test(base)) return word
  return /([bdgmnprt])\1$/.test(base) ? base.slice(0, -1) : base
}

/** Words that say nothing on their own. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a about after all am an and any are as at be been before being but by can could did do does for from had has have he
  her here him his how i if in into is it its just me my no not of off on or our out she should so some such than that
  the their them then there these they this those to too up us was we were what when where which while who why will with
  would you your`.split(/\s+/),
)
