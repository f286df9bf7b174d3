import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCsv } from '#platform/csv.ts'
import { sampleDocument } from './sample-for-tests.ts'
import { csvOfPack, sheetsOf } from './sheets.ts'

test('every table of a pack is a sheet of its own, with a name that spreadsheets take, and numbers stay numbers', () => {
  const sheets = sheetsOf(sampleDocument)
  const names = sheets.map(it => it.name.toLowerCase())
  assert.equal(new Set(names).size, names.length)
  for (const name of names) assert.match(name, /^[^[\]:*?/\\']{1,31}$/)
  assert.deepEqual(names, [
    'summary',
    'open longest',
    'actions',
    'repeat places',
    'answered in target',
    'overdue by mailbox',
  ])
  assert.deepEqual(sheets[1]!.rows[0], ['ME-2026-000123', 'Streets', 31])
})

test('the CSV has each figure on a line, and nothing that a spreadsheet would run', () => {
  const text = csvOfPack(sampleDocument)
  const lines = readCsv(text).lines.map(it => Object.values(it.cells))
  assert.ok(lines.some(it => it.includes('ME-2026-000123') && it.includes('31')))
  assert.match(text, /'=HYPERLINK/)
  assert.doesNotMatch(text, /(^|[,\n])"?=/)
})
