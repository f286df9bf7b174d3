import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assign, type Candidate } from './assignment.ts'

const candidate = (name: string, load: number, more: Partial<Candidate> = {}): Candidate => ({
  personId: name,
  name,
  present: true,
  maySee: true,
  load,
  lastGivenAt: null,
  ...more,
})
const wordsFor = (...candidates: Candidate[]): string => {
  const found = assign(candidates)
  return found.ok ? found.value.words : found.refusal.words
}

test('the least loaded, and why', () => {
  assert.equal(
    wordsFor(candidate('Kwame', 3), candidate('Bethan', 1), candidate('Aled', 2)),
    'Bethan has 1 open enquiry, the fewest of the 3 responders present',
  )
  assert.equal(
    wordsFor(candidate('Kwame', 3), candidate('Bethan', 0, { present: false })),
    'Kwame is the only responder present, with 3 open enquiries',
  )
})

test('of equals whoever has waited longest', () => {
  const [monday, friday] = [new Date('2026-06-01'), new Date('2026-06-05')]
  const words = wordsFor(
    candidate('Kwame', 2, { lastGivenAt: friday }),
    candidate('Bethan', 2, { lastGivenAt: monday }),
    candidate('Aled', 9),
  )
  assert.equal(words, 'Bethan has 2 open enquiries, as one other has, and has waited longest for new work')
  assert.match(wordsFor(candidate('Kwame', 2, { lastGivenAt: monday }), candidate('Bethan', 2)), /^Bethan/)
})

test('nobody, and why', () => {
  assert.equal(wordsFor(), 'Nobody is named as responder')
  assert.equal(wordsFor(candidate('Kwame', 0, { present: false })), 'All responders are away')
  assert.equal(wordsFor(candidate('Kwame', 0, { maySee: false })), 'Nobody present may see it')
})

test('never somebody away or outside, never while another has less, whatever the order', () => {
  const one = fc.record({
    present: fc.boolean(),
    maySee: fc.boolean(),
    load: fc.nat(5),
    lastGivenAt: fc.option(fc.date({ noInvalidDate: true })),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), given => {
      const candidates = given.map((it, at) => ({ ...it, personId: `p${at}`, name: `P${at}` }))
      const found = assign(candidates)
      const able = candidates.filter(it => it.present && it.maySee)
      assert.equal(found.ok, able.length > 0)
      if (!found.ok) return
      const chosen = able.find(it => it.personId === found.value.personId)
      assert.ok(chosen && able.every(it => it.load >= chosen.load))
      const backwards = assign(candidates.toReversed())
      assert.deepEqual(backwards, found)
    }),
  )
})
