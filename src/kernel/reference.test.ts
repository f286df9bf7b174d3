import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseReference, referencesIn, referencesMeant } from './reference.ts'

test('a reference is understood as people type it, and nothing else is', () => {
  assert.equal(parseReference(' me-2026-000123 '), 'ME-2026-000123')
  for (const other of ['ME-2026-123', 'ME-26-000123', '000123', '', 'ME-2026-000123x'])
    assert.equal(parseReference(other), undefined, other)
})

test('a number alone may mean that number of any year; with its year it means one', () => {
  for (const typed of ['3234', '003234', 'me-3234', ' 0000003234 '.trim().slice(1)]) {
    const meant: string[] = referencesMeant(typed)
    assert.equal(meant.length, 100, typed)
    assert.ok(meant.includes('ME-2026-003234'), typed)
  }
  assert.deepEqual(referencesMeant('2026-3234'), ['ME-2026-003234'])
  assert.deepEqual(referencesMeant('ME-2026-3234'), ['ME-2026-003234'])
  for (const none of ['', 'pothole', '14 Mill Lane', '01632 960100', '12345678901', '-5', '3.5'])
    assert.deepEqual(referencesMeant(none), [], none)
})

test('references are found in a text, each once', () => {
  assert.deepEqual(referencesIn('See ME-2026-000001, me-2026-000002 and ME-2026-000001.'), [
    'ME-2026-000001',
    'ME-2026-000002',
  ])
})
