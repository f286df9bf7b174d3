import type { Reference } from '#kernel/reference.ts'

export type MailKind =
  | 'receipt'
  | 'confirmation'
  | 'acknowledgement'
  | 'question'
  | 'answer'
  | 'closed'
  | 'reopened'
  | 'sign-in'
  | 'address-proof'
  | 'security'
  | 'cover'
  | 'digest'
  | 'new-work'
  | 'assigned'
  | 'chased'
  | 'reminder'
  | 'escalation'
  | 'quarantine'
  | 'too-large'
  | 'held-notice'
  | 'contribution'
  | 'hand-over'
  | 'notice'

export type MailState = 'queued' | 'sending' | 'sent' | 'failed' | 'bounced' | 'held' | 'withdrawn'

/** A file that goes with a mail, by the address of its bytes. */
export type MailFile = { readonly name: string; readonly type: string; readonly sha256: string }

/** One mail to one recipient, as the outbox keeps it. */
export type OutboxMail = {
  readonly id: string
  /** the event it tells of, its kind and its recipient: what is written once */
  readonly onceKey: string
  readonly kind: MailKind
  readonly toPerson: string | null
  readonly toName: string
  readonly toAddress: string
  readonly fromName: string
  readonly fromAddress: string
  readonly aboutEnquiry: string | null
  readonly reference: Reference | null
  /** the message of the enquiry that this mail delivers */
  readonly aboutMessage: string | null
  readonly restricted: boolean
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly refs: readonly string[]
  readonly replyTo: string | null
  readonly automatic: boolean
  /** where its reader stops mail of this kind; null: it is sent whatever they chose */
  readonly stopUrl: string | null
  readonly files: readonly MailFile[]
  readonly state: MailState
  readonly attempts: number
  readonly nextAttemptAt: Date
  readonly lastError: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
}

export type NewOutboxMail = Omit<OutboxMail, 'state' | 'attempts' | 'nextAttemptAt' | 'lastError' | 'sentAt'>
