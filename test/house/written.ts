import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source.ts'

/** Compares a generated file with what it should say; `bin/schema` and `bin/licences` write it instead. */
export function writtenAs(path: string, text: string, name: string): void {
  const file = join(root, path)
  if (process.env.WRITE === name) writeFileSync(file, text)
  assert.equal(readFileSync(file, 'utf8'), text, `${path} is out of date: run bin/${name}`)
}
