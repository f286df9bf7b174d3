import { median, type Figure, type Found, type Results } from './figure.ts'

export const columns = ['figure', 'target', 'median', 'p95', 'n', 'floor', 'ratio', 'ok'] as const

export type Row = Record<(typeof columns)[number], string>

/** One row for each figure: the medians of its runs, beside the target and the floor of the same runs. */
export const rowsOf = (results: Results): Row[] => [...results.values()].map(it => rowOf(it, results))

function rowOf({ figure, runs }: { figure: Figure; runs: readonly Found[] }, results: Results): Row {
  const value = median(runs.map(it => it.value))
  const p95s = runs.flatMap(it => it.p95 ?? [])
  const floor = floorOf(figure, results)
  return {
    figure: figure.name,
    target: targetInWords(figure),
    median: amount(value, figure),
    p95: p95s.length > 0 ? amount(median(p95s), figure) : '',
    n:
      runs.length > 1
        ? `${runs.length} × ${runs[0]!.n.toLocaleString('en-GB')}`
        : `${runs[0]?.n.toLocaleString('en-GB')}`,
    floor: floor === undefined ? '' : amount(floor, figure),
    ratio: floor === undefined ? '' : `× ${(value / floor).toFixed(value / floor < 1 ? 2 : 1)}`,
    ok: isMet(figure, value) === undefined ? '' : isMet(figure, value) ? 'ok' : 'missed',
  }
}

function floorOf({ floor }: Figure, results: Results): number | undefined {
  const runs = floor === undefined ? undefined : results.get(floor)?.runs
  return runs && median(runs.map(it => it.value))
}

function isMet({ target }: Figure, value: number): boolean | undefined {
  if (!target) return undefined
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast
}

function targetInWords(figure: Figure): string {
  if (!figure.target) return ''
  return 'atMost' in figure.target
    ? `≤ ${whole(figure.target.atMost, figure)}`
    : `≥ ${whole(figure.target.atLeast, figure)}`
}

const whole = (value: number, { unit }: Figure): string => inUnit(value.toLocaleString('en-GB'), unit)

function amount(value: number, { unit }: Figure): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return inUnit(value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }), unit)
}

const inUnit = (value: string, unit: Figure['unit']): string => (unit === '/s' ? `${value}/s` : `${value} ${unit}`)

/** The table as people read it in a terminal and in Markdown alike. */
export function inMarkdown(rows: readonly Row[]): string {
  const width = (column: keyof Row) => Math.max(column.length, ...rows.map(row => row[column].length))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const padded = (row: Row) =>
    line(
      columns.map((column, i) => (i === 0 ? row[column].padEnd(width(column)) : row[column].padStart(width(column)))),
    )
  const heads = Object.fromEntries(columns.map(column => [column, column])) as Row
  const rule = line(
    columns.map((column, i) => (i === 0 ? '-'.repeat(width(column)) : `${'-'.repeat(width(column) - 1)}:`)),
  )
  return [padded(heads), rule, ...rows.map(padded)].join('\n')
}
