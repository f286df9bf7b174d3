import { randomUUIDv7 } from 'node:crypto'
import type { Reference } from '#kernel/reference.ts'
import type { Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Composed } from './compose/letter.ts'
import type { MailFile, MailKind } from './outbox-mail.ts'
import * as sql from './outbox.sql.ts'
import { mayReceipt } from './receipt-limit.ts'
import { replyAddressFor } from './reply-address.ts'
import { messageIdOf, threadIdOf, type Stamp } from './stamp.ts'

/** A mail to one recipient, as a room hands it over. */
export type Mail = Composed & {
  readonly kind: MailKind
  readonly to: { readonly person: string | null; readonly name?: string; readonly address: string }
  /** the council's address it comes from: a core mailbox or the One Stop address */
  readonly from: { readonly name: string; readonly address: string }
  /** the event it tells of. The same event, kind and recipient are written once, however often a reaction runs */
  readonly event: string
  /** given: the recipient may reply, to an address of their own for this enquiry */
  readonly about?: {
    readonly enquiry: string
    readonly reference: Reference
    readonly message?: string
    readonly restricted: boolean
  }
  /** nobody typed it: its headers say so, and other machines then do not answer it */
  readonly automatic: boolean
  /** where its reader stops mail of this kind with one press (RFC 8058) */
  readonly stopUrl?: string
  /** Message-IDs of what it answers */
  readonly inReplyTo?: string
  readonly references?: readonly string[]
  /** what goes with it; the bytes lie in the file store */
  readonly files?: readonly MailFile[]
}

export type Posted = { readonly id: string; readonly messageId: string }

/**
 * Puts a mail into the outbox, in the transaction of the act it tells of; undefined when it was there already. The right
 * of the recipient is checked again when it is sent. Needs a transaction of the system.
 */
export async function post(tx: Tx, stamp: Stamp, mail: Mail, at: Date): Promise<Posted | undefined> {
  const id = randomUUIDv7()
  const messageId = messageIdOf(stamp, id)
  const inserted = await sql.insertMail(tx, {
    id,
    messageId,
    onceKey: `${mail.event} ${mail.kind} ${mail.to.address.toLowerCase()}`,
    kind: mail.kind,
    toPerson: mail.to.person,
    toName: oneLine(mail.to.name ?? ''),
    toAddress: mail.to.address,
    fromName: oneLine(mail.from.name),
    fromAddress: mail.from.address,
    ...aboutColumns(mail),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    ...threading(stamp, mail),
    replyTo: mail.about ? await replyAddressFor(tx, stamp, partyOf(mail, mail.about.enquiry), at) : null,
    automatic: mail.automatic,
    stopUrl: mail.stopUrl ?? null,
    files: mail.files ?? [],
    createdAt: at,
  })
  return inserted ? { id, messageId } : undefined
}

/**
 * Whether this sender may get a receipt now, after the limits in force: for a new enquiry, which has one at most, or
 * (null) for anything else they did by email. Needs a transaction of the system.
 */
export async function mayReceiptNow(tx: Tx, enquiry: string | null, address: string, at: Date): Promise<Result<true>> {
  const limits = {
    perHour: await setting(tx, 'mail.receipts-per-hour'),
    perDay: await setting(tx, 'mail.receipts-per-day'),
    breakerPerHour: await setting(tx, 'mail.receipts-breaker-per-hour'),
  }
  return mayReceipt(await sql.receiptCounts(tx, enquiry, address, at, limits.breakerPerHour), limits)
}

/** Erases what waits to be sent about an enquiry, as when it becomes restricted; returns how many mails. */
export const withdrawMails = (tx: Tx, enquiry: string, reason: string): Promise<number> =>
  sql.withdraw(tx, { enquiry }, reason)

/** Past mails follow their enquiry when it becomes restricted, or less so. */
export const setMailsRestricted = (tx: Tx, enquiry: string, restricted: boolean): Promise<void> =>
  sql.setRestricted(tx, enquiry, restricted)

const partyOf = ({ to }: Mail, enquiry: string) => ({ enquiry, person: to.person, address: to.address })

const aboutColumns = ({ about }: Mail) => ({
  aboutEnquiry: about?.enquiry ?? null,
  reference: about?.reference ?? null,
  aboutMessage: about?.message ?? null,
  restricted: about?.restricted ?? false,
})

function threading(stamp: Stamp, mail: Mail) {
  const thread = mail.about ? [threadIdOf(stamp, mail.about.enquiry)] : []
  const [inReplyTo] = wellFormed([mail.inReplyTo ?? ''])
  const refs = [...thread, ...wellFormed(mail.references ?? []), ...wellFormed([mail.inReplyTo ?? ''])]
  return { inReplyTo: inReplyTo ?? thread[0] ?? null, refs: [...new Set(refs)].slice(-20) }
}

/** Ids come out of other people's headers: whatever is not one is left out, so that it cannot smuggle a header in. */
const wellFormed = (ids: readonly string[]): string[] =>
  ids.filter(id => /^<[\x21-\x3b\x3d\x3f-\x7e]{3,250}>$/.test(id))
