import { sheetsFile } from '#platform/spreadsheet.ts'
import type { PackDocument } from './document.ts'
import type { Pack } from './pack.ts'
import { packPageText } from './alone.ts'
import { csvOfPack, sheetsOf } from './sheets.ts'

export const packFormats = ['pdf', 'xlsx', 'csv'] as const
export type PackFormat = (typeof packFormats)[number]
export type PackFile = { readonly body: Buffer; readonly type: string; readonly name: string }

/** A pack as a file to keep: to read (PDF), or to go on working with. What draws a PDF is loaded with the first one. */
export async function packFile(pack: Pack, council: string, format: PackFormat): Promise<PackFile> {
  const { document } = pack
  const name = `pack-${pack.key}${pack.version > 1 ? `-version-${pack.version}` : ''}.${format}`
  if (format === 'csv') return { body: Buffer.from(csvOfPack(document)), type: 'text/csv; charset=utf-8', name }
  if (format === 'xlsx') return { ...(await sheetsFile(sheetsOf(document))), name }
  const { pdfOf } = await import('./pdf.ts')
  const body = await pdfOf(document, { council, foot: footOf(document, pack), at: new Date(pack.frozenAt) })
  return { body, type: 'application/pdf', name }
}

const footOf = ({ title }: PackDocument, { version }: Pack): string => `${title} · version ${version}`

/** A pack as a page that needs nothing beside it. */
export const packPageFile = (pack: Pack, council: string): PackFile => ({
  body: Buffer.from(packPageText(pack.document, council)),
  type: 'text/html; charset=utf-8',
  name: `pack-${pack.key}.html`,
})
