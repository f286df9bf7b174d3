/** Words that somebody may have meant, the nearest first; none that need more than a slip of the fingers. */
export function nearest(typed: string, known: readonly { word: string; enquiries: number }[]): string[] {
  const slips = typed.length < 6 ? 1 : typed.length < 10 ? 2 : 3
  return known
    .map(it => ({ ...it, away: distance(typed, it.word) }))
    .filter(it => it.away > 0 && it.away <= slips)
    .sort((a, b) => a.away - b.away || b.enquiries - a.enquiries)
    .map(it => it.word)
}

/** How many letters must be added, left out, exchanged or swapped with their neighbour (Damerau, 1964). */
export function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length]!
}
