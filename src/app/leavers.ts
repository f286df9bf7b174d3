import { actNamed, carryOut, heldBy, theSystem, type House } from '#enquiries/door.ts'
import type { Now } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'

/** What disabling somebody would mean for the work they hold. */
export async function consequencesOf(tx: Tx, personId: string): Promise<string[]> {
  const held = await heldBy(tx, personId)
  return held.length === 0
    ? []
    : [
        `They hold ${counted(held.length, 'open enquiry', 'open enquiries')}, which go back to their mailboxes the same day.`,
      ]
}

/** A leaver's work is unassigned the same day (domain, section 5): it goes back to its mailbox, clock and history kept. */
export async function leaves(tx: Tx, house: House, personId: string, now: Now): Promise<void> {
  const release = actNamed('release')!
  for (const reference of await heldBy(tx, personId)) {
    await carryOut(tx, house, theSystem, reference, release, {} as never, { now, via: 'timetable' })
  }
}
