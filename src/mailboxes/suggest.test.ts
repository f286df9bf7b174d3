import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { suggestTopics, topicIndex } from './suggest.ts'

const topics = [
  { id: 'pothole', name: 'Potholes', words: ['pothole', 'hole in the road', 'carriageway', 'damaged tyre'] },
  { id: 'missed-bin', name: 'Missed bins', words: ['missed bin', 'bin not emptied', 'no collection'] },
  { id: 'new-bin', name: 'New and broken bins', words: ['new bin', 'broken bin', 'stolen bin'] },
  { id: 'fly-tipping', name: 'Fly-tipping', words: ['fly-tipping', 'dumped', 'mattress in alley'] },
  { id: 'street-light', name: 'Street lights', words: ['street light', 'lamp post', 'dark street'] },
  { id: 'speeding', name: 'Speeding and speed limits', words: ['speeding', '20 mph', 'rat run'] },
]
const index = topicIndex(topics)
const idsFor = (text: string) => suggestTopics(index, text).map(it => it.topicId)
const reasonFor = (text: string) => suggestTopics(index, text)[0]?.reason

test('the reason repeats what was written', () => {
  assert.equal(reasonFor('There is a Pothole in the carriageway'), 'you wrote “pothole” and “carriageway”')
  assert.equal(reasonFor('A big  hole\nin the ROADS here'), 'you wrote “hole in the roads”')
})

test('plurals, accents, hyphens and one word for two make no difference', () => {
  assert.equal(idsFor('POTHOLES!')[0], 'pothole')
  assert.equal(idsFor('a pot hole')[0], 'pothole')
  assert.equal(idsFor('flytipping again')[0], 'fly-tipping')
  assert.equal(idsFor('fly tipping again')[0], 'fly-tipping')
  assert.equal(idsFor('drivers spéeding at 20mph, no, 60')[0], 'speeding')
  assert.equal(idsFor('the streetlight is out')[0], 'street-light')
})

test('the topic that fits better comes first; a phrase says more than its words', () => {
  assert.equal(idsFor('my bin was stolen, a stolen bin')[0], 'new-bin')
  assert.equal(idsFor('the bin not emptied this week')[0], 'missed-bin')
})

test('what says nothing suggests nothing', () => {
  for (const text of ['', 'Dear officer, please can you help', '???', 'in the and not', '🦊🦊'])
    assert.deepEqual(idsFor(text), [])
})

test('any text gets at most three topics, the best first, each quoting that very text', () => {
  const someWords = fc.array(
    fc.oneof(fc.constantFrom(...topics.flatMap(it => it.words)), fc.string({ unit: 'grapheme' })),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(someWords, words => {
      const text = words.join(' ')
      const found = suggestTopics(index, text)
      assert.ok(found.length <= 3)
      assert.deepEqual(
        found.map(it => it.score),
        found.map(it => it.score).toSorted((a, b) => b - a),
      )
      const tidy = text.replace(/\s+/g, ' ').toLowerCase()
      for (const { reason } of found)
        for (const [, quote] of reason.matchAll(/“(.*?)”/g)) assert.ok(tidy.includes(quote!))
    }),
  )
})

test('every topic is found by each of its own phrases, however many topics there are', () => {
  const many = topicIndex([
    ...topics,
    ...Array.from({ length: 300 }, (_, n) => ({
      id: `t${n}`,
      name: `Bins of round ${n}`,
      words: [`round ${n}`, 'bin lorry'],
    })),
  ])
  for (const { id, words } of topics) {
    for (const word of words)
      assert.ok(
        suggestTopics(many, `About ${word} please`).some(it => it.topicId === id),
        word,
      )
  }
})
