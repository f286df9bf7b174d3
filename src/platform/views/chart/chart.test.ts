import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tableOf, type BarChart, type LineChart } from './chart.ts'
import { barsOf, fullOf, lineOf, ticksTo } from './geometry.ts'
import { chartFigure } from './figure.ts'
import { svgOf } from './svg.ts'

const amount = fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1e7, noNaN: true }))

const bars = fc
  .record({
    values: fc.array(amount, { maxLength: 12 }),
    before: amount,
    mark: fc.option(fc.integer({ min: 0, max: 100 })),
  })
  .map(
    ({ values, before, mark }): BarChart => ({
      kind: 'bars',
      id: 'b',
      title: 'Answered <in time> & "more"',
      description: 'By mailbox',
      what: 'Mailbox',
      measure: 'Share',
      ...(mark !== null && { mark: { at: mark, label: 'Target' } }),
      bars: values.map((value, at) => ({
        label: `Box ${at}`,
        value,
        before,
        words: value === null ? 'too few' : `${value}`,
      })),
    }),
  )

const line = fc.array(amount, { minLength: 1, maxLength: 24 }).map(
  (values): LineChart => ({
    kind: 'line',
    id: 'l',
    title: 'Through the year',
    description: 'By month',
    what: 'Month',
    measure: 'Share',
    points: values.map((value, at) => ({
      label: `Month ${at}`,
      short: `${at}`,
      value,
      words: `${value ?? 'too few'}`,
      ...(value !== null && { low: value * 0.9, high: value * 1.1 }),
    })),
  }),
)

const inPlot = (share: number) => share >= 0 && share <= 1

test('bars stay inside, longer for more, and a value that is not there has none', () => {
  fc.assert(
    fc.property(bars, chart => {
      const drawn = barsOf(chart)
      chart.bars.forEach((bar, at) => {
        const { length } = drawn.bars[at]!
        assert.equal(length === null, bar.value === null)
        if (length === null) return
        assert.ok(inPlot(length))
        chart.bars.forEach((other, nth) => {
          if (other.value !== null && other.value >= bar.value!) assert.ok(drawn.bars[nth]!.length! >= length)
        })
      })
      if (drawn.mark !== null) assert.ok(inPlot(drawn.mark))
    }),
  )
})

test('a line runs from left to right inside its plot, every value inside its band, with a gap for each that is missing', () => {
  fc.assert(
    fc.property(line, chart => {
      const drawn = lineOf(chart)
      const known = chart.points.filter(it => it.value !== null).length
      assert.equal(
        drawn.runs.reduce((sum, run) => sum + run.line.length, 0),
        known,
      )
      const all = drawn.runs.flatMap(run => run.line)
      for (const { x, y } of [...all, ...drawn.runs.flatMap(run => run.band)]) assert.ok(inPlot(x) && inPlot(y))
      all.slice(1).forEach((it, at) => assert.ok(it.x > all[at]!.x))
      for (const { line: run, band } of drawn.runs)
        run.forEach(({ x, y }) => {
          const heights = band.filter(it => it.x === x).map(it => it.y)
          assert.ok(Math.min(...heights) <= y && y <= Math.max(...heights))
        })
    }),
  )
})

test('an axis begins at nothing, ends at or above the most, and has six lines at most', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), most => {
      const full = fullOf([most, null, undefined])
      const ticks = ticksTo(full)
      assert.ok(full >= most * (1 - 1e-6) && full <= most * 2.5)
      assert.equal(ticks[0], 0)
      assert.ok(ticks.length >= 2 && ticks.length <= 6, `${most}: ${ticks.join(' ')}`)
      assert.ok(Math.abs(ticks.at(-1)! - full) <= full * 1e-6)
    }),
  )
  assert.equal(fullOf([]), 1)
  assert.deepEqual(ticksTo(100), [0, 20, 40, 60, 80, 100])
})

test('a drawing names itself, carries no style, and breaks nothing out of its words', () => {
  fc.assert(
    fc.property(fc.oneof(bars, line), chart => {
      const { text } = svgOf(chart)
      assert.match(text, /role="img"\s+aria-labelledby="\w-svg-title \w-svg-words"/)
      assert.doesNotMatch(text, / style=|<script|NaN|Infinity|undefined/)
      assert.doesNotMatch(text, /<in time>/)
    }),
    { numRuns: 40 },
  )
})

test('every value that is drawn stands in the table, too', () => {
  fc.assert(
    fc.property(fc.oneof(bars, line), chart => {
      const { head, rows } = tableOf(chart)
      const drawn = chart.kind === 'bars' ? chart.bars : chart.points
      assert.equal(rows.length, drawn.length)
      rows.forEach((row, at) => {
        assert.equal(row.length, head.length)
        assert.deepEqual(row.slice(0, 2), [drawn[at]!.label, drawn[at]!.words])
      })
    }),
  )
  const chart = fc.sample(line, 1)[0]!
  assert.match(chartFigure(chart).text, /<figcaption>[\s\S]*<svg[\s\S]*<table/)
})
