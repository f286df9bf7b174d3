import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBoundaries } from '#people/places/boundary-file.ts'
import { isIn } from '#people/places/point.ts'
import { readPostcodes } from '#people/places/postcode-file.ts'
import { boundaries, postcodeList, postcodes, postcodesOf } from './map.ts'
import { wards } from './wards.ts'

const known = wards.map(it => ({ id: it.key, key: it.key, name: it.name, code: null }))
const { held, errors } = readBoundaries(boundaries(), known)

test('every ward has a boundary, and every postcode lies in its own ward and in no other', () => {
  assert.deepEqual([errors, held.length], [[], wards.length])
  for (const { postcode, ward, at } of postcodes) {
    const [longitude, latitude] = at
    const inside = held.filter(it => isIn({ longitude, latitude }, it.shape))
    const own = wards.find(it => it.name === ward)!.key
    assert.deepEqual([postcode, inside.map(it => it.wardId)], [postcode, [own]])
  }
})

test('the list of postcodes is read whole, and each street has some', () => {
  const read = readPostcodes(postcodeList(), known, () => undefined)
  assert.deepEqual([read.errors, read.held.length, read.passedOver], [[], postcodes.length, 0])
  assert.ok(postcodes.length > 300)
  for (const street of wards.flatMap(it => it.streets)) assert.equal(postcodesOf(street).length, 2, street)
})
