import type { Tx } from '#platform/db/database.ts'
import type { ClimbFacts } from './reached.ts'

/** An open clock as the sweep looks at it. */
export type OpenClock = ClimbFacts & {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly mailboxId: string | null
}

const facts = (tx: Tx) => tx`
  e.id, e.reference, e.version, e.mailbox_id, e.status, e.round, e.clock_from, e.assigned_on, e.due_on, e.agreed_due_on,
  e.next_update_on, e.said_on, e.climbed
`

/**
 * Every clock that runs: what was answered, or is paused, is not among them. As many as there is open work. Neighbours are
 * of one mailbox and one holder: who hears of them is asked once for all that climb together.
 */
export const openClocks = (tx: Tx): Promise<OpenClock[]> => tx<OpenClock[]>`
  select ${facts(tx)} from enquiries.enquiry e
  where e.status not in ('answered', 'closed') and (e.status <> 'waiting-for-member' or e.due_on is not null)
  order by e.mailbox_id, e.holder_id, e.due_on, e.id
`

/** These ones as they stand now. */
export const clocksOf = (tx: Tx, references: readonly string[]): Promise<OpenClock[]> => tx<OpenClock[]>`
  select ${facts(tx)} from enquiries.enquiry e where e.reference = any (${references as string[]})
`
