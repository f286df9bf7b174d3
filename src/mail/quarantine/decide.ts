import { createHash } from 'node:crypto'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { record } from '#audit/door.ts'
import { personByAddress } from '#people/door.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { claimById, markOutcome, type Claimed, type IntakeState, type Outcome } from '../in/intake.sql.ts'
import { actOn, letterOf, withMailbox, type PostRoom } from '../in/process.ts'
import type { ParsedMail } from '../parse/parsed-mail.ts'
import type { FiledByHand, NewEnquiry } from '../understand/arrival.ts'
import type { IntakeEntry } from './read-intake.sql.ts'

/** What an officer decides about a message in quarantine. */
export type Decision =
  | { readonly kind: 'file'; readonly enquiryId: string }
  | { readonly kind: 'new-enquiry'; readonly memberId: string }
  | { readonly kind: 'discard'; readonly reason: string }
  /** undoes discarding */
  | { readonly kind: 'restore' }

export type Deciding = { readonly officerId: string; readonly at: Date }

const mayFollow: Record<Decision['kind'], readonly IntakeState[]> = {
  file: ['quarantined', 'automatic'],
  'new-enquiry': ['quarantined', 'automatic'],
  discard: ['quarantined'],
  restore: ['discarded'],
}

/**
 * Carries out a decision about a message the officer sees. The message's own receipt date counts, however late it is
 * decided. Refused when somebody else decided first, or when the room above refuses.
 */
export async function decide(
  room: PostRoom,
  entry: IntakeEntry,
  decision: Decision,
  by: Deciding,
): Promise<Result<Outcome>> {
  return inTransaction(room.db, 'system', async tx => {
    const message = await claimById(tx, entry.id, mayFollow[decision.kind])
    if (!message) return refuse('decided-already', 'Somebody has decided about this message already')
    const outcome = await outcomeOf(tx, room, message, { decision, by, entry })
    if (!outcome.ok) return outcome
    const mailboxes = entry.mailboxId ? [{ id: entry.mailboxId, restricted: entry.restricted }] : []
    const whole = { ...withMailbox(outcome.value, mailboxes), decidedBy: by.officerId }
    await markOutcome(tx, message.id, whole, by.at)
    const subject = { kind: 'mail', id: message.id, reference: whole.reference ?? null }
    await record(tx, { at: by.at, actor: by.officerId, act: `mail.${decision.kind}`, subject })
    return allow(whole)
  })
}

type Ordered<D = Decision> = { readonly decision: D; readonly by: Deciding; readonly entry: IntakeEntry }

async function outcomeOf(tx: Tx, room: PostRoom, message: Claimed, ordered: Ordered): Promise<Result<Outcome>> {
  const { decision, by, entry } = ordered
  if (decision.kind === 'discard') return allow({ state: 'discarded', reason: 'discarded', words: decision.reason })
  if (decision.kind === 'restore') {
    return allow({ state: 'quarantined', reason: 'restored', words: 'It was discarded and then taken back' })
  }
  const parsed = await room.parser.parse(message.bytes, message.mailFrom)
  const mail = parsed.ok ? parsed.mail : asAttachment(message)
  const outcome = await actOn(
    tx,
    room.deps,
    await arrivalOf(tx, mail, { decision, by, entry }),
    letterOf(message, mail),
  )
  return outcome.state === 'quarantined' ? refuse(outcome.reason ?? 'refused', outcome.words ?? '') : allow(outcome)
}

type Filing = Extract<Decision, { kind: 'file' | 'new-enquiry' }>

async function arrivalOf(
  tx: Tx,
  mail: ParsedMail,
  { decision, by, entry }: Ordered<Filing>,
): Promise<FiledByHand | NewEnquiry> {
  const senderId = (mail.from && (await personByAddress(tx, mail.from.address))?.id) ?? null
  const decidedBy = by.officerId
  if (decision.kind === 'file') return { kind: 'filed-by-hand', enquiryId: decision.enquiryId, decidedBy, senderId }
  const mailboxId = entry.mailboxId ?? undefined
  return { kind: 'new-enquiry', memberId: decision.memberId, senderId, mailboxId, otherMailboxIds: [], decidedBy }
}

/** A message that could not be read is filed as it is: whoever needs it can open it with a mail program. */
function asAttachment({ bytes, mailFrom }: Claimed): ParsedMail {
  const whole = new Uint8Array(bytes)
  const sha256 = createHash('sha256').update(whole).digest('hex')
  return {
    from: mailFrom ? { name: '', address: mailFrom } : undefined,
    authors: mailFrom ? 1 : 0,
    to: [],
    cc: [],
    subject: '',
    date: undefined,
    messageId: undefined,
    inReplyTo: [],
    references: [],
    html: undefined,
    text: 'This message could not be read. It is attached as it came.',
    attachments: [
      {
        name: 'message.eml',
        type: 'message/rfc822',
        bytes: whole,
        sha256,
        size: whole.length,
        inline: false,
        winmail: false,
        inside: undefined,
        archive: undefined,
      },
    ],
    filesLeftOut: 0,
    inner: [],
    invitations: [],
    protection: undefined,
    automatic: undefined,
    reports: [],
    authenticationResults: [],
    contentSha256: sha256,
  }
}
