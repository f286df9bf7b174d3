import type { Day } from '#kernel/day.ts'
import type { Enquiry } from './enquiry.ts'

/** Work goes on where it stopped: with whoever took it, with whom it was given to, or with the mailbox. */
export const statusOfHolding = ({ holderId, accepted }: Enquiry): Enquiry['status'] =>
  holderId === null ? 'new' : accepted ? 'in-progress' : 'assigned'

/** While somebody else has the next word it stays with them, whoever holds it here. */
export const staysThere = ({ status }: Enquiry): boolean => status === 'waiting-for-member' || status === 'with-partner'

/** Given, and not accepted yet: the holder's own clock begins. */
export const givenTo = (holderId: string, on: Day): Partial<Enquiry> => ({
  ...heldBy(null),
  holderId,
  assignedOn: on,
})

/** Held for good, or by nobody. */
export const heldBy = (holderId: string | null): Partial<Enquiry> => ({
  holderId,
  accepted: holderId !== null,
  assignedOn: null,
  rightMailboxId: null,
})

/** Back to whoever had it: they go on with what they had taken on, or have still to accept it. */
export function goesBackTo({ accepted }: Enquiry, holderId: string | null, on: Day): Partial<Enquiry> {
  if (holderId === null) return { status: 'new', ...heldBy(null) }
  return accepted ? { status: 'in-progress', ...heldBy(holderId) } : { status: 'assigned', ...givenTo(holderId, on) }
}
