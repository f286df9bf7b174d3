import { createRequire } from 'node:module'

/** Where something is drawn, and under what in the tree that screen readers read. */
export type Sheet = { readonly doc: PDFKit.PDFDocument; readonly parent: PDFKit.PDFStructureElement }

export const margin = 48

const packages = createRequire(import.meta.url)
const fontFile = (name: string): string => packages.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)

/** By their files: under a name of its own, the library opens the font that a document begins with anew for every word. */
export const fonts = { plain: fontFile('DejaVuSansCondensed'), bold: fontFile('DejaVuSansCondensed-Bold') }

/** The colours of the product, on paper. */
export const colours = {
  ink: '#14282d',
  soft: '#45575c',
  teal: '#0f5e66',
  line: '#e2dacd',
  sand: '#f4efe6',
  accent: '#f2b950',
  accentInk: '#704000',
  good: '#1a6546',
  late: '#a8231c',
  paper: '#ffffff',
} as const

/** Begins a page where so much does not fit below. */
export function room(doc: PDFKit.PDFDocument, height: number): void {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage()
}

/** Draws what says nothing by itself: lines and grounds, which a screen reader passes over. */
export function asDecoration(doc: PDFKit.PDFDocument, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

type PieceOptions = {
  readonly alt?: string
  readonly title?: string
  readonly scope?: 'Row' | 'Column'
  /** left, top, right, foot */
  readonly bbox?: readonly number[]
}

/** Draws something that is read: a paragraph, a head, a cell. Its type is one of PDF's own (ISO 32000, 14.8.4). */
export const piece = ({ doc, parent }: Sheet, type: string, draw: () => void, options: PieceOptions = {}): void =>
  void parent.add(doc.struct(type, options, draw))

/** A piece that holds others; whoever opens it ends it. */
export function holder({ doc, parent }: Sheet, type: string, options: PieceOptions = {}): Sheet {
  const held = doc.struct(type, options)
  parent.add(held)
  return { doc, parent: held }
}
