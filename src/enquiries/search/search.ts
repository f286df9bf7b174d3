import type { Tx } from '#platform/db/database.ts'
import { listEnquiries, type Filter, type Listed } from '../list.sql.ts'
import type { Place } from './answers.sql.ts'
import { findHits, passagesOf, speltLike, type Passage } from './find.sql.ts'
import { soughtIn, type Sought } from './sought.ts'
import { asksSomething, type Question } from './question.ts'
import { nearest } from './spelling.ts'
import { beginning, marked, snippet, soughtStems, type Piece } from './snippet.ts'

export type Search = {
  readonly typed: string
  /** what was typed, understood */
  readonly sought: Sought
  readonly filter: Filter
  readonly after?: Place
  readonly limit: number
}

export type FoundEnquiry = {
  readonly line: Listed
  readonly subject: readonly Piece[]
  /** where the words stand, or how it begins; undefined when the viewer may read nothing of it */
  readonly passage: readonly Piece[] | undefined
  readonly inNote: boolean
}

export type Findings = {
  readonly found: readonly FoundEnquiry[]
  readonly total: number
  /** there are more than `total` */
  readonly isMore: boolean
  /** where the next page begins */
  readonly next: Place | undefined
  /** what was looked for instead, because nothing had the words as they were typed */
  readonly instead: string | undefined
}

export const nothingFound: Findings = { found: [], total: 0, isMore: false, next: undefined, instead: undefined }

/**
 * Looks for enquiries among those the viewer of the transaction may see. Where nothing has the words, those spelt like
 * them are tried: offered only when the viewer may see something that has them, so that no suggestion tells of more.
 */
export async function search(tx: Tx, it: Search): Promise<Findings> {
  const { question } = it.sought
  if (!asksSomething(question)) return nothingFound
  const found = await searchFor(tx, it)
  if (found.total > 0 || it.after || question.references.length > 0) return found
  for (const typed of await respelt(tx, question, it.typed)) {
    const other = await searchFor(tx, { ...it, sought: await soughtIn(tx, typed) })
    if (other.total > 0) return { ...other, instead: typed }
  }
  return found
}

async function searchFor(tx: Tx, it: Search): Promise<Findings> {
  const { question } = it.sought
  const { hits, total, isMore } = await findHits(tx, it.sought, it.filter, it.limit + 1, it.after)
  const shown = hits.slice(0, it.limit)
  const ids = shown.map(hit => hit.id)
  if (ids.length === 0) return nothingFound
  const [lines, passages] = await Promise.all([listEnquiries(tx, { ids }, 'newest', ids.length), passagesOf(tx, ids)])
  const byId = new Map(lines.map(line => [line.id, line]))
  const texts = Map.groupBy(passages, one => one.enquiryId)
  const stems = soughtStems(question)
  const found = shown.flatMap(({ id }) => {
    const line = byId.get(id)
    return line ? [foundEnquiry(line, texts.get(id) ?? [], stems)] : []
  })
  return { found, total, isMore, next: hits.length > it.limit ? shown.at(-1) : undefined, instead: undefined }
}

function foundEnquiry(line: Listed, texts: readonly Passage[], stems: ReadonlySet<string>): FoundEnquiry {
  const open = texts.filter(one => !one.internal).map(one => one.words)
  const said = snippet(open, stems)
  const noted = said
    ? undefined
    : snippet(
        texts.filter(one => one.internal).map(one => one.words),
        stems,
      )
  return {
    line,
    subject: marked(line.subject, stems),
    passage: said ?? noted ?? (open[0] === undefined ? undefined : beginning(open[0])),
    inNote: noted !== undefined,
  }
}

/** What was typed with one or several words spelt otherwise; at most four tries, the likeliest first. */
async function respelt(tx: Tx, { terms }: Question, typed: string): Promise<string[]> {
  const words = [...new Set(terms.filter(it => !it.not).flatMap(it => it.words.map(word => word.plain)))]
  const long = words.filter(word => word.length >= 4 && !/\d/.test(word)).slice(0, 4)
  const known = await Promise.all(long.map(word => speltLike(tx, word)))
  const others = long.map((word, at) => (known[at]!.some(it => it.word === word) ? [] : nearest(word, known[at]!)))
  const tries = [0, 1, 2, 3].map(nth =>
    long.reduce((text, word, at) => {
      const other = others[at]![Math.min(nth, others[at]!.length - 1)]
      return other ? text.replace(writtenAs(word), other) : text
    }, typed),
  )
  return [...new Set(tries)].filter(text => text !== typed)
}

/** A plain word as it may have been written: in capitals, with accents left out of the question. */
const writtenAs = (plain: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'iu')
