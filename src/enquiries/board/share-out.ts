import type { Reference } from '#kernel/reference.ts'

/** Somebody present who may be given work, and how much they have open in every mailbox. */
export type Hands = { readonly personId: string; readonly load: number }

/** An enquiry that may change hands. */
export type Movable = { readonly reference: Reference; readonly holderId: string | null }

/** One enquiry to be given to somebody. */
export type Given = { readonly reference: Reference; readonly to: string }

/** Work that nobody has goes one by one to whoever has least at that moment, in the order given. */
export function sharedOut(work: readonly Movable[], people: readonly Hands[]): Given[] {
  const loads = loadsIn(people)
  return work.flatMap(({ reference }) => {
    const to = least(loads)
    if (to === undefined) return []
    loads.set(to, loads.get(to)! + 1)
    return [{ reference, to }]
  })
}

/**
 * Moves as little as it can until nobody present has more than one more than another, as far as what they have here may
 * be moved: from whoever has most to whoever has least, of each person’s work in the order given.
 */
export function evenedOut(work: readonly Movable[], people: readonly Hands[]): Given[] {
  const loads = loadsIn(people)
  const left = new Map(people.map(it => [it.personId, work.filter(one => one.holderId === it.personId)]))
  const moves: Given[] = []
  for (;;) {
    const [to, from] = [least(loads), most(loads, left)]
    if (to === undefined || from === undefined || loads.get(from)! - loads.get(to)! <= 1) return moves
    moves.push({ reference: left.get(from)!.shift()!.reference, to })
    loads.set(from, loads.get(from)! - 1)
    loads.set(to, loads.get(to)! + 1)
  }
}

const loadsIn = (people: readonly Hands[]) => new Map(people.map(it => [it.personId, it.load]))

/** Of equals the first by id, so that the same question has the same answer. */
const least = (loads: ReadonlyMap<string, number>): string | undefined =>
  [...loads].toSorted(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))[0]?.[0]

const most = (loads: ReadonlyMap<string, number>, left: ReadonlyMap<string, readonly Movable[]>) =>
  [...loads]
    .filter(([id]) => left.get(id)!.length > 0)
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0]
