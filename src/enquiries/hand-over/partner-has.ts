import type { Day } from '#kernel/day.ts'
import type { WithPartner } from '../enquiry.ts'
import type { HandedOverEvent } from '../events.ts'

/** A partner has it from now on, by a clock of their own. */
export const partnerHas = ({ handOverId, to, dueOn, messageId }: HandedOverEvent, on: Day): WithPartner => ({
  id: handOverId,
  mailboxId: to,
  messageId,
  askedOn: on,
  dueOn,
})
