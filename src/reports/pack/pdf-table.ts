import { asDecoration, colours, fonts, holder, margin, piece, room, type Sheet } from './pdf-sheet.ts'

export type PaperTable = {
  readonly heads: readonly { readonly text: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

const size = 8.5
const pad = 4

/** A table with its heads marked as such; they stand again on every page it goes on to, there only for the eye. */
export function drawTable(sheet: Sheet, table: PaperTable): void {
  const { doc } = sheet
  const widths = widthsOf(doc, table, doc.page.width - 2 * margin)
  const it = holder(sheet, 'Table')
  drawRow(
    holder(it, 'TR'),
    table,
    widths,
    table.heads.map(one => one.text),
    'Column',
  )
  for (const cells of table.rows) {
    const height = heightOf(doc, cells, widths, fonts.plain)
    if (doc.y + height > doc.page.height - doc.page.margins.bottom) {
      doc.addPage()
      doc.markContent('Artifact', { type: 'Pagination', attached: ['Top'] })
      drawCells(
        doc,
        table,
        widths,
        table.heads.map(one => one.text),
        true,
      )
      doc.endMarkedContent()
    }
    drawRow(holder(it, 'TR'), table, widths, cells, undefined)
  }
  it.parent.end()
  doc.x = margin
  doc.moveDown(1)
}

function drawRow(
  sheet: Sheet,
  table: PaperTable,
  widths: readonly number[],
  cells: readonly string[],
  heads: 'Column' | undefined,
): void {
  const { doc } = sheet
  const height = heightOf(doc, cells, widths, heads ? fonts.bold : fonts.plain)
  room(doc, height)
  const y = doc.y
  asDecoration(doc, () => ground(doc, y, height, Boolean(heads)))
  let x = margin
  cells.forEach((text, at) => {
    const scope = heads ?? (at === 0 ? 'Row' : undefined)
    const left = x
    const draw = () =>
      drawCell(doc, { text, x: left, y, width: widths[at]!, numeric: table.heads[at]!.numeric, bold: Boolean(heads) })
    piece(sheet, scope ? 'TH' : 'TD', draw, scope ? { scope } : {})
    x += widths[at]!
  })
  sheet.parent.end()
  doc.y = y + height
}

function drawCells(
  doc: PDFKit.PDFDocument,
  { heads }: PaperTable,
  widths: readonly number[],
  cells: readonly string[],
  bold: boolean,
) {
  const height = heightOf(doc, cells, widths, bold ? fonts.bold : fonts.plain)
  const y = doc.y
  ground(doc, y, height, bold)
  let x = margin
  cells.forEach((text, at) => {
    drawCell(doc, { text, x, y, width: widths[at]!, numeric: heads[at]!.numeric, bold })
    x += widths[at]!
  })
  doc.y = y + height
}

type PaperCell = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly numeric: boolean
  readonly bold: boolean
}

function drawCell(doc: PDFKit.PDFDocument, { text, x, y, width, numeric, bold }: PaperCell): void {
  doc
    .font(bold ? fonts.bold : fonts.plain)
    .fontSize(size)
    .fillColor(colours.ink)
  doc.text(text, x + pad, y + pad, { width: width - 2 * pad, align: numeric ? 'right' : 'left' })
}

function ground(doc: PDFKit.PDFDocument, y: number, height: number, head: boolean): void {
  const right = doc.page.width - margin
  if (head) doc.rect(margin, y, right - margin, height).fill(colours.sand)
  doc
    .moveTo(margin, y + height)
    .lineTo(right, y + height)
    .lineWidth(0.5)
    .stroke(colours.line)
}

function heightOf(doc: PDFKit.PDFDocument, cells: readonly string[], widths: readonly number[], font: string): number {
  doc.font(font).fontSize(size)
  // most cells are one short line, and measuring costs more than looking
  const heights = cells.map((text, at) =>
    text.length * size * 0.35 < widths[at]! - 2 * pad && text.length < 8
      ? size * 1.2
      : doc.heightOfString(text, { width: widths[at]! - 2 * pad }),
  )
  return Math.max(...heights) + 2 * pad
}

/** Columns so wide that no word is broken, and beyond that as what stands in them asks for. */
function widthsOf(doc: PDFKit.PDFDocument, { heads, rows }: PaperTable, all: number): number[] {
  doc.font(fonts.bold).fontSize(size)
  const widthOf = (text: string) => doc.widthOfString(text) + 2 * pad + 1
  const some = rows.slice(0, 60)
  const texts = heads.map((head, at) => [head.text, ...some.map(row => row[at] ?? '')])
  const byWord = texts.map(column => Math.max(...column.flatMap(text => text.split(' ')).map(widthOf)))
  // a date stays on its line where there is room for it
  const whole = texts.map(([, ...column], at) =>
    column.every(text => text.length <= shortest) ? Math.max(byWord[at]!, ...column.map(widthOf)) : byWord[at]!,
  )
  const least = sum(whole) <= all ? whole : byWord
  const wanted = texts.map((column, at) => Math.max(least[at]!, Math.min(260, Math.max(...column.map(widthOf)))))
  const [atLeast, atBest] = [sum(least), sum(wanted)]
  if (atBest <= all) return wanted.map(it => (it / atBest) * all)
  const share = Math.max(0, all - atLeast) / (atBest - atLeast || 1)
  return least.map((it, at) => (it + (wanted[at]! - it) * share) * Math.min(1, all / atLeast))
}

/** In letters: the longest date. */
const shortest = '30 September 2026'.length

const sum = (all: readonly number[]): number => all.reduce((total, it) => total + it, 0)
