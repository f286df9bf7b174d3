/** A seeded source of choices: the same seed makes the same choices, on every machine and in every version. */
export type Random = {
  /** a number from 0 up to, not including, 1 */
  next: () => number
  /** a whole number from `from` to `to`, both included */
  int: (from: number, to: number) => number
  chance: (share: number) => boolean
  pick: <T>(items: readonly T[]) => T
  /** one of the items, each as likely as its weight; throws when no weight is above nought */
  weighted: <T>(items: readonly T[], weightOf: (item: T) => number) => T
  shuffle: <T>(items: readonly T[]) => T[]
  /** up to `count` different items, in random order */
  sample: <T>(items: readonly T[], count: number) => T[]
  /** how many of something rare happen when `mean` are expected */
  poisson: (mean: number) => number
  /** a source of its own, so that choices made in one place do not move those made in another */
  branch: (name: string) => Random
}

/** A source seeded by a word or a number. Mulberry32: small, quick and even enough for a town; never for secrets. */
export function randomFrom(seed: string | number): Random {
  const next = mulberry32(hashOf(String(seed)))
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const shuffle = <T>(items: readonly T[]): T[] => shuffled(items, int)
  return {
    next,
    int,
    chance: share => next() < share,
    pick: items => known(items[int(0, items.length - 1)], 'Nothing to pick from'),
    weighted: (items, weightOf) => weighted(items, weightOf, next),
    shuffle,
    sample: (items, count) => shuffle(items).slice(0, count),
    poisson: mean => poisson(mean, next),
    branch: name => randomFrom(`${seed}/${name}`),
  }
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a over UTF-16 units: turns a seed of any length into 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function shuffled<T>(items: readonly T[], int: Random['int']): T[] {
  const rest = [...items]
  return items.map(() => known(rest.splice(int(0, rest.length - 1), 1)[0], 'Nothing left to shuffle'))
}

function weighted<T>(items: readonly T[], weightOf: (item: T) => number, next: () => number): T {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0)
  if (!(total > 0)) throw new Error('No weight above nought to choose by')
  let left = next() * total
  for (const item of items) {
    left -= weightOf(item)
    if (left < 0) return item
  }
  return known(
    items.findLast(item => weightOf(item) > 0),
    'Nothing to choose from',
  )
}

/** Knuth's method; above 30 the normal curve is near enough and does not underflow. */
function poisson(mean: number, next: () => number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * bell(next)))
  const floor = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > floor; product *= next()) count++
  return count
}

/** One draw from the standard normal curve, by Box and Muller. */
const bell = (next: () => number): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

function known<T>(value: T | undefined, words: string): T {
  if (value === undefined) throw new Error(words)
  return value
}
