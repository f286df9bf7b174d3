import { isUnreadable, openZip } from '../zip/read-zip.ts'
import { readParts, partsLike, type Parts } from '../hidden/office-parts.ts'
import { decoded, texts } from '../zip/xml.ts'

const mostUnpacked = 48 * 1024 * 1024
const mostCharacters = 2_000_000
const mostPages = 500

/**
 * The words of a file, as far as they are words: Word, Excel, PowerPoint, OpenDocument, PDF, text and email; hidden ones
 * too. Undefined for a picture, a sound, or what cannot be read. Bounded, and nothing in it is run or fetched.
 */
export async function textOfFile(bytes: Buffer, type: string): Promise<string | undefined> {
  const text = await wordsIn(bytes, type).catch(() => undefined)
  return text?.replaceAll('\u0000', '').slice(0, mostCharacters).toWellFormed()
}

async function wordsIn(bytes: Buffer, type: string): Promise<string | undefined> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return textOfPdf(bytes)
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return textOfOffice(bytes)
  if (type === 'message/rfc822') return textOfMail(bytes)
  return type.startsWith('text/') ? textOfPlain(bytes) : undefined
}

function textOfPlain(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}

async function textOfPdf(bytes: Buffer): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  if (pdf.numPages > mostPages) throw new Error('more pages than anybody attaches')
  const { text } = await extractText(pdf)
  return text.join('\n\n')
}

async function textOfMail(bytes: Buffer): Promise<string> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await PostalMime.parse(bytes)
  const people = [mail.from, ...(mail.to ?? []), ...(mail.cc ?? [])].map(it => `${it?.name ?? ''} ${it?.address ?? ''}`)
  return [mail.subject ?? '', ...people, mail.text ?? (mail.html ?? '').replace(/<[^<>]*>/g, ' ')].join('\n')
}

async function textOfOffice(bytes: Buffer): Promise<string | undefined> {
  const zip = openZip(bytes, { bytes: mostUnpacked })
  if (isUnreadable(zip)) return undefined
  const parts = await readParts(zip)
  if (isUnreadable(parts)) return undefined
  if (parts.xml.has('xl/workbook.xml')) return textOfBook(parts)
  const [paragraph, pattern] = parts.xml.has('word/document.xml')
    ? (['p', /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/] as const)
    : (['p', /^(ppt\/(slides|notesSlides)\/[^/]+|content)\.xml$/] as const)
  return partsLike(parts, pattern)
    .flatMap(it => texts(withBreaks(it), paragraph))
    .join('\n')
}

/** Line ends and tabs are elements of their own; without them words would run together. */
const withBreaks = (xml: string): string => xml.replace(/<(?:[\w-]+:)?(?:br|tab|line-break|s)\s*\/>/g, ' ')

/** Every text of a workbook: those of its table of texts, those written into cells, those of comments. */
function textOfBook(parts: Parts): string {
  const shared = partsLike(parts, /^xl\/sharedStrings\.xml$/).flatMap(it => texts(it, 'si'))
  const cells = partsLike(parts, /^xl\/worksheets\/[^/]+\.xml$/).map(it => rowsOf(it, shared))
  const comments = partsLike(parts, /^xl\/(comments|threadedComments)/).flatMap(it => texts(it, 'text'))
  return [...cells, ...comments].join('\n')
}

function rowsOf(xml: string, shared: readonly string[]): string {
  const rows = xml.split(/<(?:[\w-]+:)?row[\s>]/).slice(1)
  return rows
    .map(row =>
      row
        .split(/<(?:[\w-]+:)?c[\s>]/)
        .slice(1)
        .map(cell => cellOf(cell, shared))
        .join('\t'),
    )
    .join('\n')
}

function cellOf(cell: string, shared: readonly string[]): string {
  const value = /<(?:[\w-]+:)?v>([^<]*)</.exec(cell)?.[1]
  if (/^[^>]*\st="s"/.test(cell)) return shared[Number(value)] ?? ''
  return value === undefined ? texts(cell, 'is').join('') : decoded(value)
}
