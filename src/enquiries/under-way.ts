import type { Enquiry } from './enquiry.ts'
import type { EnquiryEvent } from './events.ts'

/**
 * What others were about to do ends when an enquiry leaves its holder or its mailbox, or closes. Each ending is an event of
 * its own, before the event that brings it about: everybody sees that it ended, and those who had it are told.
 */
export const endsUnderWay = ({ status }: Pick<Enquiry, 'status'>): EnquiryEvent[] =>
  status === 'in-review' ? [{ type: 'review-ended' }] : []
