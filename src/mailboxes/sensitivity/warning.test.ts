import assert from 'node:assert/strict'
import { test } from 'node:test'
import { warningIn } from './warning.ts'

test('what the law protects warns, and leads to the proper officer who is for it', () => {
  assert.equal(warningIn('I think he is neglecting the children next door')?.sensitivity, 'child-at-risk')
  assert.equal(warningIn('She is fleeing domestic violence')?.sensitivity, 'adult-at-risk')
  assert.equal(warningIn('Your housing officer Mark Ellery was rude')?.sensitivity, 'employee')
  assert.equal(warningIn('My wife has cancer')?.sensitivity, 'personal-matters')
  assert.equal(warningIn('My wife has cancer and the baby is covered in bruises')?.sensitivity, 'child-at-risk')
})

test('how to reach somebody is told gently', () => {
  const told = warningIn('The light outside 14 Mill Lane, TB1 2QQ is out, ring me on 07700 900123')
  assert.equal(told?.warns, false)
  assert.equal(told?.words, 'This holds an address and a telephone number. Everybody who works on it will read that')
})

test('a warning says what it is about, each kind once, and repeats nothing', () => {
  const warning = warningIn('AB123456C, JK123456D and 999 012 8197; call 07700 900123, my wife has cancer')!
  assert.deepEqual(
    warning.found.map(it => it.kind),
    ['ni-number', 'nhs-number', 'health', 'phone'],
  )
  assert.match(warning.words, /tell of a National Insurance number, an NHS number and somebody’s health\./)
  assert.doesNotMatch(warning.words, /\d|cancer/)
  for (const { why } of warning.found) assert.match(why, /^[A-Z].*[a-z]$/)
})

test('nothing found, nothing said', () => {
  for (const text of ['', ' \n ', 'The lamp is out', '…'.repeat(1000)]) assert.equal(warningIn(text), undefined)
})
