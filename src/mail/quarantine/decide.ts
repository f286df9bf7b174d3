import { createHash } from 'node:crypto'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { record } from '#audit/door.ts'
import { personByAddress } from '#people/door.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { claimById, markOutcome, queueAgain, type Claimed, type IntakeState, type Outcome } from '../in/intake.sql.ts'
import { actOn, letterOf, withMailbox, type PostRoom } from '../in/process.ts'
import type { ParsedMail } from '../parse/parsed-mail.ts'
import { forgetMessage } from '../known-message.sql.ts'
import type { FiledByHand, NewEnquiry, Reply } from '../understand/arrival.ts'
import { decisionsAbout, insertDecision, markUndone } from './decision.sql.ts'
import { afterAll } from './after-all.ts'
import type { IntakeEntry } from './read-intake.sql.ts'

/** What an officer decides about a message in quarantine. */
export type Decision =
  | { readonly kind: 'file'; readonly enquiryId: string }
  | { readonly kind: 'new-enquiry'; readonly memberId: string }
  /** the officer vouches that it is this person's: it does what their own reply would have done */
  | { readonly kind: 'reply'; readonly enquiryId: string; readonly personId: string }
  | { readonly kind: 'discard' }
  /** undoes discarding */
  | { readonly kind: 'restore' }
  /** takes a filing back */
  | { readonly kind: 'undo' }
  /** as if it had just come: its sender may be known by now */
  | { readonly kind: 'reprocess' }
  /** a new enquiry for the proper officer of this kind of matter */
  | { readonly kind: 'restrict'; readonly sensitive: string }
  /** what it would have been, had it not looked sensitive */
  | { readonly kind: 'let-through' }

export type Deciding = {
  readonly officerId: string
  readonly at: Date
  readonly reason: string
  /** the same for all that are decided together */
  readonly batch: string
}

const mayFollow: Record<Decision['kind'], readonly IntakeState[]> = {
  file: ['quarantined', 'automatic'],
  'new-enquiry': ['quarantined', 'automatic'],
  reply: ['quarantined', 'automatic'],
  discard: ['quarantined'],
  restore: ['discarded'],
  undo: ['filed', 'new-enquiry'],
  reprocess: ['quarantined'],
  restrict: ['quarantined'],
  'let-through': ['quarantined'],
}

/**
 * Carries out a decision about a message the officer sees, and writes it down with its reason. The message's own receipt
 * date counts, however late it is decided. Refused when somebody else decided first, or when the room above refuses.
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
    await writeDown(tx, entry, decision.kind, by, whole.reference)
    return allow(whole)
  })
}

async function writeDown(
  tx: Tx,
  entry: IntakeEntry,
  kind: Decision['kind'],
  { officerId, at, reason, batch }: Deciding,
  reference: string | null | undefined,
): Promise<void> {
  const was = { wasState: entry.state, wasReason: entry.reason, wasWords: entry.words }
  await insertDecision(tx, {
    intakeId: entry.id,
    batch,
    kind,
    reason,
    decidedBy: officerId,
    decidedAt: at,
    ...was,
    refused: null,
  })
  const subject = { kind: 'mail', id: entry.id, reference: reference ?? entry.reference }
  await record(tx, { at, actor: officerId, act: `mail.${kind}`, subject })
}

export type Ordered<D = Decision> = { readonly decision: D; readonly by: Deciding; readonly entry: IntakeEntry }

async function outcomeOf(tx: Tx, room: PostRoom, message: Claimed, ordered: Ordered): Promise<Result<Outcome>> {
  const { decision, by, entry } = ordered
  switch (decision.kind) {
    case 'discard':
      return allow({ state: 'discarded', reason: 'discarded', words: by.reason })
    case 'restore':
      return allow({ state: 'quarantined', reason: 'restored', words: 'It was discarded and then taken back' })
    case 'undo':
      return takenBack(tx, room, entry, by)
    case 'reprocess':
      return again(tx, entry, by)
    case 'restrict':
    case 'let-through':
      return afterAll(tx, room, message, { decision, by, entry })
    default:
      return filed(tx, room, message, { decision, by, entry })
  }
}

/** Only what an officer filed is taken back: what the rules filed belongs there, or is moved there. */
async function takenBack(tx: Tx, room: PostRoom, entry: IntakeEntry, by: Deciding): Promise<Result<Outcome>> {
  const [last] = await decisionsAbout(tx, entry.id)
  if (!last || !entry.enquiryId) return refuse('not-by-hand', 'Nobody filed this message by hand')
  const { enquiryId, state } = entry
  const back = await room.deps.takeBack(tx, {
    enquiryId,
    officerId: by.officerId,
    isWhole: state === 'new-enquiry',
    reason: by.reason,
  })
  if (!back.ok) return back
  await Promise.all([markUndone(tx, last.id, by.at), forgetMessage(tx, entry.messageId, enquiryId)])
  return allow({
    state: 'quarantined',
    reason: 'taken-back',
    words: `It was filed at ${entry.reference} and taken back: ${by.reason}`,
  })
}

/** Back into the queue; its tries begin anew. Of one that was too large only the headers are here. */
async function again(tx: Tx, entry: IntakeEntry, by: Deciding): Promise<Result<Outcome>> {
  if (entry.reason === 'too-large') return refuse('too-large', 'The whole message is not here')
  return (await queueAgain(tx, entry.id, by.at)) ? allow({ state: 'waiting' }) : refuse('filed', 'It is filed already')
}

type Filing = Extract<Decision, { kind: 'file' | 'new-enquiry' | 'reply' }>

async function filed(tx: Tx, room: PostRoom, message: Claimed, ordered: Ordered<Filing>): Promise<Result<Outcome>> {
  const parsed = await room.parser.parse(message.bytes, message.mailFrom)
  const mail = withoutInfected(parsed.ok ? parsed.mail : asAttachment(message), ordered.entry)
  const arrival = await arrivalOf(tx, room, mail, ordered)
  if (!arrival.ok) return arrival
  const outcome = await actOn(tx, room.deps, arrival.value, letterOf(message, mail))
  return outcome.state === 'quarantined' ? refuse(outcome.reason ?? 'refused', outcome.words ?? '') : allow(outcome)
}

/** What a virus scanner stopped goes no further than its words: the files stay in the message as it came. */
const withoutInfected = (mail: ParsedMail, { reason }: IntakeEntry): ParsedMail =>
  reason === 'infected' ? { ...mail, attachments: [], filesLeftOut: mail.attachments.length + mail.filesLeftOut } : mail

async function arrivalOf(
  tx: Tx,
  { deps }: PostRoom,
  mail: ParsedMail,
  { decision, by, entry }: Ordered<Filing>,
): Promise<Result<FiledByHand | NewEnquiry | Reply>> {
  const senderId = (mail.from && (await personByAddress(tx, mail.from.address))?.id) ?? null
  const decidedBy = by.officerId
  if (decision.kind === 'file') {
    return allow({ kind: 'filed-by-hand', enquiryId: decision.enquiryId, decidedBy, senderId })
  }
  if (decision.kind === 'reply') {
    const { enquiryId, personId } = decision
    const takesPart = (await deps.participants(tx, enquiryId)).includes(personId)
    return takesPart
      ? allow({ kind: 'reply', enquiryId, personId, matchedBy: 'by-hand' })
      : refuse('not-a-participant', 'Select somebody who takes part in that enquiry', 'person')
  }
  const mailboxId = entry.mailboxId ?? undefined
  return allow({
    kind: 'new-enquiry',
    memberId: decision.memberId,
    senderId,
    mailboxId,
    otherMailboxIds: [],
    decidedBy,
  })
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
