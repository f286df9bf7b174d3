import { deflateSync } from 'node:zlib'
import { zipOf } from '../zip/write-zip.ts'

/** An office document out of its parts, as programs write it: types first. */
export const office = (parts: Readonly<Record<string, string | Buffer>>): Buffer =>
  zipOf(
    Object.entries({ '[Content_Types].xml': contentTypes, ...parts }).map(([name, it]) => ({
      name,
      bytes: Buffer.from(it as string),
    })),
  )

/** What programs look at first to know a workbook, a text or slides. */
const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`

const workbookTypes = contentTypes.replace(
  '</Types>',
  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
)

/** A workbook with a plain sheet, and what else is given. */
export const workbook = (book: string, more: Readonly<Record<string, string | Buffer>> = {}): Buffer =>
  office({
    '[Content_Types].xml': workbookTypes,
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Plain" sheetId="1" r:id="rId1"/>${book}</sheets></workbook>`,
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    ...more,
  })

/** A document with one plain paragraph, and what else is given. */
export const document = (body: string, more: Readonly<Record<string, string | Buffer>> = {}): Buffer =>
  office({
    'word/document.xml': `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Plain words</w:t></w:r></w:p>${body}</w:body></w:document>`,
    ...more,
  })

/** An OpenDocument file: its kind comes first, and says what it is. */
export const openDocument = (kind: string, content: string, more: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf(
    Object.entries({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': content, ...more }).map(
      ([name, it]) => ({ name, bytes: Buffer.from(it) }),
    ),
  )

/** A PDF out of numbered objects: 1 is its root, 2 its pages. Streams are packed. `more` goes behind its end. */
export function pdfOf(
  objects: Readonly<Record<number, string | { head: string; stream: string }>>,
  trailer = '',
  more = '',
): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1')]
  for (const [number, it] of Object.entries(objects)) {
    if (typeof it === 'string') pieces.push(Buffer.from(`${number} 0 obj\n${it}\nendobj\n`, 'latin1'))
    else {
      const packed = deflateSync(Buffer.from(it.stream, 'latin1'))
      pieces.push(
        Buffer.from(`${number} 0 obj\n<< ${it.head} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
        packed,
        Buffer.from('\nendstream\nendobj\n'),
      )
    }
  }
  pieces.push(Buffer.from(`trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n${more}`, 'latin1'))
  return Buffer.concat(pieces)
}

export const onePage = (page = ''): Record<number, string> => ({
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>`,
})
