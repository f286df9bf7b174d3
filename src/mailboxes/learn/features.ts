import { emptyWords, wordsIn } from '#kernel/words.ts'

/** Says nothing of a topic. */
export const isCommon = (plain: string): boolean => emptyWords.has(plain) || courtesies.has(plain)

/** Where in the text something stands that may speak for a topic. */
export type Place = { readonly from: number; readonly to: number }

/** A text this long is about too much to say more. */
const mostLetters = 20_000
const mostFeatures = 400

/** What everybody writes, whatever it is about. */
const courtesies = new Set(
  `again also best can cannot cllr colleague colleagues complain complaint constituent council councillor day days
  dear enquiry faithfully folks have hello hey hi kind last madam month months near need needs officer on outside
  people please put regards resident residents shared since sincerely sir still team thank thanks time ward week
  weeks well year years yours`.split(/\s+/),
)

/** The telling words of a text and each two that stand side by side, each with where it stands first. */
export function featuresOf(text: string): Map<string, Place> {
  const features = new Map<string, Place>()
  let before: { stem: string; from: number; nth: number } | undefined
  let nth = 0
  for (const { plain, stem, from, to } of wordsIn(text.slice(0, mostLetters))) {
    nth++
    if (plain.length < 2 || isCommon(plain) || /^\d+$/.test(plain)) continue
    if (!features.has(stem)) features.set(stem, { from, to })
    if (before && before.nth === nth - 1) {
      const pair = `${before.stem} ${stem}`
      if (!features.has(pair)) features.set(pair, { from: before.from, to })
    }
    before = { stem, from, nth }
    if (features.size >= mostFeatures) break
  }
  return features
}
