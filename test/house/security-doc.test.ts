import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './source.ts'

const text = readFileSync(join(root, 'docs/operate/security.md'), 'utf8')
const rows = text.split('\n').filter(line => /^\| \d/.test(line))

test('every test that the security page names exists', () => {
  const named = [...new Set([...text.matchAll(/`((?:src|test)\/[^`]+\.test\.ts)`/g)].map(([, path]) => path!))]
  assert.ok(named.length > 25, `only ${named.length} were seen`)
  assert.deepEqual(
    named.filter(path => !existsSync(join(root, path))),
    [],
  )
})

test('every requirement there has a test or a reason, in a chapter of the standard', () => {
  assert.ok(rows.length > 60, `only ${rows.length} rows were seen`)
  for (const row of rows) {
    const [, numbers, short, shown] = row.split('|').map(it => it.trim())
    assert.match(numbers!, /^\d+\.\d+(\.\d+)?([–,] ?\d+\.\d+(\.\d+)?)*$/, row)
    assert.ok(short!.length > 3 && shown!.length > 5, row)
  }
  for (let chapter = 1; chapter <= 17; chapter++) assert.match(text, new RegExp(`V${chapter}\\b`), `chapter ${chapter}`)
})
