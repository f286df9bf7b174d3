/**
 * A chart as plain data: what is drawn, and in words what it shows. Pages draw it as SVG, packs as PDF, both from the
 * same geometry; each with its table, so that nothing is said by a picture alone.
 */
export type Chart = BarChart | LineChart

type Common = {
  /** unique on its page: the begin of the ids inside */
  readonly id: string
  readonly title: string
  /** one or two sentences: what to see in it */
  readonly description: string
  /** the heading of the column of values in the table: `Answered in time` */
  readonly measure: string
}

/** `good`, `soon` and `late` are drawn by pattern as well as by colour, and said in the words. */
export type Tone = 'plain' | 'good' | 'soon' | 'late'

export type Bar = {
  readonly label: string
  /** null: too few to say, and nothing is drawn */
  readonly value: number | null
  /** the value in few words, at the end of the bar: `87% of 45` */
  readonly words: string
  readonly tone?: Tone
  /** the period before: a tick on the bar */
  readonly before?: number | null
  readonly beforeWords?: string
}

export type BarChart = Common & {
  readonly kind: 'bars'
  /** what a bar is: `Mailbox` */
  readonly what: string
  readonly bars: readonly Bar[]
  /** what a full bar means; undefined: the largest value, or a little more */
  readonly full?: number
  readonly mark?: Mark
}

export type Point = {
  /** `June 2026` */
  readonly label: string
  /** `Jun`, below the axis */
  readonly short: string
  /** null: too few to say, and the line has a gap */
  readonly value: number | null
  readonly words: string
  /** between which values the true one lies, 95 times in 100 */
  readonly low?: number
  readonly high?: number
}

export type LineChart = Common & {
  readonly kind: 'line'
  /** what a point is: `Month` */
  readonly what: string
  readonly points: readonly Point[]
  readonly full?: number
  readonly mark?: Mark
  /** what stands behind a number on the axis: `%` */
  readonly suffix?: string
}

/** A dashed line across, such as a target. */
export type Mark = { readonly at: number; readonly label: string }

export type ChartTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** The same figures as a table; the first column names the row. */
export function tableOf(chart: Chart): ChartTable {
  return chart.kind === 'bars' ? tableOfBars(chart) : tableOfPoints(chart)
}

function tableOfBars({ what, measure, bars }: BarChart): ChartTable {
  const withBefore = bars.some(it => it.beforeWords !== undefined)
  return {
    head: [what, measure, ...(withBefore ? ['Before'] : [])],
    rows: bars.map(it => [it.label, it.words, ...(withBefore ? [it.beforeWords ?? '–'] : [])]),
  }
}

function tableOfPoints({ what, measure, points, suffix = '' }: LineChart): ChartTable {
  const withBand = points.some(it => it.low !== undefined)
  const between = ({ low, high }: Point) =>
    low === undefined || high === undefined ? '–' : `${rounded(low)} to ${rounded(high)}${suffix}`
  return {
    head: [what, measure, ...(withBand ? ['Likely between'] : [])],
    rows: points.map(it => [it.label, it.words, ...(withBand ? [between(it)] : [])]),
  }
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10)
