import { actNamed, carryOut, excludedFrom, theSystem, weighedIn, type Enquiry, type House } from '#enquiries/door.ts'
import type { Now } from '#kernel/day.ts'
import { assign, mailboxById } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'

/**
 * New work of a mailbox that gives it out by itself goes to the responder who is present and has least (domain, section
 * 5). With nobody present it stays unassigned until the next morning. `but`: whoever just gave it back does not get it again. True when it was given.
 */
export async function giveOut(
  tx: Tx,
  house: House,
  enquiry: Enquiry,
  now: Now,
  but: string | null = null,
): Promise<boolean> {
  const { mailboxId, reference } = enquiry
  if (mailboxId === null || !(await isGivenOut(tx, enquiry))) return false
  const [candidates, excluded] = await Promise.all([weighedIn(tx, mailboxId, now.today), excludedFrom(tx, enquiry.id)])
  const assigned = assign(candidates.filter(it => it.personId !== but && !excluded.has(it.personId)))
  if (!assigned.ok) return false
  const given = { to: assigned.value.personId, why: '' }
  const way = { now, via: 'timetable' }
  return (await carryOut(tx, house, theSystem, reference, actNamed('allocate')!, given as never, way)).ok
}

/** Whether it lies in a mailbox that gives its work out by itself, and nobody has it. */
export const isGivenOut = async (tx: Tx, { mailboxId, status, holderId }: Enquiry): Promise<boolean> =>
  status === 'new' && holderId === null && mailboxId !== null && ((await mailboxById(tx, mailboxId))?.givesOut ?? false)
