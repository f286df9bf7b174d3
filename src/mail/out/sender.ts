import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import type { OutboxMail } from './outbox-mail.ts'
import * as sql from './outbox.sql.ts'
import { leaseUntil, nextAttempt } from './retry.ts'
import type { Attempt, NotAccepted, Transport } from './transport.ts'
import { markUnreachable } from './unreachable.sql.ts'

/** What the rooms above add to sending. */
export type Sending = {
  /**
   * Whether the recipient may still read it and it still holds; undefined: yes, else why not. Asked at the moment of
   * sending. What does not hold just now is asked about again a day later.
   */
  readonly maySend: (tx: Tx, mail: OutboxMail, now: Date) => Promise<string | Later | undefined>
  /** told, in the same transaction, when a mail was accepted or given up: answers count only once delivered */
  readonly onSettled?: (tx: Tx, mail: OutboxMail, how: 'sent' | 'failed', reason: string) => Promise<void>
}

export type Later = { readonly notNow: string }

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
  const attempts = await Promise.allSettled(mails.map(mail => sendOne(db, transport, now, sending, mail)))
  // a fault of ours with one mail must not leave the others of the batch half done
  const broken = attempts.find(it => it.status === 'rejected')
  if (broken) throw broken.reason
  const outcomes = attempts.map(it => (it.status === 'fulfilled' ? it.value : undefined))
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

async function sendOne(
  db: Database,
  transport: Transport | undefined,
  now: Date,
  sending: Sending,
  mail: OutboxMail,
): Promise<Outcome> {
  const before = await inTransaction(db, 'system', tx => checkRight(tx, transport, now, sending, mail))
  if (before !== 'go') return before
  if (!transport) return 'held'
  // no transaction is open while the other server takes its time
  const attempt = await transport.send(mail)
  return inTransaction(db, 'system', tx => settle(tx, now, sending, mail, attempt))
}

async function checkRight(
  tx: Tx,
  transport: Transport | undefined,
  now: Date,
  sending: Sending,
  mail: OutboxMail,
): Promise<'go' | 'held' | 'withdrawn' | 'deferred'> {
  const refusal = await sending.maySend(tx, mail, now)
  if (typeof refusal === 'object') {
    await sql.markForRetry(tx, mail.id, mail.attempts, new Date(now.getTime() + dayMs), refusal.notNow)
    return 'deferred'
  }
  if (refusal !== undefined) {
    await sql.withdraw(tx, { id: mail.id }, refusal)
    return 'withdrawn'
  }
  if (transport) return 'go'
  await sql.markEnded(tx, mail.id, mail.attempts, 'held', null)
  return 'held'
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
  if (!(await sql.markEnded(tx, mail.id, mail.attempts, 'failed', error))) return
  if (badAddress) await markUnreachable(tx, mail.toAddress, error, now)
  await sending.onSettled?.(tx, mail, 'failed', error)
}
