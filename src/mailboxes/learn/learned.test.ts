import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inTransaction } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil } from '#test/small-council.ts'
import { learnTopic, suggestTopics } from '../door.ts'
import { featuresOf } from './features.ts'
import { lesson } from './weights.ts'

const db = await testDatabase()
const { people, topic } = await smallCouncil(db.owner)

const asked = (text: string) => inTransaction(db, people.member.person, tx => suggestTopics(tx, text))

test('without any past the words of the register suggest', async () => {
  const [first, ...others] = await asked('A pothole by the school')
  assert.deepEqual([first?.topicId, first?.reason, others], [topic.potholes, 'you wrote “pothole”', []])
})

test('past enquiries teach words that no register names, each with its reason from the writer’s own words', async () => {
  await inTransaction(db, 'system', async tx => {
    const crater = ['A crater in Oak Lane', 'Another crater, my tyre burst', 'My tyre burst in Elm Road']
    const hostel = ['They sleep in a hostel', 'No bed in the hostel', 'Mrs Quill has no bed']
    await learnTopic(tx, topic.potholes, crater, 0.5)
    await learnTopic(tx, topic.homelessness, hostel, 0.5)
  })
  const craters = await asked('Dear officer, a Crater and a burst tyre in Elm Road. Tyre burst!')
  assert.equal(craters[0]?.topicId, topic.potholes)
  assert.match(craters[0].reason, /^you wrote .*“crater”/)
  assert.deepEqual((await asked('no BED at the hóstel'))[0]?.topicId, topic.homelessness)
  assert.deepEqual(await asked('Dear officer, kind regards, in the and'), [])
  const kept = await db.owner`select word from mailboxes.clue where word = 'quill'`
  assert.equal(kept.length, 0, 'what one enquiry alone says could be a name')
})

test('learning again forgets what is no more so', async () => {
  await inTransaction(db, 'system', tx => learnTopic(tx, topic.potholes, ['Gravel lies there', 'Gravel again'], 0.5))
  assert.equal((await asked('a crater'))[0], undefined)
  assert.equal((await asked('loose gravel'))[0]?.topicId, topic.potholes)
})

test('nobody reads what was learned but by asking', async () => {
  const rows = await inTransaction(db, people.oneStop.person, tx => tx`select 1 from mailboxes.clue`)
  assert.equal(rows.length, 0)
})

test('features are words and pairs with the place where each stands first', () => {
  const text = 'The big pot-hole: big POTHOLES on 17 Elm Road'
  const features = featuresOf(text)
  assert.deepEqual(
    [...features.keys()],
    ['big', 'pot', 'big pot', 'hole', 'pot hole', 'hole big', 'pothol', 'big pothol', 'elm', 'road', 'elm road'],
  )
  assert.equal(text.slice(features.get('elm road')!.from, features.get('elm road')!.to), 'Elm Road')
})

test('a word counts more the more enquiries have it, and any words can be learned', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }),
      fc.array(fc.string(), { maxLength: 3 }),
      (texts, own) => {
        const { weights, unseen } = lesson(texts, own)
        assert.ok(unseen < 0)
        for (const weight of weights.values()) assert.ok(weight > 0)
      },
    ),
  )
  const { weights } = lesson(['bin bin', 'bin lorry', 'bin lorry', 'bin'], [])
  assert.ok(weights.get('bin')! > weights.get('lorry')!)
})
