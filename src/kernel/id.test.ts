import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from './id.ts'

test('a new id is a version 7 UUID that tells when it was made, and sorts by that', () => {
  const at = Date.UTC(2026, 5, 1)
  const id = newId(at)
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), at)
  assert.ok(newId(at) < newId(at + 1))
  assert.notEqual(newId(at), newId(at))
})
