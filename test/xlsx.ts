import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

/** A cell as a reader of spreadsheets sees it. A day is the text of its date. */
export type ReadCell = string | number | { readonly on: string } | null
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly ReadCell[])[] }

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * Reads an XLSX as ECMA-376 says it is to be read, with nothing of what writes ours, and asserts on the way what Excel and
 * LibreOffice need to open it without a word: every part has its type and is there, every relation leads to a part, every
 * name is one that they take, every text is in the table of texts, and no cell is a formula or leads anywhere.
 */
export function readXlsx(file: Buffer): ReadSheet[] {
  const parts = unzipped(file)
  const part = (name: string): string => parts.get(name) ?? assert.fail(`${name} is missing`)
  for (const [name, xml] of parts) wellFormed(name, xml)
  const types = part('[Content_Types].xml')
  for (const name of parts.keys()) assert.ok(typeOf(types, name), `${name} has no type`)
  assert.equal(typeOf(types, 'xl/workbook.xml'), `${main}.sheet.main+xml`)
  assert.match(part('_rels/.rels'), /Target="\/?xl\/workbook\.xml"/)
  const relations = relationsIn(part('xl/_rels/workbook.xml.rels'))
  for (const target of relations.values()) part(`xl/${target}`)
  const texts = textsIn(part('xl/sharedStrings.xml'))
  const dates = dateStyles(part('xl/styles.xml'))
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet ([^>]*)\/>/g)].map(([, it]) => ({
    name: decoded(attribute(it!, 'name')!),
    xml: part(`xl/${relations.get(attribute(it!, 'r:id')!)}`),
  }))
  const names = sheets.map(it => it.name.toLowerCase())
  assert.equal(new Set(names).size, names.length, 'each name once')
  for (const { name } of sheets) assert.match(name, /^[^[\]:*?/\\']{1,31}$/)
  return sheets.map(({ name, xml }) => ({ name, rows: rowsIn(xml, texts, dates) }))
}

function rowsIn(xml: string, texts: readonly string[], dates: ReadonlySet<number>): ReadCell[][] {
  assert.doesNotMatch(xml, /<f[ >]|<hyperlink|<ddeLink|externalReference/, 'nothing is worked out, nothing leads away')
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells = '']) => {
    const row: ReadCell[] = []
    for (const [, head, body] of cells.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs))
      row[columnOf(attribute(head!, 'r')!)] = cellIn(head!, body, texts, dates)
    return Array.from(row, it => it ?? null)
  })
}

function cellIn(
  head: string,
  body: string | undefined,
  texts: readonly string[],
  dates: ReadonlySet<number>,
): ReadCell {
  const value = /<v>(.*?)<\/v>/s.exec(body ?? '')?.[1]
  if (value === undefined) return null
  if (attribute(head, 't') === 's') return texts[Number(value)] ?? assert.fail(`no text ${value}`)
  assert.equal(attribute(head, 't') ?? 'n', 'n')
  assert.match(value, /^-?\d+(\.\d+)?(e-?\d+)?$/i, 'a number that every reader takes')
  if (!dates.has(Number(attribute(head, 's') ?? 0))) return Number(value)
  return { on: new Date(Date.UTC(1899, 11, 30) + Number(value) * 86_400_000).toISOString().slice(0, 10) }
}

/** `B7` is in the second column. */
const columnOf = (reference: string): number =>
  [.../^[A-Z]+/.exec(reference)![0]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const textsIn = (xml: string): string[] =>
  [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, it]) =>
    [...it!.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(([, text]) => decoded(text!)).join(''),
  )

/** Styles whose numbers are days. */
function dateStyles(xml: string): Set<number> {
  const formats = new Map(
    [...xml.matchAll(/<numFmt ([^>]*)\/>/g)].map(([, it]) => [
      attribute(it!, 'numFmtId'),
      attribute(it!, 'formatCode')!,
    ]),
  )
  const styles = [...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? '').matchAll(/<xf([^>]*)>/g)]
  const isDay = (it: string) => /[dy]/.test(formats.get(attribute(it, 'numFmtId')) ?? '')
  return new Set(styles.flatMap(([, it], at) => (isDay(it!) ? [at] : [])))
}

function typeOf(types: string, name: string): string | undefined {
  const extension = name.split('.').at(-1)
  const all = [...types.matchAll(/<(Override|Default) ([^>]*)\/>/g)].map(([, kind, it]) => ({ kind, it: it! }))
  const own = all.find(({ kind, it }) => kind === 'Override' && attribute(it, 'PartName') === `/${name}`)
  const usual = all.find(({ kind, it }) => kind === 'Default' && attribute(it, 'Extension') === extension)
  const found = own ?? usual
  return name === '[Content_Types].xml' ? 'its own' : found && attribute(found.it, 'ContentType')
}

const relationsIn = (xml: string): Map<string, string> =>
  new Map(
    [...xml.matchAll(/<Relationship ([^>]*)\/>/g)].map(([, it]) => {
      assert.notEqual(attribute(it!, 'TargetMode'), 'External')
      return [attribute(it!, 'Id')!, attribute(it!, 'Target')!.replace(/^\/?xl\//, '')]
    }),
  )

const attribute = (head: string, name: string): string | undefined =>
  new RegExp(`(?:^| )${name}="([^"]*)"`).exec(head)?.[1]

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, number?: string, name?: string) =>
    name
      ? (entities[name] ?? assert.fail(`&${name};`))
      : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(number)),
  )

/** Every element is closed by its own name, and no character stands there that XML 1.0 does not know. */
function wellFormed(name: string, xml: string): void {
  assert.doesNotMatch(xml, /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u, name)
  const open: string[] = []
  for (const [, closing, tag, empty] of xml.replace(/<\?.*?\?>/s, '').matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (closing) assert.equal(open.pop(), tag, name)
    else if (!empty) open.push(tag!)
  }
  assert.deepEqual(open, [], name)
}

/** The files of an archive, by the entries of its directory. */
function unzipped(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  for (let at = zip.indexOf('PK\x01\x02'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const size = zip.readUInt32LE(at + 20)
    const offset = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
    const begin = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
    const bytes = zip.subarray(begin, begin + size)
    files.set(name, (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'))
  }
  return files
}
