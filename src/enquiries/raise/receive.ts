import { addWorkingDays, dueOn, type Calendar } from '#clock/door.ts'
import { daysBetween, type Day } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Channel, Kind } from '../enquiry.ts'
import type { Received } from '../events.ts'

/** A contact as it is put on record, with where routing sends it. */
export type Contact = {
  readonly memberId: string
  readonly raisedBy: string | null
  readonly kind: Kind
  readonly channel: Channel
  readonly direct: boolean
  readonly restricted: boolean
  readonly topicId: string | null
  readonly wardId: string | null
  readonly mailboxId: string | null
  /** the first day it reached any channel of the council */
  readonly receivedOn: Day
  readonly limitWorkingDays: number
  readonly messageId: string
}

/** A contact older than this is history, not work: it belongs to an import. */
const oldestDays = 365

/**
 * Puts a contact on record. The clock runs from the day it first reached the council; registering it after the end of
 * the next working day is flagged as late (domain, section 2, “record”).
 */
export function receive(contact: Contact, today: Day, calendar: Calendar): Result<Received> {
  if (contact.receivedOn > today)
    return refuse('future', 'The day it was received must not lie in the future', 'receivedOn')
  if (daysBetween(contact.receivedOn, today) > oldestDays)
    return refuse('too-old', 'The day it was received must lie within the last year', 'receivedOn')
  const { receivedOn, limitWorkingDays } = contact
  const due = dueOn({ receivedOn, limitWorkingDays, pauses: [], calendar })!
  return allow({ ...contact, type: 'received', late: today > addWorkingDays(calendar, receivedOn, 1), dueOn: due })
}
