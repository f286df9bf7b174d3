import { wordsIn, type Word } from '#kernel/words.ts'
import type { Question } from './question.ts'

/** A piece of a text; `marked` where it is what was looked for. */
export type Piece = { readonly text: string; readonly marked: boolean }

/** How much of a text is shown around what was found, in letters. */
const shown = 220

/** The stems that are marked: whatever must be there. */
export const soughtStems = ({ terms }: Question): ReadonlySet<string> =>
  new Set(terms.filter(term => !term.not).flatMap(term => term.words.map(word => word.stem)))

/** The whole text with what was looked for marked. */
export const marked = (text: string, stems: ReadonlySet<string>): Piece[] =>
  piecesOf(text, 0, text.length, hitsIn(text, stems))

/** The part of the texts that says most of what was looked for; undefined when none says anything of it. */
export function snippet(texts: readonly string[], stems: ReadonlySet<string>): Piece[] | undefined {
  let best: { text: string; hits: Word[]; first: number; score: number } | undefined
  for (const text of texts) {
    const hits = hitsIn(text, stems)
    for (let first = 0; first < hits.length; first++) {
      const score = new Set(
        hits.filter(it => it.from >= hits[first]!.from && it.to <= hits[first]!.from + shown / 2).map(it => it.stem),
      ).size
      if (!best || score > best.score) best = { text, hits, first, score }
      if (first > 50) break
    }
  }
  return best && around(best.text, best.hits, best.hits[best.first]!)
}

/** The beginning of a text where nothing in it was looked for. */
export const beginning = (text: string): Piece[] => around(text, [], { from: 0 })

function hitsIn(text: string, stems: ReadonlySet<string>): Word[] {
  if (!mayHave(text, stems)) return []
  return [...wordsIn(text)].filter(word => stems.has(word.stem))
}

const isPlain = /^[\0-\x7f]*$/

/**
 * Whether it is worth cutting a text up. In one without accents a word begins like its stem, but for the `y` that a
 * stem may have where the word has `ie`; most messages have nothing that begins so.
 */
function mayHave(text: string, stems: ReadonlySet<string>): boolean {
  if (!isPlain.test(text)) return true
  const letters = text.toLowerCase().replaceAll("'", '')
  return stems.values().some(stem => letters.includes(stem.endsWith('y') ? stem.slice(0, -1) : stem))
}

function around(text: string, hits: readonly Word[], { from }: { from: number }): Piece[] {
  const begins = from < shown / 3 ? 0 : wordEdge(text, from - Math.floor(shown / 4))
  const ends = begins + shown >= text.length ? text.length : wordEdge(text, begins + shown)
  return [
    ...(begins > 0 ? [{ text: '… ', marked: false }] : []),
    ...piecesOf(text, begins, ends, hits),
    ...(ends < text.length ? [{ text: ' …', marked: false }] : []),
  ]
}

/** The next end of a word, so that none is cut in two; where a text has no spaces, near enough. */
function wordEdge(text: string, at: number): number {
  const space = text.slice(at, at + 30).search(/\s/)
  const edge = space < 0 ? at : at + space
  // not between the halves of one character
  const code = text.charCodeAt(edge)
  return code >= 0xdc00 && code <= 0xdfff ? edge + 1 : edge
}

function piecesOf(text: string, from: number, to: number, hits: readonly Word[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const hit of hits.filter(it => it.from >= from && it.to <= to)) {
    pieces.push({ text: text.slice(at, hit.from), marked: false }, { text: text.slice(hit.from, hit.to), marked: true })
    at = hit.to
  }
  return [...pieces, { text: text.slice(at, to), marked: false }].filter(piece => piece.text !== '')
}
