import { newId } from '#kernel/id.ts'
import type { Reference } from '#kernel/reference.ts'
import { allow, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Composed } from './compose/letter.ts'
import type { MailFile, MailKind, NewOutboxMail } from './outbox-mail.ts'
import * as sql from './outbox.sql.ts'
import { mayReceipt } from './receipt-limit.ts'
import { replyAddressesFor } from './reply-address.ts'
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
export const post = async (tx: Tx, stamp: Stamp, mail: Mail, at: Date): Promise<Posted | undefined> =>
  (await postAll(tx, stamp, [mail], at))[0]

/** The same with several in two questions; gives those that were not there already. */
export async function postAll(tx: Tx, stamp: Stamp, mails: readonly Mail[], at: Date): Promise<Posted[]> {
  if (mails.length === 0) return []
  const parties = mails.flatMap(mail => (mail.about ? [partyOf(mail, mail.about.enquiry)] : []))
  const addressOf = await replyAddressesFor(tx, stamp, parties, at)
  const written = mails.map(mail => {
    const replyTo = mail.about ? addressOf(partyOf(mail, mail.about.enquiry)) : null
    return newMail(stamp, mail, replyTo, at)
  })
  const kept = await sql.insertMails(tx, written)
  return written.flatMap(({ id, messageId }) => (kept.has(id) ? [{ id, messageId }] : []))
}

function newMail(stamp: Stamp, mail: Mail, replyTo: string | null, at: Date): NewOutboxMail {
  const id = newId()
  return {
    id,
    messageId: messageIdOf(stamp, id),
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
    replyTo,
    automatic: mail.automatic,
    stopUrl: mail.stopUrl ?? null,
    files: mail.files ?? [],
    createdAt: at,
  }
}

/** Whether this sender may get a receipt now for anything but a new enquiry. Needs a transaction of the system. */
export const mayReceiptNow = async (tx: Tx, address: string, at: Date): Promise<Result<true>> =>
  (await receiptBrake(tx, [{ enquiry: null, address }], at))({ enquiry: null, address })

export type Receipted = {
  /** the new enquiry, which has one receipt at most; null for anything else they did by email */
  readonly enquiry: string | null
  readonly address: string
}

/**
 * Tells for each of these whether its sender may get a receipt now, after the limits in force. What it allows counts from
 * then on: of a batch no more goes out than of single ones. Needs a transaction of the system.
 */
export async function receiptBrake(
  tx: Tx,
  wanted: readonly Receipted[],
  at: Date,
): Promise<(it: Receipted) => Result<true>> {
  if (wanted.length === 0) return () => allow(true)
  const limits = {
    perHour: await setting(tx, 'mail.receipts-per-hour'),
    perDay: await setting(tx, 'mail.receipts-per-day'),
    breakerPerHour: await setting(tx, 'mail.receipts-breaker-per-hour'),
  }
  const asked = {
    enquiries: wanted.flatMap(it => it.enquiry ?? []),
    addresses: [...new Set(wanted.map(it => it.address))],
  }
  const lately = await sql.receiptsLately(tx, asked, at, limits.breakerPerHour)
  const had = new Set(lately.had)
  const senders = new Map(lately.senders.map(it => [it.address, { inHour: it.inHour, inDay: it.inDay }]))
  let toAll = lately.toAllInHour
  return ({ enquiry, address }) => {
    const sender = senders.get(address) ?? { inHour: 0, inDay: 0 }
    const counts = {
      forEnquiry: enquiry !== null && had.has(enquiry) ? 1 : 0,
      toSenderInHour: sender.inHour,
      toSenderInDay: sender.inDay,
      toAllInHour: toAll,
    }
    const judged = mayReceipt(counts, limits)
    if (!judged.ok) return judged
    if (enquiry !== null) had.add(enquiry)
    senders.set(address, { inHour: sender.inHour + 1, inDay: sender.inDay + 1 })
    toAll += 1
    return judged
  }
}

/**
 * When an enquiry becomes restricted: erases what waits to be sent about it, but for letters that somebody typed to those
 * who may still see it; past letters become restricted with it. Returns how many were taken back.
 */
export const takeMailsBack = (tx: Tx, enquiry: string, permitted: readonly string[]): Promise<number> =>
  sql.takeBackFrom(tx, enquiry, permitted, 'The enquiry was restricted')

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
