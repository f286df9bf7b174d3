import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingOf, type Told } from './reading.ts'
import { spanNamed } from './span.ts'

const told = (key: string, n: number): Told => ({
  span: spanNamed(key, 4)!,
  row: { n, values: { volume: { value: n, n } } } as never,
  workingDays: 21,
})

test('of a time before the council began nothing is known, so that nothing rose since', () => {
  const { change, yearChange } = readingOf('volume', told('2026-05', 400), told('2026-04', 0), told('2025-05', 0))
  assert.deepEqual([change.verdict, yearChange], ['too-few', undefined])
  assert.equal(readingOf('volume', told('2026-05', 400), told('2026-04', 200), undefined).change.verdict, 'more')
})
