/** Of so many working days, how many there were. */
export type Spread = ReadonlyMap<number, number>

/**
 * The value below which so many in a hundred lie. The 50th is the middle one, or the mean of the two in the middle; every
 * other is the smallest value that as many reach (nearest rank). Undefined of none.
 */
export function percentile(spread: Spread, percent: number): number | undefined {
  const sorted = [...spread].filter(([, n]) => n > 0).toSorted(([a], [b]) => a - b)
  const all = sorted.reduce((sum, [, n]) => sum + n, 0)
  if (all === 0) return undefined
  if (percent === 50 && all % 2 === 0) return (nth(sorted, all / 2) + nth(sorted, all / 2 + 1)) / 2
  return nth(sorted, Math.ceil((all * percent) / 100))
}

function nth(sorted: readonly (readonly [value: number, n: number])[], rank: number): number {
  let seen = 0
  for (const [value, n] of sorted) {
    seen += n
    if (seen >= rank) return value
  }
  throw new RangeError(`There are only ${seen} and not ${rank}`)
}
