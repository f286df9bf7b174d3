import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ownText, ownWords } from './own-words.ts'

const kinds = (text: string) => ownWords(text).map(it => it.kind)

test('a reply above marked lines', () => {
  const text =
    'Still not collected.\n\nOn Mon, 1 Jun 2026 at 09:12, One Stop\n<onestop@tessbridge.example> wrote:\n> Was it collected?\n> Regards\n'
  assert.deepEqual(kinds(text), ['own', 'quoted'])
  assert.equal(ownText(text), 'Still not collected.')
})

test('answers between the quoted lines stay own words', () => {
  assert.equal(
    ownText('On Monday Ann wrote:\n> 1. Which street?\nMill Lane\n> 2. Since when?\nSince Easter\n'),
    'Mill Lane\nSince Easter',
  )
})

test('a quote that nothing marks goes to the end', () => {
  assert.equal(ownText('Thank you.\n\nOn 3 June Ann wrote:\n\nDear councillor,\nit is done.\n'), 'Thank you.')
  assert.equal(
    ownText(
      'Yes.\n________________________________\nFrom: Ann\nSent: 3 June 2026\nTo: Cllr Reed\nSubject: Bins\n\nHello',
    ),
    'Yes.',
  )
  assert.equal(ownText('Yes.\n-----Original Message-----\nFrom: Ann\n\nHello'), 'Yes.')
})

test('a signature is told apart, and a quote below it too', () => {
  assert.deepEqual(kinds('Please look.\n-- \nCllr Reed\n\n> earlier\n'), ['own', 'signature', 'quoted'])
})

test('what only sounds like a quote is not one', () => {
  for (const text of [
    'On Mill Lane somebody wrote on the wall.\nPlease clean it.',
    'From: the corner\nto the church',
    'From: Mill Lane\nTo: the church\nit is all mud',
    '-- not a signature',
  ]) {
    assert.deepEqual(kinds(text), ['own'], text)
  }
})

test('a bare forward is all own words: there is nothing else to read', () => {
  const text = '---------- Forwarded message ---------\nFrom: A resident\n\nMy bin'
  assert.deepEqual(ownWords(text), [{ kind: 'own', text }])
})

const pieces = [
  '\n',
  '\r\n',
  '> ',
  'On ',
  ' wrote:',
  '-- ',
  'From: a',
  'Sent: b',
  'To: c',
  '-----Original Message-----',
  'words',
  '🗑',
  ' ',
]

test('put together, the stretches are the message again', () => {
  const anyText = fc.array(fc.constantFrom(...pieces)).map(it => it.join(''))
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), text => {
      assert.equal(
        ownWords(text)
          .map(it => it.text)
          .join(''),
        text,
      )
    }),
    { numRuns: 1000 },
  )
})

test('hostile sizes come back whole', () => {
  const million = 1_000_000
  for (const text of [
    '\n'.repeat(million),
    'On x wrote:\n'.repeat(million / 12),
    '>\n'.repeat(million / 2),
    'On '.repeat(million / 3),
    'From: a\n'.repeat(million / 8),
    `On x wrote:${'\n'.repeat(million)}> a`,
  ]) {
    assert.equal(
      ownWords(text).reduce((length, it) => length + it.text.length, 0),
      text.length,
    )
  }
})
