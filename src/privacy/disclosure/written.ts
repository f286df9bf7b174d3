import PDFDocument from 'pdfkit'
import { createRequire } from 'node:module'
import { instantInWords } from '#kernel/day.ts'
import { html } from '#platform/views/html.ts'
import { zipOf } from '#platform/zip/write-zip.ts'
import type { DisclosedDocument, DisclosedPart } from './document.ts'

export type Facts = { readonly title: string; readonly council: string; readonly at: Date }

/** A page that stands alone: no scripts, nothing fetched. */
export const asHtml = ({ parts, withheld }: DisclosedDocument, { title, council }: Facts): string =>
  `<!doctype html>${
    html`<html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
      <body>
        <h1>${title}</h1>
        <p>${council}</p>
        ${parts.map(
          it =>
            html`<h2>${it.title}</h2>
              <p><small>${it.where}, ${instantInWords(it.at)}</small></p>
              ${it.file ? html`<p><a href="${it.file}">${it.file}</a></p>` : html`<pre dir="auto">${it.words}</pre>`}`,
        )}
        ${withheld.length > 0 &&
        html`<h2>What was held back</h2>
          <ul>
            ${withheld.map(it => html`<li>${it.why}: ${it.items}</li>`)}
          </ul>`}
      </body>
    </html>`.text
  }`

const found = createRequire(import.meta.url)
const font = (face: string): string => found.resolve(`dejavu-fonts-ttf/ttf/${face}.ttf`)

/** The same as a PDF: its words and nothing else. Made anew from them, it has no earlier version and names nobody. */
export async function asPdf({ parts, withheld }: DisclosedDocument, { title, council, at }: Facts): Promise<Buffer> {
  const info = { Title: title, Creator: 'One Stop', Producer: 'One Stop', CreationDate: at, ModDate: at }
  const doc = new PDFDocument({
    size: 'A4',
    margin: 56,
    lang: 'en-GB',
    displayTitle: true,
    font: font('DejaVuSans'),
    info,
  })
  const pieces: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece))
    doc.on('end', () => resolve(Buffer.concat(pieces)))
    doc.on('error', reject)
  })
  doc.font(font('DejaVuSans-Bold')).fontSize(18).text(title)
  doc.font(font('DejaVuSans')).fontSize(10).text(council).moveDown()
  for (const it of parts) writePart(doc, it)
  if (withheld.length > 0) doc.moveDown().font(font('DejaVuSans-Bold')).fontSize(13).text('What was held back')
  for (const it of withheld) doc.font(font('DejaVuSans')).fontSize(10).text(`${it.why}: ${it.items}`)
  doc.end()
  return whole
}

function writePart(doc: PDFKit.PDFDocument, it: DisclosedPart): void {
  doc.moveDown().font(font('DejaVuSans-Bold')).fontSize(13).text(it.title)
  doc
    .font(font('DejaVuSans'))
    .fontSize(9)
    .text(`${it.where}, ${instantInWords(it.at)}`)
  doc.fontSize(10).text(it.file ?? it.words)
}

/** Everything in one file: a page to begin with, the same as PDF and as data, the files, and the list of what is held back. */
export async function asBundle(document: DisclosedDocument, facts: Facts): Promise<Buffer> {
  const { parts, files, withheld } = document
  const data = { title: facts.title, parts: parts.map(({ at, ...it }) => ({ ...it, at: at.toISOString() })), withheld }
  return zipOf([
    { name: 'index.html', bytes: Buffer.from(asHtml(document, facts)) },
    { name: 'everything.pdf', bytes: await asPdf(document, facts) },
    { name: 'everything.json', bytes: Buffer.from(JSON.stringify(data, null, 2)) },
    ...files,
  ])
}
