/** A part of a text, from one place to another. */
export type Stretch = { readonly start: number; readonly end: number }

/**
 * Those of some stretches, sorted and apart from one another, that touch the part from `from` to `to`. Looks only there,
 * so that a long text of nothing but numbers takes no longer than any other.
 */
export function touching<Some extends Stretch>(sorted: readonly Some[], from: number, to: number): Some[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.end < from) low = middle + 1
    else high = middle
  }
  const found: Some[] = []
  for (let at = low; at < sorted.length && sorted[at]!.start <= to; at++) found.push(sorted[at]!)
  return found
}

/** Every place a pattern matches, with what stands there. */
export const placesOf = (text: string, pattern: RegExp): (Stretch & { readonly written: string })[] =>
  Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({
    written,
    start: index,
    end: index + written.length,
  }))
