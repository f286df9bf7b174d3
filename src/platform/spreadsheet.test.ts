import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { readCsv } from './csv.ts'
import { csvOf, sheetFile } from './spreadsheet.ts'

const nasty = ['=1+1', '+44 1632', '-5', '@SUM(A1)', '\t=1', ' =cmd|x', 'a "quoted", one', 'two\nlines', 'Zoë', '']
const sheet = { name: 'People', heads: ['what', 'n'], rows: nasty.map((it, at) => [it, at]) }

test('a CSV comes back as it was, but for formulas, which are text', () => {
  const text = csvOf(sheet)
  const back = readCsv(text).lines.map(it => it.cells.what!)
  const plain = nasty.map(it => it.trim())
  assert.deepEqual(
    back.map(it => it.replace(/^'/, '').trim()),
    plain,
  )
  for (const line of text.split('\r\n')) assert.doesNotMatch(line, /(^|,)"?\s*[=+@|-]/)
})

test('a spreadsheet holds text as text and numbers as numbers', async () => {
  const { body, type } = await sheetFile(
    { ...sheet, rows: [...sheet.rows, ['bad \u0000\u0001\uFFFF end', null]] },
    'xlsx',
  )
  assert.match(type, /spreadsheetml/)
  const files = unzipped(body)
  const cells = files.get('xl/worksheets/sheet1.xml')!
  const strings = files.get('xl/sharedStrings.xml') ?? cells
  assert.doesNotMatch(cells, /<f[ >]/, 'no formula')
  assert.match(strings, /=1\+1/)
  assert.match(strings, /bad {2}end/)
  assert.match(cells, /<c [^>]*r="B3"[^>]*><v>1<\/v>/)
})

/** The files of an archive, by the entries of its directory. */
function unzipped(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  for (let at = zip.indexOf('PK\x01\x02'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const [size, length, extra, offset] = [20, 28, 30, 42].map((place, nth) =>
      nth === 0 || nth === 3 ? zip.readUInt32LE(at + place) : zip.readUInt16LE(at + place),
    ) as [number, number, number, number]
    const name = zip.toString('utf8', at + 46, at + 46 + length)
    const begin = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
    const bytes = zip.subarray(begin, begin + size)
    files.set(name, (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'))
    assert.ok(extra >= 0)
  }
  return files
}
