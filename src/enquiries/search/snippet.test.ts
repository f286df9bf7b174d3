import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordsIn } from '#kernel/words.ts'
import { marked } from './snippet.ts'

const written = fc.constantFrom(
  'fly',
  'flies',
  'ties',
  'tie',
  'Stopped',
  'stop',
  "O'Brien",
  'O’Brien',
  'obrien',
  'naïve',
  'naive',
  'dumping',
  'bin',
  "bin's",
  'the',
  '17',
)
const text = fc.array(written, { maxLength: 8 }).map(words => words.join(', '))

test('every word with a stem that was looked for is marked, and no other', () => {
  fc.assert(
    fc.property(text, text, (shown, asked) => {
      const stems = new Set(Array.from(wordsIn(asked), it => it.stem))
      assert.deepEqual(
        marked(shown, stems).flatMap(it => (it.marked ? [it.text] : [])),
        [...wordsIn(shown)].filter(it => stems.has(it.stem)).map(it => shown.slice(it.from, it.to)),
      )
    }),
    { numRuns: 1000 },
  )
})
