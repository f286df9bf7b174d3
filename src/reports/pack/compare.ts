/**
 * Whether two periods differ by more than chance. Councils react to every wiggle of a line; a pack only speaks of a change
 * that pure luck would rarely make. Shares are compared by the two-proportion z-test, counts as Poisson counts given how
 * many working days each period had, scores by a z-test with the widest spread a mean on their scale can have.
 */
export type Change = {
  readonly verdict: 'more' | 'less' | 'level' | 'too-few'
  /** now less before, in the unit of the measure; null where there is too little to compare */
  readonly by: number | null
  /** how often luck alone would make a difference at least as large, 0 to 1; null where nothing was tested */
  readonly chance: number | null
}

/** Luck makes a difference that counts as a change here less than once in a hundred such comparisons. */
export const chanceLimit = 0.01

export type Share = { readonly count: number; readonly n: number }

/** Shares in percentage points. Too few where either side expects fewer than five of either kind. */
export function compareShares(now: Share, before: Share): Change {
  if (now.n === 0 || before.n === 0) return tooFew
  const together = (now.count + before.count) / (now.n + before.n)
  const least = Math.min(now.n, before.n) * Math.min(together, 1 - together)
  const by = 100 * (now.count / now.n - before.count / before.n)
  // all or none on both sides is no change, however many
  if (together === 0 || together === 1) return Math.min(now.n, before.n) < 5 ? tooFew : level(by)
  if (least < 5) return tooFew
  const spread = Math.sqrt(together * (1 - together) * (1 / now.n + 1 / before.n))
  return judged(by, (now.count / now.n - before.count / before.n) / spread)
}

export type Count = { readonly count: number; readonly workingDays: number }

/** Counts, by how many would be expected now at the rate before. Too few below ten together. */
export function compareCounts(now: Count, before: Count): Change {
  const all = now.count + before.count
  if (all < 10 || now.workingDays === 0 || before.workingDays === 0) return tooFew
  const share = now.workingDays / (now.workingDays + before.workingDays)
  const by = now.count - before.count * (now.workingDays / before.workingDays)
  return judged(by, (now.count - all * share) / Math.sqrt(all * share * (1 - share)))
}

export type Mean = { readonly mean: number; readonly n: number }

/** Means on a scale, such as scores of 1 to 4. Too few below ten on either side. */
export function compareMeans(now: Mean, before: Mean, least: number, most: number): Change {
  if (now.n < 10 || before.n < 10) return tooFew
  // no numbers between `least` and `most` with this mean are spread wider
  const widest = ({ mean, n }: Mean) => ((most - mean) * (mean - least)) / n
  const spread = Math.sqrt(widest(now) + widest(before))
  const by = now.mean - before.mean
  return spread === 0 ? level(by) : judged(by, by / spread)
}

export type Middle = { readonly value: number; readonly n: number }

/** Waits: a change is a working day or more, resting on thirty or more on both sides. No test of chance is made. */
export function compareWaits(now: Middle, before: Middle): Change {
  if (now.n < 30 || before.n < 30) return tooFew
  const by = now.value - before.value
  return Math.abs(by) < 1 ? level(by) : { verdict: by > 0 ? 'more' : 'less', by, chance: null }
}

const tooFew: Change = { verdict: 'too-few', by: null, chance: null }
const level = (by: number): Change => ({ verdict: 'level', by, chance: 1 })

function judged(by: number, z: number): Change {
  const chance = chanceBeyond(z)
  if (chance >= chanceLimit || by === 0) return { verdict: 'level', by, chance }
  return { verdict: by > 0 ? 'more' : 'less', by, chance }
}

/** How often a standard normal value lies further from 0 than z (Abramowitz and Stegun 7.1.26; off by at most 2e-7). */
export function chanceBeyond(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return Math.min(1, sum * Math.exp(-x * x))
}

/** Between which shares the true one lies, 95 times in 100, in per cent (Wilson's interval). */
export function likelyShare({ count, n }: Share): { readonly low: number; readonly high: number } {
  const z = 1.959964
  const share = count / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return { low: 100 * Math.max(0, middle - half), high: 100 * Math.min(1, middle + half) }
}
