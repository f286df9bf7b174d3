import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Reference } from '#kernel/reference.ts'
import { evenedOut, sharedOut, type Given, type Hands, type Movable } from './share-out.ts'

const people = fc
  .array(fc.nat(30), { minLength: 1, maxLength: 8 })
  .map(loads => loads.map((load, at): Hands => ({ personId: `p${at}`, load })))

/** People with work here, each with at least as much in all as here. */
const office = people.chain(all =>
  fc.tuple(...all.map(it => fc.nat(it.load))).map(here => ({
    people: all,
    work: here.flatMap((n, at) =>
      Array.from(
        { length: n },
        (_, nth): Movable => ({ reference: `ME-${at}-${nth}` as Reference, holderId: `p${at}` }),
      ),
    ),
  })),
)

function after(all: readonly Hands[], work: readonly Movable[], moves: readonly Given[]): Map<string, number> {
  const loads = new Map(all.map(it => [it.personId, it.load]))
  const holder = new Map(work.map(it => [it.reference, it.holderId]))
  for (const { reference, to } of moves) {
    const from = holder.get(reference)
    if (from) loads.set(from, loads.get(from)! - 1)
    loads.set(to, loads.get(to)! + 1)
  }
  return loads
}

test('work that nobody has goes to whoever has least at that moment', () => {
  const work = ['a', 'b', 'c'].map(it => ({ reference: it as Reference, holderId: null }))
  const hands = [
    { personId: 'x', load: 3 },
    { personId: 'y', load: 2 },
  ]
  assert.deepEqual(
    sharedOut(work, hands).map(it => it.to),
    ['y', 'x', 'y'],
  )
  assert.deepEqual(sharedOut(work, []), [])
})

test('all of it is given, each once, and nobody ends with more than another who got something, but for one', () => {
  fc.assert(
    fc.property(people, fc.nat(40), (all, n) => {
      const work = Array.from(
        { length: n },
        (_, at): Movable => ({ reference: `ME-${at}` as Reference, holderId: null }),
      )
      const moves = sharedOut(work, all)
      assert.deepEqual(
        moves.map(it => it.reference),
        work.map(it => it.reference),
      )
      const loads = after(all, work, moves)
      const got = [...loads].filter(([id, load]) => load > all.find(it => it.personId === id)!.load)
      for (const [, load] of got) assert.ok([...loads.values()].every(other => load <= other + 1))
    }),
  )
})

test('loads are evened out as far as what is here may move, nothing moves twice, and nothing is lost', () => {
  fc.assert(
    fc.property(office, ({ people: all, work }) => {
      const moves = evenedOut(work, all)
      assert.equal(new Set(moves.map(it => it.reference)).size, moves.length)
      for (const { reference, to } of moves) assert.notEqual(work.find(it => it.reference === reference)!.holderId, to)
      const loads = after(all, work, moves)
      const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)
      assert.equal(sum(loads.values()), sum(all.map(it => it.load)))
      const moved = new Set(moves.map(it => it.reference))
      const lowest = Math.min(...loads.values())
      for (const [id, load] of loads) {
        const hasMore = work.some(it => it.holderId === id && !moved.has(it.reference))
        if (hasMore) assert.ok(load - lowest <= 1, `${id} has ${load}, another ${lowest}`)
      }
    }),
  )
})

test('what is even moves nothing', () => {
  fc.assert(
    fc.property(office, ({ people: all, work }) => {
      const moves = evenedOut(work, all)
      const loads = after(all, work, moves)
      const moved = work.map(it => ({
        ...it,
        holderId: moves.find(one => one.reference === it.reference)?.to ?? it.holderId,
      }))
      const again = all.map(it => ({ ...it, load: loads.get(it.personId)! }))
      assert.deepEqual(evenedOut(moved, again), [])
    }),
  )
})
