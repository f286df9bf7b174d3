import type { Archive } from './archive.ts'
import type { AutomaticReason } from './automatic.ts'
import type { Invitation } from './calendar.ts'
import type { Protection } from './protection.ts'
import type { InnerMail } from './unpack.ts'

export type Address = { readonly name: string; readonly address: string }

/** A message made readable: plain data, everything storable, nothing trusted. */
export type ParsedMail = {
  /** undefined when the message names nobody */
  readonly from: Address | undefined
  /** how many authors the From lines name: more than one cannot be attributed */
  readonly authors: number
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly subject: string
  /** what the sender's clock said, as ISO 8601; we go by when it came */
  readonly date: string | undefined
  readonly messageId: string | undefined
  readonly inReplyTo: readonly string[]
  readonly references: readonly string[]
  readonly text: string
  /** sanitised: no scripts, styles, pictures or anything fetched from elsewhere */
  readonly html: string | undefined
  /** those in messages inside it and in winmail.dat too */
  readonly attachments: readonly MailAttachment[]
  /** how many files more there were than are kept one by one */
  readonly filesLeftOut: number
  /** messages inside it, such as a forward as a file */
  readonly inner: readonly InnerMail[]
  readonly invitations: readonly Invitation[]
  readonly protection: Protection | undefined
  readonly automatic: AutomaticReason | undefined
  readonly reports: readonly DeliveryReport[]
  /** as they stand in the message, topmost first */
  readonly authenticationResults: readonly string[]
  /** SHA-256 of what the author wrote: equal for two copies that only took different ways here */
  readonly contentSha256: string
}

export type MailAttachment = {
  readonly name: string
  /** by the bytes, not by what the sender claims; what could run in a browser is application/octet-stream */
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  readonly size: number
  /** shown inside the text by the sender's program, such as the picture of a signature */
  readonly inline: boolean
  /** Outlook's winmail.dat that could not be opened */
  readonly winmail: boolean
  /** the message or file it came packed in, by name */
  readonly inside: string | undefined
  /** what a ZIP archive says is in it */
  readonly archive: Archive | undefined
}

/** What a mail server says became of a message of ours, for one recipient (RFC 3464). */
export type DeliveryReport = {
  readonly recipient: string
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'unknown'
  /** the enhanced status, such as 5.1.1 */
  readonly status: string
  readonly diagnostic: string
  /** the Message-ID of the message that it speaks of */
  readonly about: string | undefined
}

/** A message that could not be made readable, with the reason in words. It is kept, and quarantined. */
export type Unreadable = {
  readonly ok: false
  readonly reason: 'nested-too-deeply' | 'headers-too-big' | 'took-too-long' | 'unreadable'
  readonly words: string
}

export type Parsed = { readonly ok: true; readonly mail: ParsedMail } | Unreadable
