import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Draft } from '#enquiries/door.ts'
import { day } from '#kernel/day.ts'
import type { Standard } from '../standard.ts'
import { checkDraft } from './check-draft.ts'

const standard: Standard = {
  version: 1,
  fromOn: day('2026-01-01'),
  points: [
    { check: 'answers', words: 'the answer' },
    { check: 'reason', words: 'the reason' },
    { check: 'next-step', words: 'what happens next' },
    { check: 'contact', words: 'whom to contact' },
    { check: 'sharing', words: 'sharing' },
    { check: null, words: 'a kind word' },
  ],
  readingAge: 14,
  longestSentenceWords: 25,
  jargon: [
    { say: 'prior to', instead: 'before' },
    { say: 'please be advised', instead: '' },
    { say: 'footway', instead: 'pavement' },
    { say: 'defect', instead: 'what is broken' },
  ],
  why: 'The first',
  setAt: new Date(0),
  setBy: null,
}
const at = { standard, today: day('2026-06-09'), ours: { phones: ['01632 960 114'], domain: 'tessbridge.example' } }
const empty: Draft = { text: '', questions: [], promises: [], contact: '', saysSharing: false, all: '' }
const written = (all: string, more: Partial<Draft> = {}): Draft => ({ ...empty, text: all, all, ...more })
const standing = (draft: Draft) => checkDraft(draft, at).points.map(it => it.so)
const said = (draft: Draft) => checkDraft(draft, at).advice.map(it => it.words)

test('an empty draft has nothing yet, and is told nothing about its words', () => {
  assert.deepEqual(standing(empty), ['not-yet', 'open', 'open', 'not-yet', 'not-yet', 'open'])
  assert.deepEqual(said(empty), [])
})

test('a whole answer meets every point that a machine can see', () => {
  const whole = written('We mended it because it was dark.', {
    questions: [{ number: 1, words: 'When?', answered: true }],
    promises: [{ words: 'A lamp', who: 'Lumen', dueOn: '2026-07-01' }],
    contact: 'Priya Nair',
    saysSharing: true,
  })
  assert.deepEqual(standing(whole), ['yes', 'yes', 'yes', 'yes', 'yes', 'open'])
})

test('each open question, and a promise without who or when, is seen', () => {
  const questions = [1, 2].map(number => ({ number, words: 'When?', answered: number === 1 }))
  const promises = [{ words: 'A lamp', who: '', dueOn: '2026-07-01' }]
  const [answers, , next] = checkDraft({ ...empty, questions, promises }, at).points
  assert.deepEqual([answers!.so, answers!.note], ['not-yet', '1 of 2 questions'])
  assert.deepEqual([next!.so, next!.note], ['not-yet', 'who does it?'])
  const [, , undated] = checkDraft({ ...empty, promises: [{ ...promises[0]!, dueOn: '' }] }, at).points
  assert.equal(undated!.note, 'by when?')
})

test('what is announced without a date is pointed at', () => {
  const [, , next] = checkDraft(written('We will mend it soon'), at).points
  assert.deepEqual([next!.so, next!.note], ['not-yet', 'you write “will”: add it below with a date'])
})

test('words to avoid are found across case, commas and line ends, in one line, and never inside other words', () => {
  assert.deepEqual(said(written('Please be\nadvised, PRIOR TO this, of a defect on the footway')), [
    'Plainer words help: “prior to” (before), “please be advised” (leave it out), “footway” (pavement), and 1 more',
  ])
  assert.deepEqual(said(written('The defection')), [])
})

test('personal data is one line, and the council’s own number is none', () => {
  assert.deepEqual(said(written('Ring 01632 960 114')), [])
  assert.deepEqual(said(written('Her NHS number is 943 476 5919, ring 07700 900123')), [
    'It holds an NHS number and a telephone number. Take them out unless the member needs them',
  ])
})

test('whatever is typed, the points are those of the standard and advice stays calm', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000, unit: 'grapheme' }), text => {
      const { points, advice } = checkDraft(written(text), at)
      assert.deepEqual(
        points.map(it => it.words),
        standard.points.map(it => it.words),
      )
      assert.ok(advice.length <= 5)
    }),
  )
})
