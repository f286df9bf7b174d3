import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tableOf } from '#platform/views/chart/chart.ts'
import { trendCharts } from './trend-charts.ts'

const month = (id: string, scores: number, average: number | null, ratings: number, everything: number) => ({
  id,
  name: id,
  scores,
  average,
  ratings,
  everything,
  notUseful: 0,
})

test('every month has its place, those without and those with too few say so', () => {
  const rows = [month('2026-06-01', 10, 3.25, 8, 6), month('2026-05-01', 2, 4, 0, 0), month('2026-03-01', 10, 2, 5, 5)]
  const [scores, ratings] = trendCharts(rows, 5).map(tableOf)
  assert.deepEqual(scores!.rows, [
    ['March 2026', '2.0 of 4 (10 scored)'],
    ['April 2026', 'Too few (0)'],
    ['May 2026', 'Too few (2)'],
    ['June 2026', '3.3 of 4 (10 scored)'],
  ])
  assert.deepEqual(
    ratings!.rows.map(it => it[1]),
    ['100% of 5', 'Too few (0)', 'Too few (0)', '75% of 8'],
  )
})
