import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { actNamed, carryOut, houseWith, raise, raiseShape } from '#enquiries/door.ts'
import { emptyWords, wordsIn } from '#kernel/words.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'
import { listEnquiries } from '../list.sql.ts'
import { messagesOf } from '../message.sql.ts'
import { soughtIn } from './sought.ts'
import { questionIn, type Question } from './question.ts'
import { search, type Findings } from './search.ts'
import { indexMissing } from './searchable.sql.ts'
import { keepVocabulary } from './vocabulary.sql.ts'

const db = await testDatabase()
const { people, mailbox, topic, ward, otherWard } = await smallCouncil(db.owner)
const house = houseWith(async () => {})
const now = nowAt(instantOn(day('2026-06-01'), 10))

type Wish = { by: PersonKey; to: object; subject?: string; text: string; ward?: string }

async function raised({ by, to, text, subject = 'Something', ward }: Wish): Promise<string> {
  const given = raiseShape.parse({ member: people[by].person, subject, text, ward, ...to })
  const done = await inTransaction(db, people[by].person, tx => raise(tx, house, people[by], given, { now }))
  assert.ok(done.ok)
  return done.value.enquiry.reference
}

async function does(by: PersonKey, reference: string, name: string, given: object = {}): Promise<void> {
  const done = await inTransaction(db, people[by].person, tx =>
    carryOut(tx, house, people[by], reference, actNamed(name)!, actNamed(name)!.shape.parse(given) as never, { now }),
  )
  assert.ok(done.ok, JSON.stringify(done))
}

const searched = (who: PersonKey, typed: string, more: object = {}): Promise<Findings> =>
  inTransaction(db, people[who].person, async tx =>
    search(tx, { typed, sought: await soughtIn(tx, typed), filter: {}, limit: 100, ...more }),
  )

const references = (it: Findings): string[] => it.found.map(one => one.line.reference)

test('words in any form, phrases, left-out words, numbers, people and wards', async () => {
  const oak = await raised({
    by: 'member',
    to: { topic: topic.potholes },
    subject: 'Potholes in Öak Lane',
    text: 'The tyres were damaged, twice.',
    ward,
  })
  const elm = await raised({
    by: 'otherMember',
    to: { topic: topic.potholes },
    subject: 'Lane closed',
    text: 'An oak fell. A fly-tipped sofa lies beside it.',
    ward: otherWard,
  })
  await does('responder', oak, 'take')
  const by = async (typed: string) => references(await searched('oneStop', typed)).toSorted()
  assert.deepEqual(await by('pothole'), [oak])
  assert.deepEqual(await by('TYRE damaging'), [oak])
  assert.deepEqual(await by('oak lane'), [oak, elm].toSorted())
  assert.deepEqual(await by('"oak lane"'), [oak])
  assert.deepEqual(await by('“oak lane'), [oak])
  assert.deepEqual(await by('fly-tipping'), [elm])
  assert.deepEqual(await by('"sofa lies beside"'), [elm])
  assert.deepEqual(await by('"tyres were damaged"'), [oak])
  assert.deepEqual(await by('"tyres damaged"'), [], 'a word between them')
  assert.deepEqual(await by('"lane the"'), [oak, elm].toSorted())
  assert.deepEqual(await by('lane -pothole'), [elm])
  assert.deepEqual(await by('-lane'), [])
  assert.deepEqual(await by('the'), [])
  assert.deepEqual(await by(oak.toLowerCase()), [oak])
  assert.deepEqual(await by(String(Number(elm.slice(-6)))), [elm])
  assert.deepEqual((await by(oak.slice(0, -3))).slice(0, 2), [oak, elm].toSorted())
  assert.deepEqual(await by('mhurchu'), [oak])
  assert.deepEqual(await by('O’Brien lane'), [elm])
  assert.deepEqual(await by('nair'), [oak], 'the holder')
  assert.deepEqual(await by('millside'), [elm], 'the ward')
  await does('responder', oak, 'reassign', { to: people.secondResponder.person, text: 'Please.' })
  assert.deepEqual(await by('nair'), [], 'who held it holds it no more')
  assert.deepEqual(await by('nowak'), [oak])
})

test('what stands in the subject comes first, then the newest, page by page', async () => {
  const below = await raised({ by: 'member', to: { topic: topic.potholes }, text: 'A gazebo.' })
  const above = await raised({ by: 'member', to: { topic: topic.potholes }, subject: 'Gazebo', text: 'See above.' })
  const newest = await raised({ by: 'member', to: { topic: topic.potholes }, text: 'Another gazebo.' })
  const all = references(await searched('oneStop', 'gazebo'))
  assert.deepEqual(all, [above, newest, below])
  const first = await searched('oneStop', 'gazebo', { limit: 2 })
  assert.deepEqual([references(first), first.total], [[above, newest], 3])
  const second = await searched('oneStop', 'gazebo', { limit: 2, after: first.next })
  assert.deepEqual([references(second), second.next], [[below], undefined])
  const narrowed = await searched('oneStop', 'gazebo', { filter: { member: [people.otherMember.person] } })
  assert.equal(narrowed.total, 0)
})

