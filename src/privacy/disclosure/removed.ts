/** Why a stretch of a text is taken out. */
export const removalReasons = {
  personal: 'personal data',
  'third-party': 'about another person',
  health: 'health',
  confidential: 'confidential',
  legal: 'legal advice',
} as const

export type RemovalReason = keyof typeof removalReasons
export const isRemovalReason = (word: string): word is RemovalReason => Object.hasOwn(removalReasons, word)

/** A stretch of a text, counted as `slice` does. */
export type Stretch = { readonly from: number; readonly to: number; readonly because: RemovalReason }

/** The text without its stretches: in the place of each stands that something is gone, and why; never how long it was. */
export function withoutStretches(text: string, stretches: readonly Stretch[]): string {
  let [kept, at] = ['', 0]
  for (const { from, to, because } of merged(stretches, text.length)) {
    kept += `${text.slice(at, from)}[removed: ${removalReasons[because]}]`
    at = to
  }
  return kept + text.slice(at)
}

/** In order and apart: those that overlap or touch are one, under the reason of the first. */
export function merged(stretches: readonly Stretch[], length: number): Stretch[] {
  const all = stretches
    .map(it => ({ ...it, from: Math.max(0, it.from), to: Math.min(length, it.to) }))
    .filter(it => it.from < it.to)
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  const apart: Stretch[] = []
  for (const it of all) {
    const last = apart.at(-1)
    if (last && it.from <= last.to) apart[apart.length - 1] = { ...last, to: Math.max(last.to, it.to) }
    else apart.push(it)
  }
  return apart
}

/** Every place where words stand in a text, whatever their case and however they are spaced and broken into lines. */
export function placesOf(text: string, words: string, because: RemovalReason): Stretch[] {
  const parts = words.trim().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return []
  const pattern = new RegExp(parts.map(it => RegExp.escape(it)).join('\\s+'), 'giu')
  return [...text.matchAll(pattern)].map(it => ({ from: it.index, to: it.index + it[0].length, because }))
}
