import type { Day } from '#kernel/day.ts'
import type { Enquiry, Promised } from '../enquiry.ts'
import type { EnquiryEvent } from '../events.ts'
import { isOfGiving } from './rung.ts'
import { answersOwed, saysToMember } from './words-to-member.ts'

/** Given to somebody else, work waits to be accepted anew: their clock has climbed nothing yet. */
export function afterGiving(before: Enquiry, after: Enquiry, { type }: EnquiryEvent): Partial<Enquiry> {
  const { assignedOn, holderId, climbed } = after
  const isGiven = assignedOn !== null && (assignedOn !== before.assignedOn || holderId !== before.holderId)
  return isGiven && type !== 'unjoined' ? { climbed: climbed.filter(it => !isOfGiving(it.rung)) } : {}
}

/** A word to the member is kept with its day, and it answers a chase that is owed one. */
export const afterWords = ({ promises, saidOn }: Enquiry, { type }: EnquiryEvent, on: Day): Partial<Enquiry> => ({
  saidOn: saysToMember(type) ? on : saidOn,
  promises: answersOwed(type) ? promises.map(it => (it.owed && !it.keptOn ? { ...it, keptOn: on } : it)) : promises,
})

/** The answer that had kept it came back. */
export function owedAgain({ keptOn: _kept, ...promised }: Promised): Promised {
  return promised
}
