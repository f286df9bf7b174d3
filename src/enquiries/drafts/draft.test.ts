import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutOf, keptFields, savedInWords } from './draft.ts'

test('what a draft may be about', () => {
  assert.deepEqual(aboutOf('new'), { about: 'new', reference: undefined })
  assert.equal(aboutOf('ME-2026-000123-answer')?.reference, 'ME-2026-000123')
  assert.equal(aboutOf('ME-2026-000123-keep-promise')?.reference, 'ME-2026-000123')
  for (const not of ['', 'old', 'ME-2026-000123', '../new', 'ME-2026-1-answer', `ME-2026-000123-${'x'.repeat(99)}`])
    assert.equal(aboutOf(not), undefined, not)
})

test('tokens and what the house sets itself are not kept, nor more than anybody writes', () => {
  assert.deepEqual(keptFields({ _csrf: 'x', key: 'k', files: '[]', text: 'Kept' }), { text: 'Kept' })
  assert.equal(keptFields({ text: 'x'.repeat(400_001) }), undefined)
  assert.equal(keptFields(Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`f${n}`, '']))), undefined)
})

test('when it was saved, as people say it', () => {
  const at = new Date('2026-06-02T09:00:00Z')
  const saved = (iso: string) => savedInWords(new Date(iso), at)
  assert.deepEqual(
    [
      '2026-06-02T08:59:30Z',
      '2026-06-02T08:59:00Z',
      '2026-06-02T08:58:00Z',
      '2026-06-02T06:00:00Z',
      '2026-05-31T23:30:00Z',
    ].map(saved),
    ['Saved just now', 'Saved 1 minute ago', 'Saved 2 minutes ago', 'Saved 3 hours ago', 'Saved on 1 June 2026'],
  )
})
