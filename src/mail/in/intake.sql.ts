import type { Tx } from '../../platform/db/database.ts'
import type { Verdict } from '../judge/judge.ts'
import { sliceBytes } from './intake-store.sql.ts'

export type IntakeState =
  | 'waiting'
  | 'new-enquiry'
  | 'filed'
  | 'recorded'
  | 'answered'
  | 'automatic'
  | 'duplicate'
  | 'quarantined'
  | 'discarded'

/** A message taken from the queue, with everything that is known before it is read. */
export type Claimed = {
  readonly id: string
  readonly sha256: string
  readonly receivedAt: Date
  readonly bytes: Buffer
  /** of its first delivery */
  readonly mailFrom: string
  readonly fromIp: string
  readonly helo: string
  /** of all its deliveries */
  readonly recipients: string[]
  readonly tries: number
  readonly failedBecause: string | null
}

/**
 * The next message to deal with, locked until the transaction ends: another worker takes another one, and a crash frees
 * it at once. The lock leaves the key free, because each try is written down by another transaction meanwhile.
 */
export const claimNext = async (tx: Tx, at: Date): Promise<Claimed | undefined> =>
  claimed(
    tx,
    tx`
    select id from mail.intake where state = 'waiting' and try_after <= ${at}
    order by try_after limit 1 for no key update skip locked
  `,
  )

/** A quarantined (or automatic, or discarded) message, to be decided by hand; undefined when it was decided meanwhile. */
export const claimById = async (tx: Tx, id: string, states: readonly IntakeState[]): Promise<Claimed | undefined> =>
  claimed(tx, tx`select id from mail.intake where id = ${id} and state = any(${[...states]}) for no key update`)

type Fragment = ReturnType<Tx>

async function claimed(tx: Tx, which: Fragment): Promise<Claimed | undefined> {
  const [row] = await tx<(Omit<Claimed, 'bytes'> & { beginning: string; size: number })[]>`
    with taken as materialized (${which})
    select i.id, i.sha256, i.received_at, raw.size_bytes as size,
      encode(substring(raw.bytes from 1 for ${sliceBytes}), 'base64') as beginning, first.mail_from, first.from_ip, first.helo,
      array(select distinct unnest(d.recipients) from mail.delivery d where d.sha256 = i.sha256) as recipients,
      (select count(*) from mail.attempt a where a.intake_id = i.id) as tries,
      (select a.failed_because from mail.attempt a where a.intake_id = i.id order by a.id desc limit 1) as failed_because
    from taken join mail.intake i using (id) join mail.raw using (sha256)
    cross join lateral (
      select * from mail.delivery d where d.sha256 = i.sha256 order by d.received_at, d.id limit 1
    ) first
  `
  if (!row) return undefined
  const { beginning, size, ...rest } = row
  return { ...rest, bytes: await wholeOf(tx, rest.sha256, size, Buffer.from(beginning, 'base64')) }
}

/** The bytes, put together from slices where they are many; in memory that the parser's thread may share then. */
async function wholeOf(tx: Tx, sha256: string, size: number, beginning: Buffer): Promise<Buffer> {
  if (beginning.length === size) return beginning
  const whole = Buffer.from(new SharedArrayBuffer(size))
  beginning.copy(whole)
  for (let at = beginning.length; at < size; at += sliceBytes) {
    const [row] = await tx<{ base64: string }[]>`
      select encode(substring(bytes from ${at + 1} for ${sliceBytes}), 'base64') as base64
      from mail.raw where sha256 = ${sha256}
    `
    whole.write(row!.base64, at, 'base64')
  }
  return whole
}

/** Written before the try begins. Losing the last of these in a power cut does no harm, so it need not wait for the disk. */
export async function insertAttempt(tx: Tx, intakeId: string, at: Date): Promise<string> {
  const [, [row]] = await Promise.all([
    tx`select set_config('synchronous_commit', 'off', true)`,
    tx<{ id: string }[]>`insert into mail.attempt (intake_id, begun_at) values (${intakeId}, ${at}) returning id`,
  ])
  return row!.id
}

/** Puts a message that failed back into the queue, for later. */
export async function markFailed(tx: Tx, attemptId: string, because: string, tryAfter: Date): Promise<void> {
  await tx`
    with attempt as (update mail.attempt set failed_because = ${because} where id = ${attemptId} returning intake_id)
    update mail.intake set try_after = ${tryAfter} from attempt where intake.id = attempt.intake_id and state = 'waiting'
  `
}

/**
 * Puts a message that is filed nowhere into the queue as if it had just come, but with the day on which it came; its tries
 * begin anew. False when it is filed, or when only its headers are here.
 */
