import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isNhsNumber } from './digits.ts'
import { findingsIn } from './findings-in.ts'
import { givenWords } from './given-words.ts'

const kindsIn = (text: string) => findingsIn(text).map(it => it.kind)

const gap = fc.constantFrom('', ' ', '-', '.', '\n', '  ', ' \n')
/** Digits in groups of one to five with any gap between them. */
const spaced = (digits: string) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 5 }), gap), { minLength: digits.length, maxLength: digits.length })
    .map(cuts => {
      let [at, written] = [0, '']
      for (const [size, between] of cuts) {
        if (at < digits.length) written += (at > 0 ? between : '') + digits.slice(at, at + size)
        at += size
      }
      return written
    })

const nhsNumber = fc
  .stringMatching(/^[4679][0-9]{8}$/)
  .map(nine => [...'0123456789'].map(last => nine + last).find(isNhsNumber))
  .filter(it => it !== undefined)

test('a number with its check digit is found in any spacing, and where it stands', () => {
  fc.assert(
    fc.property(nhsNumber.chain(spaced), written => {
      const text = `Hers is ${written}, thank you`
      const found = findingsIn(text).find(it => it.kind === 'nhs-number' || it.kind === 'phone')
      assert.ok(found, text)
      assert.equal(text.slice(found.start, found.end).replace(/\D/g, ''), written.replace(/\D/g, ''))
    }),
  )
  fc.assert(
    fc.property(spaced('4111111111111111'), written => assert.deepEqual(kindsIn(`card ${written}.`), ['card-number'])),
  )
})

test('of all numbers with the same nine digits at most one is an NHS number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{9}$/), nine => {
      assert.ok([...'0123456789'].filter(last => isNhsNumber(nine + last)).length <= 1)
    }),
  )
})

test('codes that look alike are told apart', () => {
  for (const text of ['GB123456A', 'order DQ123456C', 'AB123456E', 'TB12 3456', 'XAB123456C'])
    assert.deepEqual(kindsIn(text), [], text)
  for (const text of [
    '999 012 8198',
    'ME-2026-9434765919',
    'Order number 9434765919',
    '19434765919',
    '4111 1111 1111 1112',
  ])
    assert.deepEqual(kindsIn(text), [], text)
})

test('findings stand in the order of the text and lie in it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'my son Tom',
          '07700 900123',
          ' ',
          'cancer',
          '.',
          '@',
          '\n',
          'is deaf',
          'TB1 2QQ',
          '14 ',
          'é',
          '😀',
          'NHS',
        ),
      ),
      pieces => {
        const text = pieces.join(' ')
        const found = findingsIn(text)
        for (const { start, end } of found) assert.ok(start < end && start >= 0 && end <= text.length)
        assert.deepEqual(
          found.map(it => it.start),
          found.map(it => it.start).toSorted((a, b) => a - b),
        )
      },
    ),
  )
})

test('words added count, words taken away do not', () => {
  const words = { ...givenWords, health: ['lurgy', 'dragon pox*'], innocent: ['lurgy lane'] }
  assert.deepEqual(
    findingsIn('My wife has the lurgy', words).map(it => it.kind),
    ['health'],
  )
  assert.deepEqual(
    findingsIn('She has dragon poxes', words).map(it => it.kind),
    ['health'],
  )
  assert.deepEqual(findingsIn('We live in Lurgy Lane. My wife has cancer', words), [])
})

/** What costs most: as near to a match as can be, again and again. Twice as long may not take much more than twice as long. */
const hostile = [
  '1 ',
  '0 ',
  '07',
  'a@',
  '@',
  'a.',
  'GB29A',
  'AB12 ',
  'born 1/1/2000 ',
  '12345678 20-00-00 bank ',
  'my son ',
  'my son Tom is 7 ',
  'is ',
  'Is ',
  'flat 1 TB1 2QQ ',
  'x at y dot ',
  '(',
  '+',
  'o',
  'her cancer ',
  '1-',
  'safegaurdin ',
  'Tom Tom ',
  'é',
  '\n\n',
]

test('hostile texts of 100,000 letters are looked through at once', () => {
  for (const piece of hostile) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    const before = process.cpuUsage()
    findingsIn(text)
    const { user } = process.cpuUsage(before)
    assert.ok(user < 4_000_000, `${piece}: ${user / 1000} ms`)
  }
})
