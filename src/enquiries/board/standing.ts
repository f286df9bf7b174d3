import type { Day } from '#kernel/day.ts'
import { addressOf } from '../work-list/address.ts'
import { narrowingIn } from '../work-list/narrowing.ts'
import { likelyPercent, standingNames, type Horizon, type Standing } from './board.sql.ts'

export const noStanding = Object.fromEntries(standingNames.map(name => [name, 0])) as unknown as Standing

/** The work of several people, or mailboxes, as one. */
export const together = (a: Standing, b: Standing): Standing =>
  Object.fromEntries(standingNames.map(name => [name, a[name] + b[name]])) as unknown as Standing

/** Whose enquiries a number of the board counts. */
export type Whose = { readonly mailbox: string; readonly holder?: string }

/**
 * The list that holds exactly the enquiries one number of the board counts. A test holds every number against its list.
 */
export function listOf(name: keyof Standing, { mailbox, holder }: Whose, horizon: Horizon): string {
  const address = new URLSearchParams({ ...words(name, horizon), mailbox, ...(holder && { holder }) })
  return addressOf(narrowingIn(address, () => 'all'))
}

function words(name: keyof Standing, { five, ten }: Horizon): Record<string, string> {
  const until = (on: Day) => ({ view: 'all', 'due-until': on })
  switch (name) {
    case 'open':
      return { view: 'all' }
    case 'assigned':
      return { view: 'all', status: 'assigned' }
    case 'likelyLate':
      return { view: 'all', 'risk-from': `${likelyPercent}`, sort: 'risk' }
    case 'dueInFive':
      return until(five)
    case 'dueInTen':
      return until(ten)
    default:
      return { view: name }
  }
}