export async function queueAgain(tx: Tx, id: string, at: Date): Promise<boolean> {
  const [row] = await tx`
    with queued as (
      update mail.intake set state = 'waiting', reason = null, words = null, enquiry_id = null, reference = null,
        decided_at = null, decided_by = null, try_after = ${at}
      where id = ${id} and reason is distinct from 'too-large'
        and (state = 'quarantined' or (state = 'automatic' and enquiry_id is null))
      returning id
    ), forgiven as (delete from mail.attempt using queued where attempt.intake_id = queued.id)
    select id from queued
  `
  return row !== undefined
}

/** Messages that were dealt with, by their hashes or since a moment, oldest first. */
export async function idsFrom(
  tx: Tx,
  which: { readonly sha256s: readonly string[] } | { readonly since: Date },
): Promise<string[]> {
  const those = 'since' in which ? tx`received_at >= ${which.since}` : tx`sha256 = any(${[...which.sha256s]})`
  const rows = await tx<{ id: string }[]>`
    select id from mail.intake where state <> 'waiting' and ${those} order by received_at, id
  `
  return rows.map(row => row.id)
}

/** Two copies of one message are dealt with one after the other, so that the second sees what became of the first. */
export async function oneAtATime(tx: Tx, messageId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${messageId}, 7))`
}

/** How many messages of this sender were dealt with in the hour before one that came then; counts no further than `most`. */
export async function countFromInHour(tx: Tx, address: string, before: Date, most: number): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from (
      select from mail.intake where from_address = ${address} and received_at <= ${before}
        and received_at > ${new Date(before.getTime() - 3_600_000)} and state <> 'duplicate'
      limit ${most}
    ) lately
  `
  return row!.n
}

export type Twin = {
  readonly id: string
  readonly enquiryId: string | null
  readonly reference: string | null
  readonly mailboxId: string | null
  readonly restricted: boolean
}

/** The same message, dealt with before: the same id and the same content, whatever way it took. */
export async function earlierTwin(
  tx: Tx,
  id: string,
  messageId: string,
  contentSha256: string,
): Promise<Twin | undefined> {
  const [row] = await tx<Twin[]>`
    select id, enquiry_id, reference, mailbox_id, restricted from mail.intake
    where message_id = ${messageId} and content_sha256 = ${contentSha256} and id <> ${id} and duplicate_of is null
    order by received_at limit 1
  `
  return row
}

/** What is known of a message once it was read. */
export type Seen = {
  readonly messageId?: string | undefined
  readonly contentSha256?: string | undefined
  readonly fromAddress: string
  readonly fromName: string
  readonly subject: string
  readonly verdict?: Verdict | undefined
}

export type Outcome = {
  readonly state: IntakeState
  readonly reason?: string | undefined
  readonly words?: string | undefined
  readonly enquiryId?: string | null | undefined
  readonly reference?: string | null | undefined
  readonly duplicateOf?: string | undefined
  readonly mailboxId?: string | null | undefined
  readonly restricted?: boolean
  readonly decidedBy?: string | undefined
}

const undecided: readonly IntakeState[] = ['waiting', 'quarantined']
/** What may be sensitive stays so while nobody said otherwise. */
const unsettled: readonly IntakeState[] = [...undecided, 'discarded']

/**
 * Writes down what became of a message, and what was seen in it when it was read just now; in one change, because each
 * one costs. In quarantine nothing has been decided yet.
 */
export async function markOutcome(tx: Tx, id: string, it: Outcome, at: Date, seen?: Seen): Promise<void> {
  await tx`
    update mail.intake set state = ${it.state}, reason = ${it.reason ?? null}, words = ${it.words ?? null},
      enquiry_id = ${it.enquiryId ?? null}, reference = ${it.reference ?? null}, duplicate_of = ${it.duplicateOf ?? null},
      mailbox_id = ${it.mailboxId ?? null}, restricted = ${it.restricted ?? false},
      withheld = ${it.reason === 'may-be-sensitive'} or (withheld and ${unsettled.includes(it.state)}),
      decided_at = ${undecided.includes(it.state) ? null : at}, decided_by = ${it.decidedBy ?? null}
      ${seen ? seenColumns(tx, seen) : tx``}
    where id = ${id}
  `
}

/** What was seen in a message that was read again; who sent it was judged when it came. */
export async function markSeen(tx: Tx, id: string, seen: Seen): Promise<void> {
  await tx`
    update mail.intake set message_id = ${seen.messageId ?? null}, content_sha256 = ${seen.contentSha256 ?? null},
      from_address = ${seen.fromAddress}, from_name = ${seen.fromName}, subject = ${seen.subject}
    where id = ${id}
  `
}

const seenColumns = (tx: Tx, seen: Seen) => tx`
  , message_id = ${seen.messageId ?? null}, content_sha256 = ${seen.contentSha256 ?? null},
  from_address = ${seen.fromAddress}, from_name = ${seen.fromName}, subject = ${seen.subject},
  sender_check = ${seen.verdict ? JSON.stringify(seen.verdict) : null}
`
