import type { Enquiry } from '../enquiry.ts'
import type { Rung } from './rung.ts'

/** Somebody who could be told: an account in use, perhaps away, perhaps with somebody of the same mailbox standing in. */
export type Hearer = { readonly id: string; readonly away: boolean; readonly coverId: string | null }

export type Rank = 'owner' | 'deputy' | 'head' | 'director' | 'leadership'

/** Who could be told of one enquiry. `holder` is missing where nobody has it or their account is closed. */
export type Hearers = {
  readonly holder: Hearer | undefined
  readonly ranks: readonly (Hearer & { readonly rank: Rank })[]
}

const order: readonly Rank[] = ['owner', 'deputy', 'head', 'director', 'leadership']

/**
 * Who hears of a step, by id. Whoever is away is stood in for; where there is nobody it goes further up, and past the
 * leadership team to member services, for whom an empty list stands. There is never silence.
 */
export function whoHears(rung: Rung, { memberId }: Pick<Enquiry, 'memberId'>, it: Hearers): string[] {
  switch (rung) {
    case 'nothing-said':
      return holderOf(it)
    case 'not-accepted':
    case 'due-soon':
      return [...new Set([...holderOf(it), ...upFrom('owner', it)])]
    case 'overdue':
      return upFrom('head', it)
    case 'still-overdue':
      return upFrom('director', it)
    case 'leadership':
      return it.ranks.filter(one => one.rank === 'leadership').map(one => one.id)
    case 'new-date':
      return [memberId]
    case 'still-not-accepted':
      return []
  }
}

function holderOf(it: Hearers): string[] {
  const found = it.holder ? reachable([it.holder]) : []
  return found.length > 0 ? found : upFrom('owner', it)
}

/** The first rank from this one up in which somebody is there; where everybody is away, those who are away. */
function upFrom(from: Rank, { ranks }: Hearers): string[] {
  const above = order.slice(order.indexOf(from)).map(rank => ranks.filter(it => it.rank === rank))
  const there = above.map(reachable).find(ids => ids.length > 0)
  return there ?? above.map(people => people.map(it => it.id)).find(ids => ids.length > 0) ?? []
}

function reachable(people: readonly Hearer[]): string[] {
  const present = people.filter(it => !it.away).map(it => it.id)
  return present.length > 0 ? present : [...new Set(people.map(it => it.coverId).filter(id => id !== null))]
}
