import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readingOf } from './readability.ts'

const plain = `The lamp was mended on Tuesday. The crew put in a new bulb and a new cable.
We will look at it again in a week. If it goes out before then, please tell us at once.
You can ring us or write back to this mail. Thank you for telling us about it.`

const bureaucratic =
  'Notwithstanding the aforementioned considerations regarding infrastructural prioritisation, the department responsible for implementing illumination improvements acknowledges that circumstances necessitating comprehensive re-evaluation have materialised within the administrative area concerned and consequently anticipates undertaking supplementary investigations.'

test('a plain text reads at a young age, an official one does not', () => {
  assert.ok(readingOf(plain, 25).age! <= 9, `${readingOf(plain, 25).age}`)
  assert.ok(readingOf(bureaucratic, 25).age! >= 20)
  assert.deepEqual(readingOf(plain, 25).long, [])
  assert.deepEqual(readingOf(bureaucratic, 25).long, [
    'Notwithstanding the aforementioned considerations regarding infrastructural …',
  ])
})

test('a short text says nothing about how it reads', () => {
  assert.equal(readingOf('Done. It was mended.', 25).age, undefined)
  assert.equal(readingOf('', 25).words, 0)
})

test('points of a list and greetings are sentences of their own', () => {
  const list = `Dear Councillor\n\n${'- one more thing that we did there\n'.repeat(10)}`
  assert.deepEqual(readingOf(list, 12).long, [])
})

test('any text has a reading, at an age people can have', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000, unit: 'grapheme' }), text => {
      const { age } = readingOf(text, 25)
      assert.ok(age === undefined || (age >= 6 && age <= 22))
    }),
  )
})
