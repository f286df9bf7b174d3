import type { Enquiry } from './enquiry.ts'
import type { EnquiryEvent } from './events.ts'

type UnderWay = Pick<Enquiry, 'status' | 'handedOver'>

/**
 * What others were about to do ends when an enquiry leaves its mailbox or closes. Each ending is an event of its own, before
 * the event that brings it about: everybody sees that it ended, and those who had it are told.
 */
export const endsUnderWay = (enquiry: UnderWay): EnquiryEvent[] => [...reviewEnds(enquiry), ...handOverEnds(enquiry)]

/** An answer is its writer’s: it is not sent once somebody else holds the enquiry. */
export const reviewEnds = ({ status }: Pick<UnderWay, 'status'>): EnquiryEvent[] =>
  status === 'in-review' ? [{ type: 'review-ended' }] : []

export const handOverEnds = ({ handedOver }: Pick<UnderWay, 'handedOver'>): EnquiryEvent[] =>
  handedOver ? [{ type: 'hand-over-ended', to: handedOver.mailboxId }] : []
