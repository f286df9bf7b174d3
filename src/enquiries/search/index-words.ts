import { emptyWords, wordsIn } from '#kernel/words.ts'

/**
 * What the index holds of an enquiry, as PostgreSQL's tsvector in its text form. A word of its subject or messages stands
 * there as it is; behind `~` it was said only in an internal note; behind `^` it stands in the subject. `@` and `#` mark
 * the ids of its member, its holder and its ward, so that a name finds it whatever the name is today. `+` marks by whom it
 * may be seen: its mailbox and who raised it. Nobody asks for those; they keep whoever may see little from looking through
 * what others may see. Nor does anybody ask for `%`, the month in which it came: it leads to the newest first.
 */
export type Indexed = {
  readonly subject?: string
  readonly said?: readonly string[]
  readonly noted?: readonly string[]
  readonly people?: readonly (string | null)[]
  readonly ward?: string | null
  readonly seenBy?: readonly (string | null)[]
  readonly createdAt?: Date
}

/** Between two texts, so that no phrase is found across them. */
const gap = 20

/** Beyond it PostgreSQL tells places apart no more. */
const lastPlace = 16_383

/** Of one message; what stands further down is not found. */
const mostLetters = 100_000

/** Of one enquiry; PostgreSQL takes no more than a megabyte of them. */
const mostWords = 30_000

export function indexedWords(it: Indexed): string {
  const places = new Map<string, Places>()
  let at = gap
  const add = (text: string, mark: string) => {
    for (const { plain, stem } of wordsIn(text.slice(0, mostLetters))) {
      at++
      if (!emptyWords.has(plain)) place(places, mark === '' ? stem : mark + stem, at)
    }
    at += gap
  }
  if (it.subject) add(it.subject, '')
  for (const text of it.said ?? []) add(text, '')
  for (const text of it.noted ?? []) add(text, '~')
  const marks = [
    ...(it.subject ? new Set(Array.from(wordsIn(it.subject), word => `^${word.stem}`)) : []),
    ...(it.people ?? []).flatMap(id => (id ? [personMark(id)] : [])),
    ...(it.ward ? [wardMark(it.ward)] : []),
    ...(it.seenBy ?? []).flatMap(id => (id ? [sightMark(id)] : [])),
    ...(it.createdAt ? [`%${it.createdAt.toISOString().slice(0, 'yyyy-mm'.length)}`] : []),
  ]
  return [...marks.map(mark => `'${mark}'`), ...Array.from(places.values(), it => it.written)].join(' ')
}

/** A word with its places, as it is handed over: written as they come, for most words have one. */
type Places = { written: string; count: number }

function place(places: Map<string, Places>, word: string, at: number): void {
  const known = places.get(word)
  if (!known) {
    if (places.size < mostWords) places.set(word, { written: `'${word}':${Math.min(at, lastPlace)}`, count: 1 })
  } else if (known.count < 50 && at <= lastPlace) {
    known.written += `,${at}`
    known.count++
  }
}

export const personMark = (id: string): string => `@${id}`
export const wardMark = (id: string): string => `#${id}`
export const sightMark = (id: string): string => `+${id}`
