import { shortened } from '#kernel/text.ts'
import type { BarChart, Chart, LineChart, Tone } from '#platform/views/chart/chart.ts'
import { barsOf, lineOf, type Place } from '#platform/views/chart/geometry.ts'
import { colours, fonts, margin, piece, room, type Sheet } from './pdf-sheet.ts'

/** A chart on paper: its title and words to read, the picture as one figure with the same words for who does not see it. */
export function drawChart(sheet: Sheet, chart: Chart): void {
  const { doc } = sheet
  const height = heightOfChart(chart)
  room(doc, height + 60)
  doc.font(fonts.bold).fontSize(10).fillColor(colours.ink)
  piece(sheet, 'H3', () => void doc.text(chart.title, margin))
  doc.font(fonts.plain).fontSize(9).fillColor(colours.soft)
  piece(sheet, 'P', () => void doc.text(chart.description, margin, doc.y, { lineGap: 1 }))
  doc.moveDown(0.5)
  const top = doc.y
  const width = doc.page.width - 2 * margin
  const draw = () => (chart.kind === 'bars' ? drawBars(doc, chart, top, width) : drawLine(doc, chart, top, width))
  const alt = `${chart.title}. ${chart.description} Its figures stand in a table at the end.`
  piece(sheet, 'Figure', draw, { alt, bbox: [margin, top, margin + width, top + height] })
  doc.x = margin
  doc.y = top + height + 14
}

/** How much of a page its picture takes. */
export const heightOfChart = (chart: Chart): number =>
  chart.kind === 'bars' ? chart.bars.length * barRow + (chart.mark ? 16 : 0) : lineHeight + 22

type Doc = PDFKit.PDFDocument

const barRow = 19
const barHeight = 10
/** shares of the width: names stand on the left, what a bar comes to behind the longest one */
const names = 0.34
const longest = 0.46

const toneColours: Record<Tone, string> = {
  plain: colours.teal,
  good: colours.good,
  soon: colours.accent,
  late: colours.late,
}

function drawBars(doc: Doc, chart: BarChart, top: number, width: number): void {
  const { bars, mark } = barsOf(chart)
  const left = margin + names * width
  const xOf = (share: number) => left + share * longest * width
  chart.bars.forEach((bar, at) => {
    const y = top + at * barRow
    const { length, before } = bars[at]!
    write(doc, shortened(bar.label, 36), margin, y + 1, { size: 9 })
    if (length !== null && length > 0) {
      doc.rect(left, y + 2, xOf(length) - left, barHeight).fill(toneColours[bar.tone ?? 'plain'])
      if (bar.tone === 'late' || bar.tone === 'soon') hatch(doc, left, y + 2, xOf(length) - left, bar.tone)
    }
    if (before !== null)
      doc
        .moveTo(xOf(before), y)
        .lineTo(xOf(before), y + 4 + barHeight)
        .lineWidth(1.8)
        .stroke(colours.ink)
  })
  if (mark !== null) drawMark(doc, chart, { x: xOf(mark), y: top }, mark > longest / 2)
  chart.bars.forEach((bar, at) => {
    const x = xOf(bars[at]!.length ?? 0) + 5
    const y = top + at * barRow + 2
    doc.font(fonts.bold).fontSize(9)
    doc.rect(x - 2, y - 1, doc.widthOfString(bar.words) + 4, barHeight + 2).fill(colours.paper)
    write(doc, bar.words, x, y, { size: 9, bold: true })
  })
}

function drawMark(doc: Doc, { bars, mark }: BarChart, { x, y }: Place, onLeft: boolean): void {
  const foot = y + bars.length * barRow
  dashed(doc, { x, y: y - 2 }, { x, y: foot - 2 })
  write(doc, mark!.label, onLeft ? x - 200 : x, foot, { size: 8, ...(onLeft && { right: 200 }) })
}

/** Stripes for what is late and dots for what is amber, to be told apart in black and white. */
function hatch(doc: Doc, x: number, y: number, width: number, tone: 'late' | 'soon'): void {
  doc.save().rect(x, y, width, barHeight).clip()
  if (tone === 'late')
    for (let at = x - barHeight; at < x + width; at += 5)
      doc
        .moveTo(at, y + barHeight)
        .lineTo(at + barHeight, y)
        .lineWidth(1)
        .stroke(colours.paper)
  else for (let at = x + 4; at < x + width; at += 7) doc.circle(at, y + barHeight / 2, 1.1).fill(colours.accentInk)
  doc.restore()
}

const lineHeight = 130

function drawLine(doc: Doc, chart: LineChart, top: number, width: number): void {
  const line = lineOf(chart)
  const at = ({ x, y }: Place): Place => ({ x: margin + x * width, y: top + 12 + (1 - y) * (lineHeight - 12) })
  for (const { value, y } of line.ticks) {
    const left = at({ x: 0, y })
    doc
      .moveTo(left.x, left.y)
      .lineTo(margin + width, left.y)
      .lineWidth(0.5)
      .stroke(colours.line)
    write(doc, `${value.toLocaleString('en-GB')}${chart.suffix ?? ''}`, left.x, left.y - 9, { size: 7.5, soft: true })
  }
  for (const { band, line: run } of line.runs) {
    if (band.length > 3) polygon(doc, band.map(at))
    run.map(at).forEach((it, nth) => (nth === 0 ? doc.moveTo(it.x, it.y) : doc.lineTo(it.x, it.y)))
    doc.lineWidth(1.8).stroke(colours.teal)
  }
  if (line.mark !== null) {
    const left = at({ x: 0, y: line.mark })
    dashed(doc, left, { x: margin + width, y: left.y })
    write(doc, chart.mark!.label, margin + width / 2 - 100, left.y - 10, { size: 8, middle: 200 })
  }
  line.points.forEach(({ x, y }, nth) => {
    const foot = at({ x, y: 0 })
    write(doc, chart.points[nth]!.short, foot.x - 20, foot.y + 4, { size: 8, middle: 40, soft: true })
    if (y === null) return
    const place = at({ x, y })
    doc.circle(place.x, place.y, 2.4).lineWidth(1.6).fillAndStroke(colours.paper, colours.teal)
    if (nth === line.points.findLastIndex(it => it.y !== null))
      write(doc, chart.points[nth]!.words, place.x - 100, place.y - 15, { size: 9, bold: true, right: 112 })
  })
}

function polygon(doc: Doc, places: readonly Place[]): void {
  places.forEach((it, nth) => (nth === 0 ? doc.moveTo(it.x, it.y) : doc.lineTo(it.x, it.y)))
  doc.closePath().fillOpacity(0.14).fill(colours.teal).fillOpacity(1)
}

const dashed = (doc: Doc, from: Place, to: Place): void =>
  void doc
    .moveTo(from.x, from.y)
    .lineTo(to.x, to.y)
    .lineWidth(1)
    .dash(4, { space: 3 })
    .stroke(colours.accentInk)
    .undash()

type Written = {
  readonly size: number
  readonly bold?: boolean
  readonly soft?: boolean
  /** the width in which it stands on the right, or in the middle */
  readonly right?: number
  readonly middle?: number
}

function write(doc: Doc, text: string, x: number, y: number, { size, bold, soft, right, middle }: Written): void {
  doc
    .font(bold ? fonts.bold : fonts.plain)
    .fontSize(size)
    .fillColor(soft ? colours.soft : colours.ink)
  const width = right ?? middle
  doc.text(text, x, y, { lineBreak: false, ...(width && { width, align: right ? 'right' : 'center' }) })
}
