import type { Day } from '#kernel/day.ts'
import type { LineChart, Point } from '#platform/views/chart/chart.ts'
import { monthAfter, monthInWords } from '../sample/month.ts'
import type { Judged } from './overview.sql.ts'

/** Scores and ratings month by month as two pictures. `rows`: the latest month first, months of which nothing is known left out. */
export function trendCharts(rows: readonly Judged[], fewest: number): LineChart[] {
  const months = everyMonth(rows)
  return [scoreChart(months, fewest), ratingChart(months, fewest)]
}

type Month = { readonly month: Day; readonly judged: Judged | undefined }

function everyMonth(rows: readonly Judged[]): Month[] {
  const months: Month[] = []
  const last = rows[0]?.id as Day
  for (let month = rows.at(-1)?.id as Day; month <= last; month = monthAfter(month))
    months.push({ month, judged: rows.find(it => it.id === month) })
  return months
}

const scoreChart = (months: readonly Month[], fewest: number): LineChart => ({
  kind: 'line',
  id: 'scores',
  title: 'Average score',
  description: `By the month of the answer, from 1 (not good enough) to 4 (excellent). A month with fewer than ${fewest} scores is left out.`,
  what: 'Month',
  measure: 'Average score',
  full: 4,
  points: months.map(it => {
    const { scores = 0, average = null } = it.judged ?? {}
    const value = scores < fewest ? null : average
    return point(it, value, value === null ? tooFew(scores) : `${value.toFixed(1)} of 4 (${scores} scored)`)
  }),
})

const ratingChart = (months: readonly Month[], fewest: number): LineChart => ({
  kind: 'line',
  id: 'ratings',
  title: 'Answers everything',
  description: `The share of members’ ratings that say so, by the month of the rating. A month with fewer than ${fewest} ratings is left out.`,
  what: 'Month',
  measure: 'Answers everything',
  full: 100,
  suffix: '%',
  points: months.map(it => {
    const { ratings = 0, everything = 0 } = it.judged ?? {}
    const value = ratings < fewest ? null : Math.round((100 * everything) / ratings)
    return point(it, value, value === null ? tooFew(ratings) : `${value}% of ${ratings}`)
  }),
})

const tooFew = (n: number): string => `Too few (${n})`

const point = ({ month }: Month, value: number | null, words: string): Point => ({
  label: monthInWords(month),
  short: monthInWords(month).slice(0, 3),
  value,
  words,
})
