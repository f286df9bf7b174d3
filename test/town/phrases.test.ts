import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill, sentence } from '#app/demo/town/phrases.ts'
import { randomFrom } from '#app/demo/town/random.ts'
import { familyOf } from '#app/demo/town/texts/family.ts'

test('slots are filled and one alternative is chosen', () => {
  const said = new Set(
    Array.from({ length: 30 }, (_, seed) =>
      fill('[Near|Behind {place}|] on {street}', randomFrom(seed), { place: 'the weir', street: 'Mill Lane' }),
    ),
  )
  assert.deepEqual([...said].toSorted(), [' on Mill Lane', 'Behind the weir on Mill Lane', 'Near on Mill Lane'])
})

test('a slot that nobody fills is an error, never a hole in a sentence', () => {
  assert.throws(() => fill('On {street}', randomFrom(1), {}), /\{street\}/)
})

test('sentences begin with a capital, after a full stop too, and names keep their own letters', () => {
  const said = sentence('{she} rang. {she} is well? yes', randomFrom(1), { she: 'she' })
  assert.equal(said, 'She rang. She is well? Yes')
})

test('lines fit the issue they number, and family lines the topics they name', () => {
  const [topic, other] = familyOf(`
team: the team
note: for all
note lamp: for lamps
## lamp
issue: It is out.
issue: It is too bright.
ask 2: Can it be dimmed? => Yes.
answer: We looked.
## road
issue: It is worn.
`)
  assert.deepEqual(
    topic?.plots.map(plot => plot.asks.length),
    [0, 1],
  )
  assert.deepEqual(
    topic?.plots.map(plot => plot.answers),
    [['We looked.'], ['We looked.']],
  )
  assert.deepEqual(topic?.family.notes, ['for all', 'for lamps'])
  assert.deepEqual(other?.family.notes, ['for all'])
})
