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

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const specials = /[\\\t\n\r]/
const everySpecial = /[\\\t\n\r]/g

/** One value in COPY's text format. */
function cell(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value !== 'string') return value instanceof Date ? value.toISOString() : String(value)
  // most values are ids, days and codes: looking is cheaper than replacing
  return specials.test(value) ? value.replace(everySpecial, found => special[found]!) : value
}
