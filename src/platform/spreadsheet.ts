import type { Day } from '#kernel/day.ts'

/** What stands in a cell: words, a number, a day, or nothing. */
export type SheetCell = string | number | { readonly on: Day } | null

/** A table to save: headings, and rows of as many cells. */
export type Sheet = {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
}

export type SheetFormat = 'csv' | 'xlsx'

export type SheetFile = { readonly body: Buffer; readonly type: string }

/** A sheet as a file. Spreadsheets never run what people wrote: in CSV a cell like a formula gets an apostrophe first. */
export async function sheetFile(sheet: Sheet, format: SheetFormat): Promise<SheetFile> {
  if (format === 'csv') return { body: Buffer.from(csvOf(sheet)), type: 'text/csv; charset=utf-8' }
  return sheetsFile([sheet])
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csvOf({ heads, rows }: Sheet): string {
  const lines = [heads, ...rows].map(csvRow)
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** One line of such a file, without its end. */
export const csvRow = (row: readonly SheetCell[]): string => row.map(cell).join(',')

function cell(value: SheetCell): string {
  const text = typeof value === 'string' ? neutral(value) : plain(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const plain = (value: SheetCell): string =>
  typeof value === 'object' && value !== null ? value.on : String(value ?? '')

/** What a spreadsheet would take for a formula or a command, spaces before it or not, made text. */
const neutral = (text: string): string => (/^\s*[=+\-@\t\r|%]/.test(text) ? `'${text}` : text)

/** Several sheets as one file for spreadsheets. */
export const sheetsFile = async (sheets: readonly Sheet[]): Promise<SheetFile> => ({
  body: await xlsxOf(sheets),
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

/** Every cell says its type: text is text, whatever it begins with. The library is loaded with the first one. */
async function xlsxOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node')
  return write(
    sheets.map(({ name, heads, rows }) => {
      const first = heads.map(value => ({ value, type: String, fontWeight: 'bold' as const }))
      const columns = heads.map((_, at) => ({ width: widthOf(heads, rows, at) }))
      return { sheet: name, data: [first, ...rows.map(row => row.map(typed))], columns, stickyRowsCount: 1 }
    }),
  ).toBuffer()
}

function typed(value: SheetCell) {
  // an empty text would be a cell of its own; a spreadsheet leaves it out
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'object') return { value: new Date(`${value.on}T00:00:00Z`), type: Date, format: 'd mmmm yyyy' }
  return { value: storable(value), type: String, ...(value.length > widest && { wrap: true }) }
}

/** In letters; what is longer goes on below. */
const widest = 60

/**
 * XML 1.0 knows no control characters, and a cell holds at most 32,767. The library keeps texts by name in a plain object:
 * a space behind what every object has keeps `constructor` from being taken for one it has met.
 */
function storable(text: string): string {
  const known = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').slice(0, 32_767)
  return known in Object.prototype ? `${known} ` : known
}

const widthOf = (heads: Sheet['heads'], rows: Sheet['rows'], at: number): number =>
  Math.min(
    widest,
    rows.slice(0, 500).reduce((most, row) => Math.max(most, plain(row[at] ?? '').length), heads[at]!.length) + 2,
  )
