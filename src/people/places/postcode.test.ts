import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isNearlyPostcode, postcodeIn, postcodeOf } from './postcode.ts'

test('every form of postcode is known, however it is typed', () => {
  for (const [typed, kept] of [
    ['m11ae', 'M1 1AE'],
    ['B33 8TH', 'B33 8TH'],
    ['cr26xh', 'CR2 6XH'],
    ['Dn55  1pt', 'DN55 1PT'],
    ['w1a 0ax', 'W1A 0AX'],
    [' EC1A1BB ', 'EC1A 1BB'],
  ] as const)
    assert.equal(postcodeOf(typed), kept)
})

test('what is no postcode is none', () => {
  for (const typed of ['', 'TB1', 'TB1 4Q', 'TB1 4CI', 'QB1 1AA', 'TB1 4QF9', '12 Mill Lane', '１B1 4QF'])
    assert.equal(postcodeOf(typed), undefined, typed)
})

test('a postcode is found inside what somebody wrote, and not inside other words', () => {
  assert.equal(postcodeIn('Outside 12 Mill Lane, tb14qf, by the weir'), 'TB1 4QF')
  assert.equal(postcodeIn('TB1 4QF and TB2 1AA'), 'TB1 4QF')
  assert.equal(postcodeIn('Flat 2, XTB1 4QF'), undefined)
  assert.equal(postcodeIn('the A64 2 miles on'), undefined)
})

test('a postcode with one slip is noticed, a street is not', () => {
  for (const typed of ['TB1 4Q', 'TB1 4Q0', 'tb14cf', 'TB1 4QFF']) assert.ok(isNearlyPostcode(typed), typed)
  for (const typed of ['TB1 4QF', 'Mill Lane', 'B1', '12 Mill Lane, TB1 4Q']) assert.ok(!isNearlyPostcode(typed), typed)
})

test('what was kept is known again, and is found in any text', () => {
  const letter = (of: string) => fc.constantFrom(...of.split(''))
  const postcode = fc
    .tuple(
      letter('ABCDEFGHLMNPRSTW'),
      letter('ABCDEFGH'),
      fc.integer({ min: 1, max: 99 }),
      fc.nat(9),
      letter('ABDEFGH'),
    )
    .map(([a, b, district, sector, end]) => `${a}${b}${district} ${sector}${end}${end}`)
  fc.assert(
    fc.property(postcode, it => {
      assert.equal(postcodeOf(it), it)
      assert.equal(postcodeOf(it.toLowerCase().replace(' ', '')), it)
      assert.equal(postcodeIn(`near ${it}, at the gate`), it)
    }),
  )
})
