import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keptOf } from './kept.ts'
import { bandOf, learnFrom, riskOf, type Cell } from './risk.ts'

const cell = (topicId: string, daysLeft: number, load: number | null, n: number, late: number): Cell => ({
  topicId,
  daysLeft,
  load,
  n,
  late,
})

/** A council in which lateness is drawn by a known rule, and what was drawn of it. */
function drawnCouncil(seed: number, cases: number) {
  let state = seed
  const drawn = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const truth = (topic: number, daysLeft: number, load: number | null) => {
    const score = -1.4 + 0.5 * topic - 0.35 * daysLeft + (load === null ? 0.6 : 0.06 * load)
    return 1 / (1 + Math.exp(-score))
  }
  const cells = new Map<string, Cell>()
  for (let at = 0; at < cases; at++) {
    const [topic, daysLeft] = [Math.floor(4 * drawn() * drawn()), Math.floor(11 * drawn())]
    const load = drawn() < 0.2 ? null : Math.floor(30 * drawn())
    const late = drawn() < truth(topic, daysLeft, load) ? 1 : 0
    const key = `${topic} ${daysLeft} ${load}`
    const it = cells.get(key) ?? cell(`topic-${topic}`, daysLeft, load, 0, 0)
    cells.set(key, { ...it, n: it.n + 1, late: it.late + late })
  }
  return [...cells.values()]
}

test('of those said to be at some risk, about as many are late in months it has not seen', () => {
  const model = learnFrom(drawnCouncil(7, 15_000), drawnCouncil(5, 5000), 30)!
  const kept = keptOf(model, drawnCouncil(11, 20_000))
  assert.ok(kept.length >= 4, 'it tells risks apart')
  for (const { n, said, late, tenth } of kept) {
    if (n < 200) continue
    assert.ok(
      Math.abs(late / n - said) < 0.06,
      `${tenth}: said ${said.toFixed(2)}, came ${(late / n).toFixed(2)}, n ${n}`,
    )
  }
  assert.equal(
    kept.reduce((sum, it) => sum + it.n, 0),
    20_000,
  )
})

test('a topic and a load that were late more often are at more risk, and days left at less', () => {
  const model = learnFrom(drawnCouncil(7, 15_000), drawnCouncil(5, 5000), 30)!
  const share = (topicId: string, daysLeft: number, load: number | null) =>
    riskOf(model, { topicId, daysLeft, load }).share
  assert.ok(share('topic-3', 3, 25) > share('topic-0', 3, 25))
  assert.ok(share('topic-1', 3, 28) > share('topic-1', 3, 2))
  assert.ok(share('topic-1', 0, 10) > share('topic-1', 8, 10))
})

test('a topic nobody knows has the risk of all with as many days left and as much load', () => {
  const model = learnFrom(drawnCouncil(7, 5000), drawnCouncil(5, 2000), 30)!
  const unknown = riskOf(model, { topicId: 'new', daysLeft: 2, load: 10 })
  assert.deepEqual(unknown.topic, { n: 0, late: 0 })
  const known = unknown.holding.late / unknown.holding.n
  assert.ok(Math.abs(unknown.share - known) < 0.1)
})

test('a difference that was chance is not taken for a rule: where nothing differs by topic, no topic is told apart', () => {
  // forty topics of a few cases each, all late one time in four: what they seem to differ by is chance
  const alike = (seed: number) => {
    let state = seed
    const drawn = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    return Array.from({ length: 400 }, (_, at) => {
      const late = Array.from({ length: 6 }, drawn).filter(it => it < 0.25).length
      return cell(`topic-${at % 40}`, Math.floor(at / 40), 5, 6, late)
    })
  }
  const model = learnFrom(alike(3), alike(9), 30)!
  for (const { topicId, daysLeft, load } of alike(3)) {
    const { share } = riskOf(model, { topicId, daysLeft, load })
    assert.ok(share > 0.12 && share < 0.4, `${topicId} ${share}`)
  }
})

test('too little, or nothing but one outcome, teaches nothing', () => {
  assert.equal(learnFrom([], [], 30), undefined)
  assert.equal(learnFrom([cell('a', 1, 3, 29, 10)], [], 30), undefined)
  assert.equal(learnFrom([cell('a', 1, 3, 500, 0)], [], 30), undefined)
  assert.equal(learnFrom([cell('a', 1, 3, 500, 500)], [], 30), undefined)
  assert.ok(learnFrom([cell('a', 1, 3, 30, 10)], [], 30))
})

const anyCell = fc
  .record({
    topicId: fc.option(fc.constantFrom('a', 'b', 'c')),
    daysLeft: fc.nat(15),
    load: fc.option(fc.nat(40)),
    n: fc.integer({ min: 1, max: 60 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ n, share, ...it }): Cell => ({ ...it, n, late: Math.round(n * share) }))

test('a risk is always above nothing and below certain, whatever the past', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 1, maxLength: 60 }), anyCell, (cells, asked) => {
      const model = learnFrom(cells, [], 1)
      if (!model) return
      const { share } = riskOf(model, asked)
      assert.ok(share > 0 && share < 1, `${share}`)
    }),
  )
})

test('the order in which the past is told makes no difference', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 1, maxLength: 40 }), anyCell, (cells, asked) => {
      const [one, other] = [learnFrom(cells, [], 1), learnFrom(cells.toReversed(), [], 1)]
      assert.equal(one === undefined, other === undefined)
      if (one && other) assert.ok(Math.abs(riskOf(one, asked).share - riskOf(other, asked).share) < 1e-9)
    }),
  )
})

test('with the same model, one more late case of the like never lowers the risk', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 1, maxLength: 40 }), anyCell, (cells, asked) => {
      const model = learnFrom(cells, [], 1)
      const after = learnFrom([...cells, { ...asked, n: 1, late: 1 }], [], 1)
      if (
        !model ||
        !after ||
        model.strength !== after.strength ||
        bandOf(asked.load, model.cuts) !== bandOf(asked.load, after.cuts)
      )
        return
      if (model.cuts.join() !== after.cuts.join()) return
      assert.ok(riskOf(after, asked).share >= riskOf(model, asked).share - 1e-9)
    }),
  )
})
