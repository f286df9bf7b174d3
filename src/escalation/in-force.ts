import type { Day } from '#kernel/day.ts'
import { allMailboxes } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { readLadders, type KeptLadder } from './ladder.sql.ts'
import { usualLadder, type Ladder } from './ladder.ts'

/** The ladder of each service as it holds on a day; the council's where it has none of its own. */
export type Ladders = { readonly ofService: (serviceId: string | null) => Ladder & { readonly own: boolean } }

/** Of several versions the last one that holds already counts. */
export function inForce(kept: readonly KeptLadder[], on: Day): Ladders {
  const lastOf = (serviceId: string | null) => kept.findLast(it => it.serviceId === serviceId && it.fromOn <= on)
  const council = lastOf(null) ?? usualLadder
  return {
    ofService: serviceId => {
      const own = serviceId === null ? undefined : lastOf(serviceId)
      return own && !own.asCouncil ? { ...own, own: true } : { ...council, own: false }
    },
  }
}

export const laddersInForce = async (tx: Tx, on: Day): Promise<Ladders> => inForce(await readLadders(tx), on)

/** The ladder that each mailbox's enquiries climb on a day, by its id; no mailbox: the council's. */
export async function laddersByMailbox(tx: Tx, on: Day): Promise<(mailboxId: string | null) => Ladder> {
  const [ladders, mailboxes] = await Promise.all([laddersInForce(tx, on), allMailboxes(tx)])
  const known = new Map(mailboxes.map(it => [it.id, ladders.ofService(it.serviceId)]))
  const council = ladders.ofService(null)
  return mailboxId => (mailboxId && known.get(mailboxId)) || council
}
