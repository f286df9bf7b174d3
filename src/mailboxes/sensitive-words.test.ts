import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isNhsNumber, warningIn } from './sensitive-words.ts'

const kindsIn = (text: string) => (warningIn(text)?.found ?? []).map(it => it.kind)

test('a National Insurance number is seen however it is spaced', () => {
  for (const text of ['AB123456C', 'her number is ab 12 34 56 c, she says', 'AB-12-34-56-C'])
    assert.deepEqual(kindsIn(text), ['ni-number'])
  for (const text of ['GB123456A', 'order DQ123456C', 'AB123456E', 'TB12 3456', 'XAB123456C'])
    assert.deepEqual(kindsIn(text), [])
})

test('an NHS number is seen by its check digit, a telephone number is not one', () => {
  for (const text of ['943 476 5919', 'NHS 9434765919.', '943-476-5919'])
    assert.deepEqual(kindsIn(text), ['nhs-number'])
  for (const text of ['943 476 5918', '01632 960123', '19434765919', 'ME-2026-9434765919'])
    assert.deepEqual(kindsIn(text), [])
})

test('of all numbers with the same nine digits at most one is an NHS number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{9}$/), nine => {
      assert.ok([...'0123456789'].filter(last => isNhsNumber(nine + last)).length <= 1)
    }),
  )
})

test('words of harm are seen and lead to the right proper officer', () => {
  assert.equal(warningIn('I think he is neglecting the children next door')?.sensitivity, 'child-at-risk')
  assert.equal(warningIn('The baby is covered in bruises, the child is at risk')?.sensitivity, 'child-at-risk')
  assert.equal(warningIn('She is fleeing domestic violence')?.sensitivity, 'adult-at-risk')
  assert.match(warningIn('She is fleeing domestic violence')!.words, /“domestic violence”.*restricted way/)
})

test('ordinary streets and bins raise no warning', () => {
  for (const text of [
    'The pothole outside the school could hurt a child',
    'Children play near the rapeseed field; the grass is long',
    'The neglected park needs its swings mending',
    'Please therapist parking, grapes, drapes',
  ]) {
    assert.equal(warningIn(text), undefined, text)
  }
})

test('a warning repeats no number, and takes hostile text calmly', () => {
  assert.doesNotMatch(warningIn('AB123456C and 943 476 5919')!.words, /\d/)
  assert.equal(warningIn(`child ${'a '.repeat(50_000)}`), undefined)
})
