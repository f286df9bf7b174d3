/** A table to save: headings, and rows of as many cells. */
export type Sheet = {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
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
  const lines = [heads, ...rows].map(row => row.map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cell(value: string | number | null): string {
  const text = typeof value === 'string' ? neutral(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

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

// an empty text would be a cell of its own; a spreadsheet leaves it out
const typed = (value: string | number | null) =>
  value === null || value === ''
    ? null
    : typeof value === 'number'
      ? { value, type: Number }
      : { value: storable(value), type: String }

/** XML 1.0 knows no control characters, and a cell holds at most 32,767. */
const storable = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').slice(0, 32_767)

const widthOf = (heads: Sheet['heads'], rows: Sheet['rows'], at: number): number =>
  Math.min(
    60,
    rows.slice(0, 500).reduce((most, row) => Math.max(most, String(row[at] ?? '').length), heads[at]!.length) + 2,
  )
