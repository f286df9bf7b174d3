import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/day.ts'
import { readXlsx } from '#test/xlsx.ts'
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

test('a spreadsheet holds text as text, numbers as numbers and days as days, whatever they say', async () => {
  const days = { on: day('2026-03-29') }
  const rows = [...sheet.rows, ['bad \u0000\u0001\uFFFF end & <b>', days], ['x'.repeat(40_000), 0.1 + 0.2], ['', null]]
  const { body, type } = await sheetFile({ ...sheet, rows }, 'xlsx')
  assert.match(type, /spreadsheetml/)
  const [read] = readXlsx(body)
  assert.equal(read!.name, 'People')
  assert.deepEqual(read!.rows[0], ['what', 'n'])
  const back = read!.rows.slice(1)
  assert.deepEqual(
    back.slice(0, nasty.length).map(([text, n]) => [text ?? '', n]),
    nasty.map((text, at) => [text, at]),
  )
  assert.deepEqual(back[nasty.length], ['bad  end & <b>', days])
  assert.deepEqual(back[nasty.length + 1], ['x'.repeat(32_767), 0.1 + 0.2])
})

test('whatever people write comes back from a spreadsheet as they wrote it, and as text', async () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 30 }), async texts => {
      const { body } = await sheetFile({ name: 'Words', heads: ['words'], rows: texts.map(it => [it]) }, 'xlsx')
      const [read] = readXlsx(body)
      assert.deepEqual(
        read!.rows.slice(1).map(([cell]) => cell ?? ''),
        texts.map(it => (it in Object.prototype ? `${it} ` : it)),
      )
    }),
    { numRuns: 50 },
  )
})
