import { riskOf, type Cell, type Model } from './risk.ts'

/** Of what was said to be at a risk of so many tenths: how often it was said, on average how much, and how often it came true. */
export type Kept = { readonly tenth: number; readonly n: number; readonly said: number; readonly late: number }

/**
 * Holds what is said against what came of it: cells of months that the model has not seen. Of those said to be at 30%,
 * about 30% should be late.
 */
export function keptOf(model: Model, unseen: readonly Cell[]): Kept[] {
  const tenths = new Map<number, { n: number; sum: number; late: number }>()
  for (const cell of unseen) {
    const { share } = riskOf(model, cell)
    const tenth = Math.min(Math.floor(share * 10), 9)
    const it = tenths.get(tenth) ?? { n: 0, sum: 0, late: 0 }
    tenths.set(tenth, { n: it.n + cell.n, sum: it.sum + share * cell.n, late: it.late + cell.late })
  }
  return [...tenths]
    .map(([tenth, { n, sum, late }]) => ({ tenth, n, said: sum / n, late }))
    .toSorted((a, b) => a.tenth - b.tenth)
}
