/** What one run of a measure found. Times in milliseconds, sizes in bytes. */
export type Found = {
  readonly value: number
  readonly p95?: number
  /** how many things were measured */
  readonly n: number
}

/** What is measured, and what it should be. */
export type Figure = {
  readonly name: string
  readonly unit: 'ms' | 's' | '/s' | 'MB' | 'kB' | '%'
  /** the target; left out where the figure is a floor or only for information */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number }
  /** the name of the floor it stands on: the least that the same work could take on this machine */
  readonly floor?: string
}

/** Collects what each run found for each figure. */
export type Results = Map<string, { readonly figure: Figure; readonly runs: Found[] }>

export function note(results: Results, figure: Figure, found: Found): void {
  const known = results.get(figure.name) ?? { figure, runs: [] }
  known.runs.push(found)
  results.set(figure.name, known)
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const ascending = values.toSorted((a, b) => a - b)
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? NaN
}

export const spread = (times: readonly number[]): Found => ({
  value: median(times),
  p95: quantile(times, 0.95),
  n: times.length,
})

/** How long each of `count` calls takes, one after the other, warm: as many that are not counted go before. */
export async function timeEach(count: number, call: (i: number) => Promise<unknown>): Promise<Found> {
  const warming = count
  const times: number[] = []
  for (let i = -warming; i < count; i++) {
    const began = performance.now()
    await call(i + warming)
    if (i >= 0) times.push(performance.now() - began)
  }
  return spread(times)
}

/** How many calls a second when so many callers each call one after the other. */
export async function rateOf(
  callers: number,
  count: number,
  call: (i: number, caller: number) => Promise<unknown>,
): Promise<Found> {
  let next = 0
  const began = performance.now()
  const work = async (caller: number) => {
    while (next < count) await call(next++, caller)
  }
  await Promise.all(Array.from({ length: callers }, (_, caller) => work(caller)))
  return { value: (count * 1000) / (performance.now() - began), n: count }
}
