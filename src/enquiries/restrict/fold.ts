import { isOpen, type Enquiry } from '../enquiry.ts'
import type { RestrictedEvent } from '../events.ts'
import { heldBy, staysThere } from '../holding.ts'

/** It stands with the proper officer. Whoever had it has it no more, unless they are one of the proper officer's people. */
export const restrictedTo = (enquiry: Enquiry, { to, holderId }: RestrictedEvent): Partial<Enquiry> => ({
  mailboxId: to,
  restricted: true,
  kind: 'restricted',
  ...(holderId === null && {
    ...heldBy(null),
    ...(isOpen(enquiry) && !staysThere(enquiry) && { status: 'new' as const }),
  }),
})
