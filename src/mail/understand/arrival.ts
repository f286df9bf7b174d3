import type { Reference } from '../../kernel/reference.ts'
import type { AutomaticReason } from '../parse/automatic.ts'

/** A message understood: what it is, as far as mail can know. What follows from it is decided by the room above. */
export type Arrival =
  | NewEnquiry
  | Reply
  | Recorded
  | HelpAsked
  | Contributed
  | {
      readonly kind: 'automatic'
      readonly reason: AutomaticReason
      readonly enquiryId?: string
      readonly mailboxId?: string
    }
  | FiledByHand
  | Held

/** A member, or an assistant for them, asks something new. */
export type NewEnquiry = {
  readonly kind: 'new-enquiry'
  readonly memberId: string
  /** who wrote it: the member, or the assistant; null when an officer made an enquiry of a stranger's message */
  readonly senderId: string | null
  /** the core mailbox it was sent to; undefined for the One Stop address */
  readonly mailboxId: string | undefined
  /** further core mailboxes among its recipients: still one enquiry */
  readonly otherMailboxIds: readonly string[]
  /** the officer who decided so in the quarantine */
  readonly decidedBy?: string
  /** the kind of sensitive matter, when it goes to its proper officer */
  readonly sensitive?: string
}

/** Somebody who takes part in an enquiry writes about it. */
export type Reply = {
  readonly kind: 'reply'
  readonly enquiryId: string
  readonly personId: string
  readonly matchedBy: 'reply-address' | 'our-message-id' | 'stored-message-id' | 'reference-in-subject' | 'by-hand'
}

/** Somebody who was asked for a part of an answer replies to the letter that asked them. */
export type Contributed = {
  readonly kind: 'contribution'
  readonly enquiryId: string
  readonly contributionId: string
  /** null for somebody outside the council */
  readonly personId: string | null
}

/** An officer forwards or BCCs a contact to be recorded. */
export type Recorded = {
  readonly kind: 'record'
  readonly officerId: string
  /** set when the message belongs to an enquiry there is already */
  readonly enquiryId: string | undefined
  /** the member found among its other people, when there is exactly one */
  readonly memberId: string | undefined
  readonly mailboxId: string | undefined
  /** the kind of sensitive matter, when it goes to its proper officer */
  readonly sensitive?: string
}

/** Somebody we know asks the help address for something that it answers by itself. */
export type HelpAsked = { readonly kind: 'help'; readonly personId: string; readonly wants: HelpWanted }

export type HelpWanted =
  | { readonly what: 'how-to' | 'list' }
  | { readonly what: 'status'; readonly reference: Reference }

/** An officer filed a quarantined message at an enquiry. */
export type FiledByHand = {
  readonly kind: 'filed-by-hand'
  readonly enquiryId: string
  readonly decidedBy: string
  /** who wrote it, when the address is known; nothing is done in their name */
  readonly senderId: string | null
}

/** It needs a person to decide: it waits in the quarantine, visible, with its reason. */
export type Held = {
  readonly kind: 'held'
  readonly reason: HeldReason
  readonly words: string
  /** where it would belong if the officer agrees */
  readonly enquiryId?: string
  readonly mailboxId?: string
}

export type HeldReason =
  | 'several-senders'
  | 'no-sender'
  | 'sender-check-failed'
  | 'sender-not-proven'
  | 'unknown-sender'
  | 'disabled-sender'
  | 'not-a-participant'
  | 'revoked-address'
  | 'which-member'
  | 'no-member'
  | 'which-enquiry'
  | 'encrypted'
  | 'archive-bomb'
  | 'too-many'
  | 'may-be-sensitive'
  | 'part-given'
  | 'part-withdrawn'
  | 'part-expired'
