import PDFDocument from 'pdfkit'
import { tableOf } from '#platform/views/chart/chart.ts'
import {
  cellInWords,
  tableOfCases,
  type Block,
  type Headline,
  type PackDocument,
  type Section,
  type Table,
} from './document.ts'
import { drawChart, heightOfChart } from './pdf-chart.ts'
import { drawTable } from './pdf-table.ts'
import { colours, fonts, holder, margin, piece, room, type Sheet } from './pdf-sheet.ts'

export type PdfFacts = {
  readonly council: string
  /** on the foot of each page: `Monthly pack May 2026, version 1` */
  readonly foot: string
  /** the moment it was frozen: the same pack makes the same file */
  readonly at: Date
}

/**
 * A pack as a PDF that a screen reader reads as it was meant (PDF/UA-1): titled, in its language, every piece in a tree of
 * headings, paragraphs, lists, tables with their heads, and figures with their words; its fonts are in it.
 */
export async function pdfOf(document: PackDocument, facts: PdfFacts): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin + 16, left: margin, right: margin },
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: '1.7',
    // the types of the library lag behind it
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    font: fonts.plain,
    info: {
      Title: document.title,
      Subject: document.subtitle,
      Author: facts.council,
      Creator: 'One Stop',
      Producer: 'One Stop',
      CreationDate: facts.at,
      ModDate: facts.at,
    },
  })
  const whole = collected(doc)
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  drawTitle({ doc, parent: root }, document, facts)
  for (const section of [...document.sections, behindCharts(document)].filter(it => it.blocks.length > 0)) {
    const part = holder({ doc, parent: root }, 'Sect', { title: section.heading })
    drawSection(part, section)
    part.parent.end()
  }
  root.end()
  drawFeet(doc, facts)
  doc.end()
  return whole
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}

function drawTitle(sheet: Sheet, { title, subtitle }: PackDocument, { council }: PdfFacts): void {
  const { doc } = sheet
  doc.font(fonts.bold).fontSize(10).fillColor(colours.teal)
  piece(sheet, 'P', () => void doc.text(council, margin, margin))
  doc.moveDown(0.4)
  doc.fontSize(22).fillColor(colours.ink)
  piece(sheet, 'H1', () => void doc.text(title))
  doc.moveDown(0.4)
  doc.font(fonts.plain).fontSize(11).fillColor(colours.soft)
  piece(sheet, 'P', () => void doc.text(subtitle, { lineGap: 2 }))
  doc.moveDown(1)
}

/** What must be free below a heading, so that it never stands alone at the foot of a page. */
const withHeading = 110

function drawSection(sheet: Sheet, { heading, blocks }: Section): void {
  const { doc } = sheet
  const [first] = blocks
  room(doc, withHeading + (first?.kind === 'chart' ? heightOfChart(first.chart) : 0))
  doc.moveDown(0.6)
  doc.outline.addItem(heading)
  doc.font(fonts.bold).fontSize(14).fillColor(colours.ink)
  piece(sheet, 'H2', () => void doc.text(heading, margin))
  doc.moveDown(0.5)
  for (const block of blocks) drawBlock(sheet, block)
}

function drawBlock(sheet: Sheet, block: Block): void {
  if (block.kind === 'words') drawWords(sheet, block.text)
  else if (block.kind === 'points') drawPoints(sheet, block.points)
  else if (block.kind === 'figures') drawFigures(sheet, block.items)
  else if (block.kind === 'chart') drawChart(sheet, block.chart)
  else drawCaptioned(sheet, block.kind === 'cases' ? tableOfCases(block) : block)
  sheet.doc.x = margin
}

function drawWords(sheet: Sheet, text: string): void {
  const { doc } = sheet
  room(doc, 40)
  doc.font(fonts.plain).fontSize(10).fillColor(colours.ink)
  piece(sheet, 'P', () => void doc.text(text, margin, doc.y, { lineGap: 2 }))
  doc.moveDown(0.6)
}

function drawPoints(sheet: Sheet, points: readonly string[]): void {
  const { doc } = sheet
  const list = holder(sheet, 'L')
  for (const text of points) {
    room(doc, 30)
    doc.font(fonts.plain).fontSize(10).fillColor(colours.ink)
    const item = holder(list, 'LI')
    const y = doc.y
    piece(item, 'Lbl', () => void doc.text('•', margin, y, { width: 12 }))
    piece(item, 'LBody', () => void doc.text(text, margin + 14, y, { lineGap: 2 }))
    item.parent.end()
    doc.moveDown(0.4)
  }
  list.parent.end()
  doc.moveDown(0.3)
}

/** The figures everybody asks for first, as a table of three columns. */
function drawFigures(sheet: Sheet, items: readonly Headline[]): void {
  drawCaptioned(sheet, {
    kind: 'table',
    caption: 'At a glance',
    columns: [{ text: 'Measure' }, { text: 'Now', numeric: true }, { text: 'What it rests on' }],
    rows: items.map(({ label, value, note }) => [label, value, note]),
    empty: 'Nothing to say yet.',
  })
}

function drawCaptioned(sheet: Sheet, table: Table): void {
  const { doc } = sheet
  room(doc, 70)
  doc.font(fonts.bold).fontSize(10).fillColor(colours.ink)
  piece(sheet, 'H3', () => void doc.text(table.caption, margin))
  doc.moveDown(0.3)
  if (table.rows.length === 0) drawWords(sheet, table.empty)
  else
    drawTable(sheet, {
      heads: table.columns.map(it => ({ text: it.text, numeric: Boolean(it.numeric) })),
      rows: table.rows.map(row => table.columns.map((column, at) => cellInWords(row[at], column))),
    })
}

/** Each chart with its table: together at the end, where they are in nobody's way. */
function behindCharts({ sections }: PackDocument): Section {
  const charts = sections.flatMap(({ blocks }) => blocks.flatMap(it => (it.kind === 'chart' ? [it.chart] : [])))
  const blocks = charts.map((chart): Table => {
    const { head, rows } = tableOf(chart)
    const columns = head.map((text, at) => ({ text, numeric: at > 0 }))
    return { kind: 'table', caption: chart.title, columns, rows, empty: 'Nothing was drawn.' }
  })
  return { id: 'behind', heading: 'The figures behind the charts', blocks }
}

/** Page numbers, which a screen reader passes over. */
function drawFeet(doc: PDFKit.PDFDocument, { foot }: PdfFacts): void {
  const { start, count } = doc.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    doc.switchToPage(start + at)
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    doc.font(fonts.plain).fontSize(8).fillColor(colours.soft)
    const y = doc.page.height - margin
    const width = doc.page.width - 2 * margin
    // below the margin, where text would otherwise open a page of its own
    doc.page.margins.bottom = 0
    doc.text(foot, margin, y, { width, lineBreak: false })
    doc.text(`Page ${at + 1} of ${count}`, margin, y, { width, align: 'right', lineBreak: false })
    doc.endMarkedContent()
  }
}
