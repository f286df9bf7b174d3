import type { Logger } from 'pino'
import { dayOf, nowAt } from '../../kernel/day.ts'
import { oneLine, shortened } from '../../kernel/text.ts'
import { inTransaction, type Database, type Tx } from '../../platform/db/database.ts'
import { setting } from '../../platform/settings.ts'
import type { Filed, Letter, MailDeps } from '../deps.ts'
import { judge, type Judging, type Resolver, type Verdict } from '../judge/judge.ts'
import { insertKnownMessage } from '../known-message.sql.ts'
import type { Stamp } from '../out/stamp.ts'
import { automaticWords } from '../parse/automatic.ts'
import type { ParsedMail } from '../parse/parsed-mail.ts'
import type { Parser } from '../parse/parser.ts'
import type { Arrival } from '../understand/arrival.ts'
import { understand } from '../understand/understand.ts'
import type { Scan } from './clamd.ts'
import { gather } from './gather.ts'
import { claimNext, earlierTwin, insertAttempt, markFailed, markOutcome, oneAtATime } from './intake.sql.ts'
import type { Claimed, Outcome } from './intake.sql.ts'

/** Everything that dealing with mail needs. */
export type PostRoom = {
  readonly db: Database
  readonly parser: Parser
  readonly deps: MailDeps
  /** the secret and domain our own mail is signed with */
  readonly stamp: Stamp
  readonly log: Logger
  /** DNS to check senders with; left out, only our relay's findings count */
  readonly resolver?: Resolver
  /** a virus scanner, where there is one: every message goes through it before it is read */
  readonly scan?: Scan
  readonly clock?: () => Date
}

const mostTries = 3

/**
 * Deals with the next message: reads it, understands it, acts on it and writes down what became of it, all in one
 * transaction, so that a crash at any moment leaves either nothing or all of it. True when there was a message. A
 * message that fails is tried again later, and after the third try quarantined: it is never lost and never in the way.
 */
export async function processNext(room: PostRoom): Promise<boolean> {
  const at = room.clock?.() ?? new Date()
  const trying: { message?: Claimed; attempt?: string } = {}
  try {
    return await inTransaction(room.db, 'system', async tx => {
      const message = (trying.message = await claimNext(tx, at))
      if (!message) return false
      if (message.tries >= mostTries) await giveUp(tx, message, at)
      else {
        trying.attempt = await inTransaction(room.db, 'system', other => insertAttempt(other, message.id, at))
        await deal(tx, room, message, at)
      }
      return true
    })
  } catch (error) {
    if (!trying.message || !trying.attempt) throw error
    await tryLater(room, trying.message, trying.attempt, error, at)
    return true
  }
}

async function giveUp(tx: Tx, message: Claimed, at: Date): Promise<void> {
  const why = message.failedBecause ? `: ${message.failedBecause}` : ', and each time the system stopped'
  const words = `It was tried ${mostTries} times${why}`
  await markOutcome(tx, message.id, { state: 'quarantined', reason: 'failed', words }, at, glimpse(message))
}

/** A minute, then five: long enough for most things that break to be mended. */
async function tryLater(room: PostRoom, message: Claimed, attempt: string, error: unknown, at: Date): Promise<void> {
  room.log.error({ err: error, sha256: message.sha256, intake: message.id }, 'a message could not be dealt with')
  const minutes = message.tries === 0 ? 1 : 5
  // the last failure needs no waiting: the next round puts it into quarantine
  const tryAfter = message.tries + 1 >= mostTries ? at : new Date(at.getTime() + minutes * 60_000)
  const because = shortened(oneLine(error instanceof Error ? error.message : String(error)), 500)
  await inTransaction(room.db, 'system', tx => markFailed(tx, attempt, because, tryAfter))
}

async function deal(tx: Tx, room: PostRoom, message: Claimed, at: Date): Promise<void> {
  const found = await room.scan?.(message.bytes)
  if (found) {
    const words = `The virus scanner found ${shortened(oneLine(found), 200)} in it`
    return markOutcome(tx, message.id, { state: 'quarantined', reason: 'infected', words }, at, glimpse(message))
  }
  const parsed = await room.parser.parse(message.bytes, message.mailFrom)
  if (!parsed.ok) {
    const { reason, words } = parsed
    return markOutcome(tx, message.id, { state: 'quarantined', reason, words }, at, glimpse(message))
  }
  const verdict = await judge(message.bytes, parsed.mail, message, await judging(tx, room))
  const outcome = await outcomeOf(tx, room, message, { mail: parsed.mail, verdict, at })
  await markOutcome(tx, message.id, outcome, at, { ...seen(parsed.mail, message), verdict })
}

type Readable = { readonly mail: ParsedMail; readonly verdict: Verdict; readonly at: Date }

async function outcomeOf(tx: Tx, room: PostRoom, message: Claimed, { mail, verdict, at }: Readable): Promise<Outcome> {
  const twin = mail.messageId && (await twinOf(tx, message, mail.messageId, mail.contentSha256))
  if (twin) return { ...twin, state: 'duplicate', duplicateOf: twin.id }
  const { deps, stamp } = room
  const { today } = nowAt(at)
  const gathered = await gather(tx, {
    mail,
    recipients: message.recipients,
    verdict,
    stamp,
    deps,
    today,
    receivedAt: message.receivedAt,
  })
  const letter = letterOf(message, mail)
  const arrival = await unlessSensitive(tx, deps, understand(gathered.facts), letter)
  const outcome = await actOn(tx, deps, arrival, letter)
  return withMailbox(outcome, gathered.mailboxes)
}

