import type { Enquiry } from '../enquiry.ts'
import type { EnquiryEvent } from '../events.ts'
import { heldBy, staysThere } from '../holding.ts'

/** It stands in another mailbox, held by nobody; in a restricted one it is restricted. */
export const movedTo = (
  enquiry: Enquiry,
  { to, restricted }: Extract<EnquiryEvent, { type: 'moved' }>,
): Partial<Enquiry> => ({
  mailboxId: to,
  restricted,
  ...(restricted && { kind: 'restricted' as const }),
  ...heldBy(null),
  ...(!staysThere(enquiry) && { status: 'new' as const }),
})
