import { workingDaysBetween, type Calendar } from '#clock/door.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Figure, FigureRow } from '../figures/figure.ts'
import { measureNamed, type MeasureKey } from '../figures/measures.ts'
import type { Measure } from '../figures/measure.ts'
import type { Period } from '../figures/period.ts'
import { compareCounts, compareMeans, compareShares, compareWaits, type Change } from './compare.ts'
import type { Span } from './span.ts'

/** The figures of everything that was received in one span. */
export type Told = { readonly span: Span; readonly row: FigureRow; readonly workingDays: number }

/** One measure of a span beside the span before and the same season a year before. */
export type Reading = {
  readonly measure: Measure
  readonly now: Told
  readonly before: Told
  /** undefined where nothing is known of it */
  readonly yearBefore: Told | undefined
  readonly change: Change
  readonly yearChange: Change | undefined
}

/** Known on the day something is received; everything else only once it is due. */
export const freshMeasures: readonly MeasureKey[] = ['volume', 'recorded', 'registeredLate']
export const settledMeasures: readonly MeasureKey[] = [
  'inTarget',
  'inAgreed',
  'median',
  'p90',
  'rounds',
  'quality',
  'rating',
  'chased',
  'climbed',
  'extended',
  'brokenPromises',
]

export function readingOf(key: MeasureKey, now: Told, before: Told, yearBefore: Told | undefined): Reading {
  const measure = measureNamed(key)!
  const known = yearBefore && yearBefore.row.n > 0 ? yearBefore : undefined
  return {
    measure,
    now,
    before,
    yearBefore: known,
    change: changeOf(measure, now, before),
    yearChange: known && changeOf(measure, now, known),
  }
}

export const figureOf = ({ row }: Told, { key }: Measure): Figure => row.values[key as MeasureKey]

function changeOf(measure: Measure, now: Told, before: Told): Change {
  // of a time before the council began nothing is known, and nothing rose since
  if (before.row.n === 0) return { verdict: 'too-few', by: null, chance: null }
  const [a, b] = [figureOf(now, measure), figureOf(before, measure)]
  if (measure.unit === 'enquiries')
    return compareCounts(
      { count: valueOf(a) ?? 0, workingDays: now.workingDays },
      { count: valueOf(b) ?? 0, workingDays: before.workingDays },
    )
  if (measure.unit === 'percent') return compareShares(shareOf(a), shareOf(b))
  const [x, y] = [valueOf(a), valueOf(b)]
  if (x === undefined || y === undefined) return { verdict: 'too-few', by: null, chance: null }
  return measure.unit === 'score'
    ? compareMeans({ mean: x, n: a.n }, { mean: y, n: b.n }, 1, 4)
    : compareWaits({ value: x, n: a.n }, { value: y, n: b.n })
}

export const valueOf = (figure: Figure): number | undefined => ('tooFew' in figure ? undefined : figure.value)

/** A share as its two counts; none where there are too few to show. */
export const shareOf = (figure: Figure): { count: number; n: number } =>
  'tooFew' in figure ? { count: 0, n: 0 } : { count: figure.count ?? 0, n: figure.n }

/** Whether a change is for the better; null where there is none, or it is neither. */
export function isBetter({ better }: Measure, { verdict }: Change): boolean | null {
  if (better === 'none' || verdict === 'level' || verdict === 'too-few') return null
  return verdict === better
}

export const workingDaysIn = (calendar: Calendar, { from, to }: Period): number =>
  workingDaysBetween(calendar, addDays(from as Day, -1), to)
