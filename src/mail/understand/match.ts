import type { Reply } from './arrival.ts'

/** What is known about where a message might belong, collected beforehand. */
export type Traces = {
  /** enquiries whose reply address is among the recipients */
  readonly byReplyAddress: readonly string[]
  /** enquiries named by Message-IDs in In-Reply-To and References that we signed, nearest first */
  readonly byOurMessageId: readonly string[]
  /** enquiries at which a message named there was filed, nearest first */
  readonly byStoredMessageId: readonly string[]
  /** enquiries whose reference stands in the subject, with who takes part in them */
  readonly bySubject: readonly { readonly enquiryId: string; readonly participants: readonly string[] }[]
}

export type Match = { readonly enquiryId: string; readonly matchedBy: Reply['matchedBy'] }

/**
 * Which enquiry a message belongs to, by the order of domain.md, section 7; undefined when none, 'several' when one kind
 * of trace names two. It never says that the sender may act. A reference in the subject counts only for somebody who
 * takes part: everybody can read a number somewhere.
 */
export function match(traces: Traces, senderId: string | undefined): Match | 'several' | undefined {
  const ofSender = traces.bySubject.filter(it => senderId !== undefined && it.participants.includes(senderId))
  const [token, ...otherTokens] = new Set(traces.byReplyAddress)
  if (otherTokens.length > 0) return 'several'
  if (token) return { enquiryId: token, matchedBy: 'reply-address' }
  // a conversation may have wandered from one enquiry to the next: the nearest message counts
  const [ours] = traces.byOurMessageId
  if (ours) return { enquiryId: ours, matchedBy: 'our-message-id' }
  const [stored] = traces.byStoredMessageId
  if (stored) return { enquiryId: stored, matchedBy: 'stored-message-id' }
  const [named, ...otherNamed] = new Set(ofSender.map(it => it.enquiryId))
  if (otherNamed.length > 0) return 'several'
  return named ? { enquiryId: named, matchedBy: 'reference-in-subject' } : undefined
}
