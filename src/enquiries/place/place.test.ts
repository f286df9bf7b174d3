import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeIn, placeInWords, placeShape, placeToFind } from './place.ts'

const read = (said: object) => {
  const it = placeShape.safeParse(said)
  return it.success ? it.data : it.error.issues.map(issue => `${issue.path.join('/')}: ${issue.message}`)
}

test('a place is whatever somebody says of it, and the postcode in it is found', () => {
  const none = { postcode: null, latitude: null, longitude: null }
  assert.deepEqual(read({ words: ' By the\n weir ' }), { ...none, words: 'By the weir' })
  assert.deepEqual(read({ words: 'Mill Lane tb14qf' }), { ...none, words: 'Mill Lane tb14qf', postcode: 'TB1 4QF' })
  assert.deepEqual(read({ postcode: 'tb14qf' }), { ...none, words: 'TB1 4QF', postcode: 'TB1 4QF' })
  const spot = { latitude: 53.9, longitude: -3.9 }
  assert.deepEqual(read(spot), { ...none, ...spot, words: '' })
  assert.deepEqual(read({ words: '53.9, -3.9' }), { ...none, ...spot, words: '' })
  const whole = read({ words: 'The gate', postcode: 'TB1 4QF', ...spot })
  assert.deepEqual(read(whole), whole, 'what was read is read again')
})

test('what says nothing, or cannot be, is refused in plain words', () => {
  assert.deepEqual(read({}), ['words: Enter a postcode, a street or what is near'])
  assert.deepEqual(read({ words: 'TB1 4Q' }), ['words: Enter a postcode like TB1 4QF, or a street'])
  assert.deepEqual(read({ words: 'x', postcode: 'TB1' }), ['postcode: Enter a postcode like TB1 4QF, or a street'])
  const spot = 'Enter the spot as latitude and longitude, like 53.90123, -3.91234'
  assert.deepEqual(read({ latitude: 53 }), [`latitude: ${spot}`])
  assert.deepEqual(read({ latitude: 153, longitude: 1 }), [`latitude: ${spot}`])
  assert.deepEqual(read({ words: 'x'.repeat(301) }), ['words: Enter the place in at most 300 characters'])
})

test('a form’s two fields are read together, each refused at its own', () => {
  assert.deepEqual(placeIn('', ''), { ok: true, value: undefined })
  const field = (words: string, spot: string) => {
    const it = placeIn(words, spot)
    return it.ok ? 'fine' : it.refusal.field
  }
  assert.deepEqual([field('Mill Lane', ''), field('', '53.9, -3.9')], ['fine', 'fine'])
  assert.deepEqual([field('TB1 4Q', ''), field('Mill Lane', 'there')], ['place', 'point'])
})

test('it is told and found by all that was said', () => {
  const said = (it: object) => placeInWords(placeShape.parse(it))
  assert.equal(said({ words: 'The gate', postcode: 'TB1 4QF' }), 'The gate, TB1 4QF')
  assert.equal(said({ words: 'Mill Lane, TB1 4QF' }), 'Mill Lane, TB1 4QF')
  assert.equal(said({ latitude: 53.9, longitude: -3.9 }), '53.90000, -3.90000')
  assert.equal(placeToFind(placeShape.parse({ words: 'The gate, tb14qf' })), 'The gate, tb14qf TB1 4QF TB14QF')
})
