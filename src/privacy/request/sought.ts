import { formsOf } from './nicknames.ts'

/** What a person is known by, as they gave it. */
export type About = {
  /** the full name, and every other name they are or were known by */
  readonly names: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly addresses: readonly string[]
  /** only what is from these days, where the request says so */
  readonly from: string | null
  readonly until: string | null
}

/** What a copy of an enquiry looks for: nobody. */
export const noPerson: About = { names: [], emails: [], phones: [], addresses: [], from: null, until: null }

/** How somebody was recognised, the surest first. */
export const knownByWords = {
  email: 'email address',
  phone: 'telephone number',
  name: 'name',
  address: 'address',
  nickname: 'form of the first name',
  initials: 'initial or title and last name',
  alike: 'name spelled alike',
} as const

export type KnownBy = keyof typeof knownByWords
export type Sighting = { readonly from: number; readonly to: number; readonly by: KnownBy }

type Word = { readonly from: number; readonly to: number; readonly plain: string }
type Name = {
  readonly words: readonly string[]
  readonly first: string
  readonly last: string
  readonly forms: ReadonlySet<string>
}

/** What is looked for, made ready once for many texts. */
export type Sought = {
  readonly names: readonly Name[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly addresses: readonly (readonly string[])[]
}

export function soughtOf(about: About): Sought {
  return {
    names: about.names.map(nameOf).filter(it => it.words.length > 0),
    emails: about.emails.map(it => it.trim().toLowerCase()).filter(Boolean),
    phones: about.phones.map(lastDigits).filter(it => it.length >= 6),
    addresses: about.addresses.flatMap(partsOfAddress),
  }
}

function nameOf(name: string): Name {
  const words = wordsOf(name).map(it => it.plain)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return { words, first, last, forms: formsOf(first) }
}

/** An address is recognised by its number and street, and by its postcode: either may stand alone. */
function partsOfAddress(address: string): string[][] {
  const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i.exec(address)?.[0]
  const street = wordsOf(address.split(/[,\n]/)[0] ?? '').map(it => it.plain)
  const codes = postcode ? [wordsOf(postcode.replace(/\s*(\d[A-Z]{2})$/i, ' $1')).map(it => it.plain)] : []
  return [...(street.length > 1 && street.some(it => /\d/.test(it)) ? [street] : []), ...codes]
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'cllr', 'councillor', 'rev'])

/**
 * Every place in a text where somebody is named, in the order in which it stands there: by what they gave, by nicknames,
 * without accents, by initials or a title, and by names spelled alike. Pure; a person decides whether it is them.
 */
export function sightingsIn(text: string, sought: Sought): Sighting[] {
  const words = wordsOf(text)
  const found = [
    ...emailsIn(text, sought),
    ...phonesIn(text, sought),
    ...sought.addresses.flatMap(it => runsOf(words, it, 'address')),
    ...sought.names.flatMap(it => namesIn(words, it)),
  ]
  return apart(found)
}

/** Of sightings that overlap, the surest stays. */
function apart(found: readonly Sighting[]): Sighting[] {
  const order = Object.keys(knownByWords)
  const surest = found.toSorted((a, b) => order.indexOf(a.by) - order.indexOf(b.by) || a.from - b.from)
  const kept: Sighting[] = []
  for (const it of surest) if (!kept.some(other => it.from < other.to && other.from < it.to)) kept.push(it)
  return kept.toSorted((a, b) => a.from - b.from)
}

function emailsIn(text: string, { emails }: Sought): Sighting[] {
  const low = text.toLowerCase()
  return emails.flatMap(it => {
    const found: Sighting[] = []
    for (let at = low.indexOf(it); at !== -1; at = low.indexOf(it, at + it.length))
      if (!/[\w.+-]/.test(low[at - 1] ?? ' ') && !/[\w-]/.test(low[at + it.length] ?? ' '))
        found.push({ from: at, to: at + it.length, by: 'email' })
    return found
  })
}

/** Written with spaces, brackets or a country’s code before it, a number is known by its last nine digits. */
const lastDigits = (text: string): string => text.replace(/\D/g, '').slice(-9)

function phonesIn(text: string, { phones }: Sought): Sighting[] {
  if (phones.length === 0) return []
  return [...text.matchAll(/[+(]?\d[\d\s().-]{5,24}\d/g)]
    .filter(([it]) => phones.includes(lastDigits(it)))
    .map(it => ({ from: it.index, to: it.index + it[0].length, by: 'phone' }))
}

function namesIn(words: readonly Word[], name: Name): Sighting[] {
  const whole = runsOf(words, name.words, 'name')
  if (name.words.length < 2) return whole
  return [...whole, ...words.flatMap((word, at) => besideLast(words, word, at, name))]
}

/** What stands before or behind a last name and makes it this person’s. */
function besideLast(words: readonly Word[], word: Word, at: number, { first, last, forms }: Name): Sighting[] {
  const exact = word.plain === last
  if (!exact && !alike(word.plain, last)) return []
  const [before, twoBefore, after] = [words[at - 1], words[at - 2], words[at + 1]]
  const span = (from: Word, to: Word, by: KnownBy): Sighting[] => [
    { from: from.from, to: to.to, by: exact ? by : 'alike' },
  ]
  for (const it of [before, twoBefore])
    if (it && forms.has(it.plain)) return span(it, word, it.plain === first ? 'name' : 'nickname')
  if (after && forms.has(after.plain)) return span(word, after, after.plain === first ? 'name' : 'nickname')
  if (before && exact && (before.plain === first[0] || titles.has(before.plain))) return span(before, word, 'initials')
  if (twoBefore && exact && twoBefore.plain === first[0]) return span(twoBefore, word, 'initials')
  return before && alike(before.plain, first) ? span(before, word, 'alike') : []
}

function runsOf(words: readonly Word[], run: readonly string[], by: KnownBy): Sighting[] {
  return words.flatMap((word, at) =>
    run.length > 0 && run.every((it, i) => words[at + i]?.plain === it)
      ? [{ from: word.from, to: words[at + run.length - 1]!.to, by }]
      : [],
  )
}

/** Words with their places: without accents, in small letters, apostrophes left out: `O’Brien` is `obrien`. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|\d+[a-z]?(?![\p{L}])|[\p{L}\d]+/gu)].map(it => ({
    from: it.index,
    to: it.index + it[0].length,
    plain: plainly(it[0]),
  }))
}

const plainly = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')

/** Two words spelled alike: they share enough groups of three letters. Short words are alike only when they are the same. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 2) return false
  const [ofA, ofB] = [threes(a), threes(b)]
  const shared = [...ofA].filter(it => ofB.has(it)).length
  return shared / (ofA.size + ofB.size - shared) >= 0.4 || turnedOver(a, b)
}

/** As pg_trgm has it: two spaces before a word, one behind. */
const threes = (word: string): Set<string> => {
  const padded = `  ${word} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

/** Two neighbouring letters in the wrong order, or one other letter, in a word of five or more. */
function turnedOver(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 5) return false
  const different = [...a].flatMap((letter, at) => (letter === b[at] ? [] : [at]))
  const [one = 0, two = 0] = different
  return different.length === 1 || (different.length === 2 && two === one + 1 && a[one] === b[two] && a[two] === b[one])
}
