import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { alike, sightingsIn, soughtOf, type About } from './sought.ts'

const about: About = {
  names: ['Elizabeth Okonkwo', 'Siân Ní Dhomhnaill'],
  emails: ['liz.o@post.example'],
  phones: ['+44 7700 900 123'],
  addresses: ['14 Mill Lane, Tessbridge, TS1 2AB'],
  from: null,
  until: null,
}
const sought = soughtOf(about)

/** What is seen in a text, as `how: the words`. */
const seen = (text: string): string[] => sightingsIn(text, sought).map(it => `${it.by}: ${text.slice(it.from, it.to)}`)

test('a person is found by everything they gave, however it is written', () => {
  for (const [text, expected] of [
    ['Elizabeth Okonkwo rang', 'name: Elizabeth Okonkwo'],
    ['OKONKWO, Elizabeth', 'name: OKONKWO, Elizabeth'],
    ['Betty Okonkwo rang', 'nickname: Betty Okonkwo'],
    ['E. Okonkwo rang', 'initials: E. Okonkwo'],
    ['Mrs Okonkwo rang', 'initials: Mrs Okonkwo'],
    ['Elizabeth Okonkow rang', 'alike: Elizabeth Okonkow'],
    ['Elisabeth Okonkwo rang', 'alike: Elisabeth Okonkwo'],
    ['Sian Ni Dhomhnaill wrote', 'name: Sian Ni Dhomhnaill'],
    ['write to LIZ.O@post.example.', 'email: LIZ.O@post.example'],
    ['ring 07700 900123 today', 'phone: 07700 900123'],
    ['the damp at 14 mill lane', 'address: 14 mill lane'],
    ['near TS1 2AB', 'address: TS1 2AB'],
  ] as const)
    assert.ok(
      seen(text).some(it => it.toLowerCase() === expected.toLowerCase()),
      `${text}: ${seen(text).join('; ')}`,
    )
})

test('others are not taken for them', () => {
  for (const text of [
    'Ngozi Okonkwo rang',
    'Elizabeth Barker rang',
    'lizzo@post.example',
    'xliz.o@post.example',
    '07700 900124',
    '114 Mill Lane',
    '14 Millbank Lane',
  ])
    assert.deepEqual(seen(text), [], text)
})

test('words are alike by letters in common, a turned pair or one other letter; short words only when the same', () => {
  assert.ok(alike('okonkwo', 'okonkow') && alike('macdonald', 'mcdonald') && alike('nowak', 'novak'))
  assert.ok(!alike('lee', 'lea') && !alike('barker', 'okonkwo'))
})

test('any text is gone through, and what is seen stands in it, in order and apart', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('Liz Okonkwo', 'mrs okonkwo', ''),
      (text, name) => {
        let end = 0
        for (const it of sightingsIn(`${text} ${name} ${text}`, sought)) {
          assert.ok(it.from >= end && it.to > it.from)
          end = it.to
        }
      },
    ),
    { numRuns: 200 },
  )
})
