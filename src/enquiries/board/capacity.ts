/** How fast work was settled: so much in so many working days. */
export type Pace = { readonly settled: number; readonly workingDays: number }

/** From which percentage on work is called tight, and too much; below `least` settled ones nothing is said. */
export type CapacityLimits = { readonly amber: number; readonly red: number; readonly least: number }

export type Tone = 'good' | 'amber' | 'red'

/** How much is due within some working days, against what is settled in as many. */
export type Load = {
  readonly workingDays: number
  readonly due: number
  /** what would be settled in that time at the pace of late */
  readonly settles: number
  readonly percent: number
  readonly tone: Tone
}

/**
 * Work due within so many working days, what is late already with it, against the closing rate (domain, section 5).
 * Undefined where too few were settled to know the rate.
 */
export function loadOf(due: number, workingDays: number, pace: Pace, limits: CapacityLimits): Load | undefined {
  if (pace.settled < Math.max(limits.least, 1) || pace.workingDays === 0) return undefined
  const settles = (pace.settled / pace.workingDays) * workingDays
  const percent = Math.round((100 * due) / settles)
  return { workingDays, due, settles, percent, tone: toneOf(percent, limits) }
}

/** Amber over one limit, red over the other: exactly at a limit it is still below it. */
const toneOf = (percent: number, { amber, red }: CapacityLimits): Tone =>
  percent > red ? 'red' : percent > amber ? 'amber' : 'good'

/** In words, so that nobody has to tell it by the colour. */
export const toneWords = { good: 'Within capacity', amber: 'Tight', red: 'More than can be done' } as const
