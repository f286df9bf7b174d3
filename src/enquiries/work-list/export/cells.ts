import type { Day } from '#kernel/day.ts'
import { oneLine } from '#kernel/text.ts'
import { columnNames, columnNamed, type ColumnName, type Drawing } from '../columns.ts'
import type { Listed } from '../../list.sql.ts'

/** The heads of the file: everything that can stand in a column of the list, whichever are shown. */
export const heads: readonly string[] = ['Reference', 'Subject', ...columnNames.map(headOf)]

function headOf(name: ColumnName): string {
  const { head, text } = columnNamed(name)
  return head ?? text
}

/** One line of the file, in the order of the heads. */
export const cellsOf = (it: Listed, drawing: Drawing): string[] => [
  it.reference,
  oneLine(it.subject),
  ...columnNames.map(name => oneLine(columnNamed(name).plain(it, drawing))),
]

/**
 * What a spreadsheet would take for a formula becomes text again: somebody outside the council wrote these words. A tab
 * or a line break in front hides a formula as well.
 */
export const neutral = (cell: string): string => (/^\s*[=+\-@|%]/.test(cell) ? `'${cell}` : cell)

/** One line of CSV (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`

const quoted = (cell: string): string => {
  const safe = neutral(cell)
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const isDay = (cell: string): cell is Day => /^\d{4}-\d\d-\d\d$/.test(cell)
