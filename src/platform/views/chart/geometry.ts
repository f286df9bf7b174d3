import type { BarChart, LineChart, Point } from './chart.ts'

/**
 * Where things lie in a chart, in shares of its plot from 0 to 1 with 0 at the left and at the foot: whoever draws
 * stretches them to a page or to paper. Pure; nothing here knows pixels.
 */
export type Bars = {
  readonly full: number
  readonly bars: readonly { readonly length: number | null; readonly before: number | null }[]
  readonly mark: number | null
}

export function barsOf({ bars, full: given, mark }: BarChart): Bars {
  const full = given ?? fullOf([...bars.flatMap(it => [it.value, it.before]), mark?.at])
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? null : within(value, full)
  return {
    full,
    bars: bars.map(it => ({ length: share(it.value), before: share(it.before) })),
    mark: share(mark?.at),
  }
}

export type Place = { readonly x: number; readonly y: number }
export type Run = { readonly line: readonly Place[]; readonly band: readonly Place[] }

export type Line = {
  readonly full: number
  /** values with a line across, from 0 to `full` */
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  /** for every point its middle on the axis, and its height where there is something to say */
  readonly points: readonly { readonly x: number; readonly y: number | null }[]
  /** the line is drawn in runs: it has gaps where there is too little to say */
  readonly runs: readonly Run[]
  readonly mark: number | null
}

export function lineOf({ points, full: given, mark }: LineChart): Line {
  const full = given ?? fullOf([...points.flatMap(it => [it.value, it.high]), mark?.at])
  const xOf = (at: number) => (at + 0.5) / points.length
  return {
    full,
    ticks: ticksTo(full).map(value => ({ value, y: within(value, full) })),
    points: points.map((it, at) => ({ x: xOf(at), y: it.value === null ? null : within(it.value, full) })),
    runs: runsOf(points).map(run => runAt(run, points, full, xOf)),
    mark: mark ? within(mark.at, full) : null,
  }
}

function runAt(run: readonly number[], points: readonly Point[], full: number, xOf: (at: number) => number): Run {
  const at = (index: number, value: number): Place => ({ x: xOf(index), y: within(value, full) })
  const banded = run.filter(index => points[index]!.low !== undefined && points[index]!.high !== undefined)
  const above = banded.map(index => at(index, points[index]!.high!))
  const below = banded.map(index => at(index, points[index]!.low!))
  return { line: run.map(index => at(index, points[index]!.value!)), band: [...above, ...below.reverse()] }
}

/** The places of points that follow each other without a gap. */
function runsOf(points: readonly Point[]): number[][] {
  const runs: number[][] = []
  points.forEach(({ value }, at) => {
    if (value === null) return
    if (at > 0 && points[at - 1]!.value !== null) runs.at(-1)!.push(at)
    else runs.push([at])
  })
  return runs
}

const within = (value: number, full: number): number => Math.min(1, Math.max(0, value / full))

/** A round number a little above the largest value; 1 when there is nothing. */
export function fullOf(values: readonly (number | null | undefined)[]): number {
  const most = Math.max(0, ...values.filter(it => typeof it === 'number'))
  if (most < 1e-6) return 1
  const step = stepFor(most)
  return Math.ceil(most / step - 1e-9) * step
}

/** Round numbers from 0 to `full`, six at most. */
export function ticksTo(full: number): number[] {
  const step = stepFor(full)
  return Array.from({ length: Math.floor(full / step + 1e-9) + 1 }, (_, at) => at * step)
}

/** 1, 2 or 5 times a power of ten, so that at most five of them reach the top. */
function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 5))
  const step = [1, 2, 5, 10].find(it => it * power * 5 >= most * (1 - 1e-9)) ?? 10
  return step * power
}