test('what is found is shown with its words marked', async () => {
  await raised({
    by: 'member',
    to: { topic: topic.potholes },
    subject: 'The trampoline',
    text: `${'Well. '.repeat(100)}Two trampolines & a <b>slide</b>.`,
  })
  const { found } = await searched('member', 'trampoline slide')
  const words = (pieces: readonly { text: string; marked: boolean }[]) =>
    pieces.map(it => (it.marked ? `[${it.text}]` : it.text)).join('')
  assert.equal(words(found[0]!.subject), 'The [trampoline]')
  assert.match(words(found[0]!.passage!), /^… .*Two \[trampolines\] & a <b>\[slide\]<\/b>\.$/)
})

test('a slip of the fingers finds what was meant, and only what the viewer may see tells how words are spelt', async () => {
  await raised({ by: 'member', to: { topic: topic.potholes }, text: 'The wheelbarrow is gone.' })
  await raised({ by: 'member', to: { topic: topic.potholes }, text: 'A wheelbarrow again.' })
  await raised({ by: 'member', to: { mailbox: mailbox.safeguarding }, text: 'About xylophones.' })
  await raised({ by: 'member', to: { mailbox: mailbox.safeguarding }, text: 'More xylophones.' })
  await inTransaction(db, 'system', tx => keepVocabulary(tx))
  const found = await searched('member', 'weelbarrow')
  assert.deepEqual([found.instead, found.total], ['wheelbarrow', 2])
  assert.equal((await searched('otherMember', 'weelbarrow')).instead, undefined)
  assert.equal((await searched('member', 'xilophones')).instead, undefined)
  const known = await db.owner`select word from enquiries.vocabulary where word like 'xylo%'`
  assert.equal(known.length, 0)
})

test('notes are found by officers alone, and restricted matters by those named for them', async () => {
  const open = await raised({ by: 'member', to: { topic: topic.potholes }, text: 'Nothing much.' })
  await does('responder', open, 'take')
  await does('responder', open, 'note', { text: 'The kangaroo is ours.' })
  assert.deepEqual(references(await searched('responder', 'kangaroo')), [open])
  assert.equal((await searched('responder', 'kangaroo')).found[0]!.inNote, true)
  for (const who of ['member', 'assistant', 'otherMember', 'otherResponder'] as const)
    assert.equal((await searched(who, 'kangaroo')).total, 0, who)
  const guarded = await raised({ by: 'member', to: { mailbox: mailbox.safeguarding }, text: 'About the wallaby.' })
  for (const who of Object.keys(people) as PersonKey[]) {
    const may = who === 'member' || who === 'properOfficer'
    for (const typed of ['wallaby', '"the wallaby"', guarded, 'walaby', String(Number(guarded.slice(-6)))])
      assert.equal(
        (await searched(who, typed)).found.some(it => it.line.reference === guarded),
        may && typed !== 'walaby',
        `${who} ${typed}`,
      )
  }
})

test('a narrowed sight takes effect at once: it is the row that decides, not the index', async () => {
  const it = await raised({ by: 'member', to: { topic: topic.potholes }, text: 'The ocelot.' })
  assert.equal((await searched('responder', 'ocelot')).total, 1)
  await db.owner`update enquiries.enquiry set restricted = true, mailbox_id = ${mailbox.safeguarding} where reference = ${it}`
  assert.equal((await searched('responder', 'ocelot')).total, 0)
})

test('what moves is found where it goes, and no more where it was', async () => {
  const it = await raised({ by: 'member', to: { topic: topic.potholes }, text: 'The pangolin.' })
  assert.equal((await searched('properOfficer', 'pangolin')).total, 0)
  await does('responder', it, 'move', { mailbox: mailbox.safeguarding, why: 'It is about somebody at risk' })
  assert.equal((await searched('responder', 'pangolin')).total, 0)
  assert.equal((await searched('properOfficer', 'pangolin')).total, 1)
})

test('a place that was corrected is found by its new words, and no more by those of the old', async () => {
  const it = await raised({ by: 'member', to: { topic: topic.potholes }, text: 'The lemur by the mill.' })
  const place = (words: string) => ({ place: { words, postcode: null, latitude: null, longitude: null } })
  await does('oneStop', it, 'set-place', place('Quagga Street'))
  assert.deepEqual(references(await searched('member', 'quagga')), [it])
  await does('oneStop', it, 'set-place', place('Okapi Yard'))
  assert.deepEqual(references(await searched('member', 'okapi lemur mill')), [it])
  assert.equal((await searched('member', 'quagga')).total, 0)
})

test('what is not in the index yet is put there', async () => {
  const it = await raised({ by: 'member', to: { topic: topic.potholes }, text: 'The platypus.' })
  await does('responder', it, 'take')
  await does('responder', it, 'note', { text: 'The echidna.' })
  await db.owner`delete from enquiries.searchable`
  while ((await inTransaction(db, 'system', tx => indexMissing(tx, 5))) > 0);
  assert.equal((await searched('member', 'platypus')).total, 1)
  assert.equal((await searched('member', 'echidna')).total, 0)
  assert.equal((await searched('responder', 'echidna nair')).total, 1)
})

