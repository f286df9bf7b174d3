/** A week that is over: what came in it, and its working days. */
export type Week = { readonly came: number; readonly workingDays: number }

/** What is expected of a week to come, and between what it fell eight times in ten. */
export type Expectation = { readonly expected: number; readonly low: number; readonly high: number }

export type Forecast = {
  readonly weeks: readonly Expectation[]
  /** how many past weeks the range was tried on, for the first week ahead */
  readonly tried: number
}

/** The pace of coming is read from so many weeks, and each past week is held against the same before it. */
export const paceWeeks = 8

/** With fewer tries nine in ten is one or two weeks: then there is no range, and nothing is said. */
const leastTried = 12

/**
 * What will come in each of the next weeks: the weekly pace of the last eight, by working days, for a week with a bank
 * holiday brings less. How far it may be off is not assumed but tried: the same sum for every past week, and how what
 * came stood to it; eight in ten fell within the range. Undefined where there are too few weeks to try it on.
 * `past`: full weeks, the oldest first; `ahead`: the working days of each week to come.
 */
export function forecast(past: readonly Week[], ahead: readonly number[]): Forecast | undefined {
  const pace = paceBefore(past, past.length)
  const tries = ahead.map((_, at) => triesOf(past, at))
  if (!pace || tries.some(it => it.length < leastTried)) return undefined
  return {
    weeks: ahead.map((workingDays, at) => expectation(pace * workingDays, tries[at]!)),
    tried: tries[0]!.length,
  }
}

/** How many came on a working day in the weeks before one; undefined where those are not known or nothing came. */
function paceBefore(past: readonly Week[], at: number): number | undefined {
  const before = past.slice(at - paceWeeks, at)
  if (at < paceWeeks || before.length < paceWeeks) return undefined
  const sum = (of: (it: Week) => number) => before.reduce((n, it) => n + of(it), 0)
  const [came, days] = [sum(it => it.came), sum(it => it.workingDays)]
  return came > 0 && days > 0 ? came / days : undefined
}

/** What came, over what would have been expected so many weeks before: 1 is as expected. */
function triesOf(past: readonly Week[], weeksAhead: number): number[] {
  return past.flatMap((week, at) => {
    const pace = paceBefore(past, at - weeksAhead)
    return pace === undefined || week.workingDays === 0 ? [] : [week.came / (pace * week.workingDays)]
  })
}

function expectation(expected: number, tries: readonly number[]): Expectation {
  const sorted = tries.toSorted((a, b) => a - b)
  // of n in order those at a tenth and nine tenths of n + 1, as for expected answers
  const nth = (share: number) =>
    sorted[Math.min(Math.max(Math.round(share * (sorted.length + 1)) - 1, 0), sorted.length - 1)]!
  return {
    expected: Math.round(expected),
    low: Math.round(Math.min(expected * nth(0.1), expected)),
    high: Math.round(Math.max(expected * nth(0.9), expected)),
  }
}
