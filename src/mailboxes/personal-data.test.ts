import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { strayDataIn, withoutStrayData } from './personal-data.ts'

const ours = { phones: ['01632 960 114'], domain: 'tessbridge.example' }
const kinds = (text: string) => strayDataIn(text, day('2026-06-09'), ours).map(it => it.kind)

test('stray personal data is recognised', () => {
  assert.deepEqual(kinds('Her NHS number is 943 476 5919.'), ['nhs-number'])
  assert.deepEqual(kinds('NI AB 12 34 56 C'), ['ni-number'])
  assert.deepEqual(kinds('Ring 07700 900123 or +44 (0)1632 960 001'), ['phone'])
  assert.deepEqual(kinds('Write to a.resident@mail.example'), ['email'])
  for (const birthday of ['born 3 May', 'DOB: 3/5/2014', 'date of birth 03 05 61', 'Mr Hale (12/03/1957)'])
    assert.deepEqual(kinds(birthday), ['date-of-birth'], birthday)
  assert.deepEqual(kinds('AB123456C, x@y.example and 07700 900123'), ['ni-number', 'phone', 'email'])
})

test('what is ours, and what an answer is full of, is no personal data', () => {
  for (const innocent of [
    'Call Streets on 01632 960 114, +44 1632 960114 or (01632) 960 114',
    'Write to streets@tessbridge.example',
    'Order 943 476 5918 for £1,250,000 on 12/06/2026',
    'ME-2026-000123 from 1 June 2026, column 0042',
    'The bridge was born of 1957 plans',
  ])
    assert.deepEqual(kinds(innocent), [], innocent)
})

test('a long text of digits is looked through at once', () => {
  assert.deepEqual(kinds('0 '.repeat(50_000)).length, kinds('0 '.repeat(50_000)).length)
})

test('what the signs find is taken out, the council’s own stays', () => {
  const text =
    'NHS 943 476 5919, AB 12 34 56 C, born on 3 May 1950, 01/02/1961, 07700 900123, x@home.example, TB1 2QQ; ring 01632 960 114, a@tessbridge.example, on 1/6/2026'
  const cleaned = withoutStrayData(text, day('2026-06-09'), { phones: ['01632 960 114'], domain: 'tessbridge.example' })
  assert.equal(
    cleaned,
    'NHS [an NHS number], [a National Insurance number], born on [a date of birth], [a date of birth], [a telephone number], [an email address], [a postcode]; ring 01632 960 114, a@tessbridge.example, on 1/6/2026',
  )
})