/** What may be sensitive waits for a person before anybody hears of it (domain, section 6). */
async function unlessSensitive(tx: Tx, deps: MailDeps, arrival: Arrival, letter: Letter): Promise<Arrival> {
  if (arrival.kind !== 'new-enquiry' && arrival.kind !== 'record' && arrival.kind !== 'reply') return arrival
  const words = await deps.seemsSensitive(tx, arrival, letter)
  if (!words) return arrival
  const mailboxId = arrival.kind === 'reply' ? undefined : arrival.mailboxId
  const enquiryId = arrival.kind === 'new-enquiry' ? undefined : arrival.enquiryId
  return {
    kind: 'held',
    reason: 'may-be-sensitive',
    words,
    ...(mailboxId && { mailboxId }),
    ...(enquiryId && { enquiryId }),
  }
}

async function twinOf(tx: Tx, message: Claimed, messageId: string, contentSha256: string) {
  await oneAtATime(tx, messageId)
  return earlierTwin(tx, message.id, messageId, contentSha256)
}

async function judging(tx: Tx, room: PostRoom): Promise<Judging> {
  const [name, given] = await Promise.all([setting(tx, 'mail.relay-name'), setting(tx, 'mail.relay-addresses')])
  const addresses = given.split(/[\s,]+/).filter(Boolean)
  return { ...(room.resolver && { resolver: room.resolver }), ...(name && { relay: { name, addresses } }) }
}

/** Acts, and says what became of the message. What a refused act wrote is undone; the refusal's words go with it. */
export async function actOn(tx: Tx, deps: MailDeps, arrival: Arrival, letter: Letter): Promise<Outcome> {
  if (arrival.kind === 'held') {
    await deps.tellHeld(tx, arrival, letter)
    return {
      state: 'quarantined',
      reason: arrival.reason,
      words: arrival.words,
      enquiryId: arrival.enquiryId,
      mailboxId: arrival.mailboxId,
    }
  }
  const done = await undoneWhenRefused(tx, inner => deps.act(inner, arrival, letter))
  if (!done.ok) return { state: 'quarantined', reason: done.refusal.code, words: done.refusal.words }
  const filed = done.value
  if (filed && letter.mail.messageId) await insertKnownMessage(tx, letter.mail.messageId, filed.enquiryId)
  const automatic =
    arrival.kind === 'automatic' ? { reason: arrival.reason, words: automaticWords[arrival.reason] } : {}
  return { state: stateAfter[arrival.kind], ...automatic, ...filedAt(filed) }
}

const stateAfter = {
  'new-enquiry': 'new-enquiry',
  reply: 'filed',
  contribution: 'filed',
  record: 'recorded',
  help: 'answered',
  automatic: 'automatic',
  'filed-by-hand': 'filed',
} as const

const filedAt = (filed: Filed | undefined): Partial<Outcome> => filed ?? {}

type Done = Awaited<ReturnType<MailDeps['act']>>

async function undoneWhenRefused(tx: Tx, act: (tx: Tx) => Promise<Done>): Promise<Done> {
  const refused: { done?: Done } = {}
  try {
    return (await tx.savepoint(async inner => {
      const done = await act(inner as Tx)
      if (!done.ok) {
        refused.done = done
        throw new Error('refused')
      }
      return done
    })) as Done
  } catch (error) {
    if (refused.done) return refused.done
    throw error
  }
}

/** What was sent to a restricted mailbox is only for its named people, whatever became of it. */
export function withMailbox(outcome: Outcome, mailboxes: readonly { id: string; restricted: boolean }[]): Outcome {
  const [first] = mailboxes
  if (outcome.restricted || !first) return outcome
  return {
    ...outcome,
    mailboxId: first.restricted ? first.id : (outcome.mailboxId ?? first.id),
    restricted: first.restricted,
  }
}

export const letterOf = (message: Claimed, mail: ParsedMail): Letter => ({
  intakeId: message.id,
  sha256: message.sha256,
  receivedAt: message.receivedAt,
  mailFrom: message.mailFrom,
  recipients: message.recipients,
  mail,
})

export const seen = (mail: ParsedMail, message: Claimed) => ({
  messageId: mail.messageId,
  contentSha256: mail.contentSha256,
  fromAddress: mail.from?.address ?? message.mailFrom,
  fromName: mail.from?.name ?? '',
  subject: mail.subject,
})

/** The subject of a message that could not be read, as far as it can be seen from outside. */
function glimpse(message: Claimed) {
  const beginning = message.bytes.subarray(0, 16_384).toString('utf8')
  const subject = oneLine(/^subject:([^\r\n]*)/im.exec(beginning)?.[1] ?? '')
  return { fromAddress: message.mailFrom, fromName: '', subject: shortened(subject, 300) }
}

/** The receipt date of a letter: the London day its first delivery came. */
export const receivedOn = (letter: Letter) => dayOf(letter.receivedAt)
