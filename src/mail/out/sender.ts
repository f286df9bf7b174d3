import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import type { OutboxMail } from './outbox-mail.ts'
import * as sql from './outbox.sql.ts'
import { leaseUntil, nextAttempt } from './retry.ts'
import type { Attempt, NotAccepted, Transport } from './transport.ts'
import { markUnreachable } from './unreachable.sql.ts'

/** What the rooms above add to sending. */
export type Sending = {
  /**
   * Why mails do not go, by their ids: the recipient may not read it any more, or it holds no more. Asked at the moment of
   * sending. What does not hold just now is asked about again a day later.
   */
  readonly maySend: (tx: Tx, mails: readonly OutboxMail[], now: Date) => Promise<NotToSend>
  /** told, in the same transaction, when a mail was accepted or given up: answers count only once delivered */
  readonly onSettled?: (tx: Tx, mail: OutboxMail, how: 'sent' | 'failed', reason: string) => Promise<void>
}

export type Later = { readonly notNow: string }

export type NotToSend = ReadonlyMap<string, string | Later>

export type Sent = {
  readonly taken: number
  readonly sent: number
  readonly failed: number
  readonly deferred: number
  readonly held: number
  readonly withdrawn: number
}

/**
 * Sends what is due, at most `batch` mails; call again while `taken` equals `batch`. Without a transport (no SMTP_URL)
 * mail is held in the outbox for good, so that a server set up later does not pour out a demonstration's mail.
 *
 * At least once: between the server's 250 and our commit the process may die. The lease then ends and the mail is sent
 * again with the same Message-ID and date, by which mail programs show it once. The other order, marking first, could
 * lose an answer, which is worse. Many workers may run this at the same time.
 */
export async function sendDue(
  db: Database,
  transport: Transport | undefined,
  now: Date,
  sending: Sending,
  batch = 20,
): Promise<Sent> {
  const mails = await inTransaction(db, 'system', tx => sql.claimDue(tx, now, leaseUntil(now), batch))
  const outcomes = mails.length > 0 ? await outcomesOf(db, transport, now, sending, mails) : []
  const count = (outcome: Outcome) => outcomes.filter(it => it === outcome).length
  return {
    taken: mails.length,
    sent: count('sent'),
    failed: count('failed'),
    deferred: count('deferred'),
    held: count('held'),
    withdrawn: count('withdrawn'),
  }
}

const dayMs = 86_400_000

type Outcome = 'sent' | 'failed' | 'deferred' | 'held' | 'withdrawn'

async function outcomesOf(
  db: Database,
  transport: Transport | undefined,
  now: Date,
  sending: Sending,
  mails: readonly OutboxMail[],
): Promise<Outcome[]> {
  const { checked, broken } = await eachOrAll(mails, some =>
    inTransaction(db, 'system', tx => checkRights(tx, transport, now, sending, some)),
  )
  const attempts = await Promise.allSettled(
    [...checked].map(async ([mail, before]) =>
      before === 'go' ? sendOne(db, transport!, now, sending, mail) : before,
    ),
  )
  const failure = broken ?? attempts.find(it => it.status === 'rejected')
  if (failure) throw failure.reason
  return attempts.flatMap(it => (it.status === 'fulfilled' ? it.value : []))
}

/** Checks all together; a fault of ours with one mail must not leave the others of the batch half done. */
async function eachOrAll(
  mails: readonly OutboxMail[],
  check: (mails: readonly OutboxMail[]) => Promise<Checked>,
): Promise<{ readonly checked: Checked; readonly broken?: PromiseRejectedResult | undefined }> {
  const together = await check(mails).catch(() => undefined)
  if (together) return { checked: together }
  const each = await Promise.allSettled(mails.map(mail => check([mail])))
  const checked = new Map(each.flatMap(it => (it.status === 'fulfilled' ? [...it.value] : [])))
  return { checked, broken: each.find(it => it.status === 'rejected') }
}

async function sendOne(
  db: Database,
  transport: Transport,
  now: Date,
  sending: Sending,
  mail: OutboxMail,
): Promise<Outcome> {
  // no transaction is open while the other server takes its time
  const attempt = await transport.send(mail)
  return inTransaction(db, 'system', tx => settle(tx, now, sending, mail, attempt))
}

type Checked = ReadonlyMap<OutboxMail, 'go' | 'held' | 'withdrawn' | 'deferred'>

/** Writes down what does not go; without a transport nothing does. */
async function checkRights(
  tx: Tx,
  transport: Transport | undefined,
  now: Date,
  sending: Sending,
  mails: readonly OutboxMail[],
): Promise<Checked> {
  const refusals = await sending.maySend(tx, mails, now)
  for (const mail of mails) {
    const refusal = refusals.get(mail.id)
    if (typeof refusal === 'string') await sql.withdraw(tx, mail.id, refusal)
    else if (refusal)
      await sql.markForRetry(tx, mail.id, mail.attempts, new Date(now.getTime() + dayMs), refusal.notNow)
  }
  const going = mails.filter(mail => !refusals.has(mail.id))
  if (!transport) await sql.markHeld(tx, going)
  return new Map(
    mails.map(mail => {
      const refusal = refusals.get(mail.id)
      if (refusal === undefined) return [mail, transport ? 'go' : 'held']
      return [mail, typeof refusal === 'string' ? 'withdrawn' : 'deferred']
    }),
  )
}

async function settle(tx: Tx, now: Date, sending: Sending, mail: OutboxMail, attempt: Attempt): Promise<Outcome> {
  if (attempt.outcome === 'accepted') {
    if (await sql.markSent(tx, mail.id, now)) await sending.onSettled?.(tx, mail, 'sent', '')
    return 'sent'
  }
  const again = attempt.outcome === 'deferred' ? nextAttempt(mail.attempts, now) : undefined
  if (again) {
    await sql.markForRetry(tx, mail.id, mail.attempts, again, attempt.error)
    return 'deferred'
  }
  await giveUp(tx, now, sending, mail, attempt)
  return 'failed'
}

async function giveUp(
  tx: Tx,
  now: Date,
  sending: Sending,
  mail: OutboxMail,
  { error, badAddress }: NotAccepted,
): Promise<void> {
  if (!(await sql.markFailed(tx, mail.id, mail.attempts, error))) return
  if (badAddress) await markUnreachable(tx, mail.toAddress, error, now)
  await sending.onSettled?.(tx, mail, 'failed', error)
}
