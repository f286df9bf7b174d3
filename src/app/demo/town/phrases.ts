import type { Random } from './random.ts'

/** What stands in a text's `{slots}`. */
export type Slots = Readonly<Record<string, string>>

type Part = string | { readonly slot: string } | { readonly either: readonly (readonly Part[])[] }

const compiled = new Map<string, readonly Part[]>()

/**
 * A text with every `{slot}` filled and one of every `[this|that]` chosen. Throws on a slot nobody fills: a hole in a
 * sentence must never reach a reader.
 */
export function fill(text: string, random: Random, slots: Slots): string {
  return partsOf(text)
    .map(part => said(part, random, slots))
    .join('')
}

/** The same as sentences: a capital letter at the beginning and after each full stop. */
export function sentence(text: string, random: Random, slots: Slots): string {
  return capitalised(fill(text, random, slots).replace(/[.?!] \p{Ll}/gu, end => end.toUpperCase()))
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One of the texts, as a sentence. */
export const oneOf = (texts: readonly string[], random: Random, slots: Slots): string =>
  sentence(random.pick(texts), random, slots)

/** The same, or nothing where there is nothing to say. */
export const oneOrNone = (texts: readonly string[], random: Random, slots: Slots): string =>
  texts.length > 0 ? oneOf(texts, random, slots) : ''

function said(part: Part, random: Random, slots: Slots): string {
  if (typeof part === 'string') return part
  if ('slot' in part) return filled(part.slot, slots)
  return random
    .pick(part.either)
    .map(inner => said(inner, random, slots))
    .join('')
}

function filled(slot: string, slots: Slots): string {
  const words = slots[slot]
  if (words === undefined) throw new Error(`Nothing fills {${slot}}`)
  return words
}

function partsOf(text: string): readonly Part[] {
  const known = compiled.get(text)
  if (known) return known
  const parts = text
    .split(/(\[[^\]]*\])/)
    .flatMap(piece => (piece.startsWith('[') ? [eitherIn(piece)] : slotsIn(piece)))
  compiled.set(text, parts)
  return parts
}

const eitherIn = (piece: string): Part => ({ either: piece.slice(1, -1).split('|').map(slotsIn) })

const slotsIn = (piece: string): Part[] =>
  piece
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map(part => (part.startsWith('{') ? { slot: part.slice(1, -1) } : part))
