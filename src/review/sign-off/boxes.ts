import type { Day } from '#kernel/day.ts'
import { openMailboxes, partsOf, type Mailbox } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'

/** The mailboxes whose weeks are signed: the council's own; a partner answers to its own house. */
export const signedMailboxes = async (tx: Tx, on: Day): Promise<Mailbox[]> =>
  (await openMailboxes(tx, on)).filter(it => it.organisationId === null)

/** The mailboxes somebody runs, as owner or deputy. */
export async function runBy(tx: Tx, person: string | null, on: Day): Promise<Mailbox[]> {
  if (person === null) return []
  const parts = await partsOf(tx, person, on)
  const run = new Set(parts.filter(it => it.part === 'owner' || it.part === 'deputy').map(it => it.mailboxId))
  return (await signedMailboxes(tx, on)).filter(it => run.has(it.id))
}
