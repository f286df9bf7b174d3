import { workingDaysBetween, type Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Figure } from './figure.ts'
import type { Measure } from './measure.ts'
import { measures, type MeasureKey } from './measures.ts'
import { percentile } from './percentile.ts'
import type { Tallied } from './tallied.sql.ts'

/** What values are worked out by, beside what was counted. */
export type Standing = { readonly today: Day; readonly calendar: Calendar; readonly fewest: number }

/** Every measure of one row. */
export function valuesOf(row: Tallied, standing: Standing): Record<MeasureKey, Figure> {
  return Object.fromEntries(measures.map(it => [it.key, valueOf(row, it, standing)])) as Record<MeasureKey, Figure>
}

/** A number is always said; what is a share, a middle or a mean only of as many as the council asks for. */
function valueOf(row: Tallied, { how }: Measure, { today, calendar, fewest }: Standing): Figure {
  const n = row[how.of]
  if (how.as === 'number') return { n, value: row[how.counts], count: row[how.counts] }
  if (how.as === 'oldest')
    return row.oldestOn ? { n, value: workingDaysBetween(calendar, row.oldestOn, today) } : { n, tooFew: true }
  if (n < fewest || n === 0) return { n, tooFew: true }
  if (how.as === 'share') return { n, value: (100 * row[how.counts]) / n, count: row[how.counts] }
  if (how.as === 'mean') return { n, value: row.scoreSum / n }
  const at = how.days === 'gross' ? 1 : 2
  const spread = new Map((row.days ?? []).map(it => [it[0], it[at]]))
  const value = percentile(spread, how.percent)
  return value === undefined ? { n, tooFew: true } : { n, value }
}
