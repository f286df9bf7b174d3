import { tables, type Facing, type Table, type Value } from './copy-text.ts'
import type { Played } from './stage.ts'

/** Played enquiries in the text that PostgreSQL's COPY takes, one for each of `tables`. */
export const copyTexts = (played: readonly Played[], facing: Facing): Uint8Array<ArrayBuffer>[] =>
  tables.map(table => encoder.encode(played.map(it => linesOf(table, it, facing)).join('')))

const encoder = new TextEncoder()

function linesOf({ rows }: Table, played: Played, facing: Facing): string {
  let lines = ''
  for (const row of rows(played, facing)) lines += `${row.map(cell).join('\t')}\n`
  return lines
}

/** One value in COPY's text format. Most are ids, days and codes: looking is cheaper than replacing. */
function cell(value: Value): string {
  if (typeof value === 'string') return isPlain(value) ? value : escaped(value)
  if (value === null) return '\\N'
  return value instanceof Date ? instant(value.getTime()) : String(value)
}

const isPlain = (text: string): boolean =>
  !(text.includes('\n') || text.includes('\\') || text.includes('\t') || text.includes('\r'))

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')

const minuteMs = 60_000

/** Writing an instant costs ten times what looking its minute up does: nearly all is done on a minute, and together. */
const minutes = new Map<number, string>()
const mostMinutes = 100_000

function instant(ms: number): string {
  if (ms % minuteMs !== 0) return new Date(ms).toISOString()
  const known = minutes.get(ms)
  if (known) return known
  if (minutes.size >= mostMinutes) minutes.clear()
  const written = new Date(ms).toISOString()
  minutes.set(ms, written)
  return written
}