test('the index itself shows nobody anything', async () => {
  for (const who of ['member', 'oneStop', 'admin'] as const) {
    const rows = await inTransaction(db, people[who].person, async tx => [
      ...(await tx`select 1 from enquiries.searchable`),
      ...(await tx`select 1 from enquiries.vocabulary`),
    ])
    assert.equal(rows.length, 0, who)
  }
})

/** Slow and obviously right: reads everything the viewer may read and looks at every word of it. */
async function slowly(tx: Tx, question: Question): Promise<string[]> {
  const lines = await listEnquiries(tx, {}, 'newest', 10_000)
  const wards = await tx<{ id: string; ward: string | null }[]>`
    select e.id, w.name as ward from enquiries.enquiry e left join people.ward w on w.id = e.ward_id`
  const matching: string[] = []
  for (const line of lines) {
    const texts = [line.subject, ...(await messagesOf(tx, line.id)).map(it => it.words)]
    const names = `${line.memberName} ${line.holderName ?? ''} ${wards.find(it => it.id === line.id)?.ward ?? ''}`
    const has = (term: Question['terms'][number]) =>
      texts.some(text =>
        holds(
          stems(text),
          term.words.map(it => it.stem),
        ),
      ) ||
      (term.words.length === 1 && Array.from(wordsIn(names), it => it.plain).includes(term.words[0]!.plain))
    if (question.terms.every(term => has(term) !== term.not)) matching.push(line.reference)
  }
  return matching.toSorted()
}

const stems = (text: string): string[] => Array.from(wordsIn(text), it => (emptyWords.has(it.plain) ? '' : it.stem))

/** Empty words stand for any word. */
const holds = (text: readonly string[], sought: readonly string[]): boolean => {
  const asked = sought.map(stem => (emptyWords.has(stem) ? '' : stem))
  const first = asked.findIndex(it => it !== '')
  const last = asked.findLastIndex(it => it !== '')
  return text.some((_, at) => asked.slice(first, last + 1).every((it, ahead) => it === '' || text[at + ahead] === it))
}

const word = fc.constantFrom(
  'bin',
  'bins',
  'lane',
  'Lane',
  'dumped',
  'dumping',
  'the',
  'of',
  'Ní',
  'naïve',
  'O’Brien',
  'nair',
  'millside',
  '17',
  'bin’s',
)
const text = fc.array(word, { minLength: 1, maxLength: 7 }).map(words => words.join(' '))
const query = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('', '', '-'),
        fc.oneof(
          word,
          fc.array(word, { minLength: 1, maxLength: 3 }).map(it => `"${it.join(' ')}"`),
        ),
      )
      .map(it => it.join('')),
    { minLength: 1, maxLength: 3 },
  )
  .map(terms => terms.join(' '))

test('search finds exactly what a slow look at every visible word finds, whoever looks', async () => {
  const destinations = [{ topic: topic.potholes }, { topic: topic.homelessness }, { mailbox: mailbox.safeguarding }]
  const handlers = ['responder', 'otherResponder', 'properOfficer'] as const
  let compared = 0
  let found = 0
  const everybody = Object.keys(people) as PersonKey[]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('member', 'otherMember'),
      fc.nat(2),
      text,
      text,
      fc.option(text),
      fc.option(text),
      fc.constantFrom(ward, otherWard, undefined),
      fc.array(query, { minLength: 3, maxLength: 3 }),
      fc.boolean(),
      async (by, to, subject, words, note, reply, where, queries, moves) => {
        const it = await raised({ by, to: destinations[to]!, subject, text: words, ...(where && { ward: where }) })
        const handler = handlers[to]!
        if (note || reply) await does(handler, it, 'take')
        if (note) await does(handler, it, 'note', { text: note })
        if (reply) await does(handler, it, 'update', { text: reply, nextUpdateOn: '2026-06-10' })
        if (moves && to < 2)
          await does(handler, it, 'move', { mailbox: to === 0 ? mailbox.housing : mailbox.streets, why: 'Theirs' })
        for (const typed of queries) {
          const question = questionIn(typed)
          if (question.references.length > 0 || !question.terms.some(term => !term.not)) continue
          for (const who of everybody) {
            const expected = await inTransaction(db, people[who].person, tx => slowly(tx, question))
            const got = await searched(who, typed, { limit: 1000 })
            if (got.instead === undefined) assert.deepEqual(references(got).toSorted(), expected, `${who}: ${typed}`)
            assert.equal(got.total === expected.length || got.instead !== undefined, true)
            const listed = await inTransaction(db, people[who].person, tx =>
              listEnquiries(tx, { q: typed }, 'newest', 1000),
            )
            assert.deepEqual(listed.map(line => line.reference).toSorted(), expected, `${who} by the list: ${typed}`)
            compared++
            found += expected.length
          }
        }
      },
    ),
    { numRuns: 12 },
  )
  assert.ok(compared > 200 && found > 100, `${compared} compared, ${found} found`)
})
