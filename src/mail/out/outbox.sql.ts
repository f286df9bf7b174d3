import type { Asking } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { MailKind, NewOutboxMail, OutboxMail } from './outbox-mail.ts'

const columns = (tx: Tx) => tx`
  o.id, o.once_key, o.kind, o.to_person, o.to_name, o.to_address, o.from_name, o.from_address, o.about_enquiry, o.reference, o.about_message,
  o.restricted, o.subject, o.text, o.html, o.message_id, o.in_reply_to, o.refs, o.reply_to, o.automatic, o.stop_url, o.files, o.state, o.attempts,
  o.next_attempt_at, o.last_error, o.created_at, o.sent_at
`

/**
 * Keeps several, handed over as one value; gives the ids of those kept. Not kept is what has told the same recipient the
 * same of the same event already.
 */
export async function insertMails(tx: Tx, mails: readonly NewOutboxMail[]): Promise<ReadonlySet<string>> {
  const rows = await tx<{ id: string }[]>`
    insert into mail.outbox (
      id, once_key, kind, to_person, to_name, to_address, from_name, from_address, about_enquiry, reference, about_message,
      restricted, subject, text, html, message_id, in_reply_to, refs, reply_to, automatic, stop_url, files, created_at, next_attempt_at
    )
    select id, "onceKey", kind, "toPerson", "toName", "toAddress", "fromName", "fromAddress", "aboutEnquiry", reference, "aboutMessage",
      restricted, subject, text, html, "messageId", "inReplyTo", refs, "replyTo", automatic, "stopUrl", files, "createdAt", "createdAt"
    from jsonb_to_recordset(${JSON.stringify(mails, wellFormed)}::jsonb) as n (
      id uuid, "onceKey" text, kind text, "toPerson" uuid, "toName" text, "toAddress" text, "fromName" text, "fromAddress" text,
      "aboutEnquiry" uuid, reference text, "aboutMessage" uuid, restricted boolean, subject text, text text, html text,
      "messageId" text, "inReplyTo" text, refs text[], "replyTo" text, automatic boolean, "stopUrl" text, files jsonb,
      "createdAt" timestamptz)
    on conflict (once_key) do nothing
    returning id
  `
  return new Set(rows.map(it => it.id))
}

/** Half a character, as cutting may leave it, is none to the database. */
const wellFormed = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value)

/**
 * Takes what is due, oldest first, and marks it as being sent until the lease ends. Workers never take the same mail:
 * each skips what another has locked. A mail whose lease ended was left behind by a crash and is taken like any other.
 */
export const claimDue = (tx: Tx, at: Date, leaseUntil: Date, limit: number): Promise<OutboxMail[]> => tx<OutboxMail[]>`
  update mail.outbox o
  set state = 'sending', attempts = o.attempts + 1, next_attempt_at = ${leaseUntil}
  from (
    select id from mail.outbox
    where state in ('queued', 'sending') and next_attempt_at <= ${at}
    order by next_attempt_at limit ${limit} for update skip locked
  ) due
  where o.id = due.id
  returning ${columns(tx)}
`

/**
 * It left the house: that stands, even if it was withdrawn while it was on its way. False when it was marked before. A
 * link that proves somebody is erased once it has left: nobody needs it in the outbox any more.
 */
export async function markSent(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx`
    update mail.outbox set state = 'sent', sent_at = ${at}, last_error = null,
      text = case when kind in ('sign-in', 'address-proof') then '' else text end,
      html = case when kind in ('sign-in', 'address-proof') then '' else html end
    where id = ${id} and state in ('sending', 'queued', 'withdrawn')
  `
  return count === 1
}

/** `attempt` fences off a worker whose lease ended: what another worker does meanwhile stands. */
export async function markForRetry(
  tx: Tx,
  id: string,
  attempt: number,
  nextAttemptAt: Date,
  error: string,
): Promise<void> {
  await tx`
    update mail.outbox set state = 'queued', next_attempt_at = ${nextAttemptAt}, last_error = ${error}
    where id = ${id} and state = 'sending' and attempts = ${attempt}
  `
}

export async function markFailed(tx: Tx, id: string, attempt: number, error: string): Promise<boolean> {
  const { count } = await tx`
    update mail.outbox set state = 'failed', last_error = ${error}
    where id = ${id} and state = 'sending' and attempts = ${attempt}
  `
  return count === 1
}

/** They stay where they are: there is no way out. */
export async function markHeld(tx: Tx, mails: readonly Pick<OutboxMail, 'id' | 'attempts'>[]): Promise<void> {
  if (mails.length === 0) return
  await tx`
    update mail.outbox o set state = 'held', last_error = null
    from unnest(${mails.map(it => it.id)}::uuid[], ${mails.map(it => it.attempts)}::int[]) as taken (id, attempt)
    where o.id = taken.id and o.state = 'sending' and o.attempts = taken.attempt
  `
}

/** Not sent after all: the words are erased, the fact that there was a mail stays. */
export async function withdraw(tx: Tx, id: string, reason: string): Promise<void> {
  await tx`
    update mail.outbox set state = 'withdrawn', last_error = ${reason}, subject = '', text = '', html = '', files = '[]'
    where id = ${id} and state in ('queued', 'sending')
  `
}

/**
 * What waits to be sent about an enquiry that more people saw is taken back: everything to whoever may no longer see it,
 * and what nobody typed. Letters that left already stay where they are, and are no longer shown to who got them.
 */
export async function takeBackFrom(
  tx: Tx,
  enquiry: string,
  permitted: readonly string[],
  reason: string,
): Promise<number> {
  const mayStay = tx`coalesce(to_person = any (${permitted as string[]}::uuid[]), false)`
  const { count } = await tx`
    update mail.outbox set state = 'withdrawn', last_error = ${reason}, subject = '', text = '', html = '', files = '[]'
    where about_enquiry = ${enquiry} and state in ('queued', 'sending') and (automatic or not ${mayStay})
  `
  await tx`update mail.outbox set restricted = true, hidden = not ${mayStay} where about_enquiry = ${enquiry}`
  return count
}

export async function markBounced(tx: Tx, id: string, reason: string): Promise<OutboxMail | undefined> {
  const [row] = await tx<OutboxMail[]>`
    update mail.outbox o set state = 'bounced', last_error = ${reason}
    where o.id = ${id} and o.state in ('queued', 'sending', 'sent', 'failed')
    returning ${columns(tx)}
  `
  return row
}

/** What tells how far a mail got; its words, which are long, are not in it. */
export type Delivering = Pick<
  OutboxMail,
  'id' | 'toName' | 'toAddress' | 'aboutMessage' | 'state' | 'attempts' | 'nextAttemptAt' | 'lastError' | 'sentAt'
>

/** The mails that deliver these messages, or any message of this enquiry, oldest first. */
export const askDelivering = (
  tx: Tx,
  which: { readonly messages: readonly string[] } | { readonly enquiry: string },
): Asking<Delivering[]> => ({
  statement: tx`
    select o.id, o.to_name, o.to_address, o.about_message, o.state, o.attempts, o.next_attempt_at, o.last_error, o.sent_at
    from mail.outbox o
    where ${
      'messages' in which
        ? tx`o.about_message = any(${[...which.messages]})`
        : tx`o.about_enquiry = ${which.enquiry} and o.about_message is not null`
    }
    order by o.created_at, o.id
  `,
  read: (rows: Delivering[]) =>
    rows.map(it => ({
      ...it,
      nextAttemptAt: new Date(it.nextAttemptAt),
      sentAt: it.sentAt && new Date(it.sentAt),
    })),
})

export async function mailOf(tx: Tx, id: string): Promise<OutboxMail | undefined> {
  const [row] = await tx<OutboxMail[]>`select ${columns(tx)} from mail.outbox o where o.id = ${id}`
  return row
}

/** Receipts written of late, as far as the brakes ask. */
export type ReceiptsLately = {
  /** of these enquiries, those that have theirs */
  readonly had: readonly string[]
  readonly senders: readonly { readonly address: string; readonly inHour: number; readonly inDay: number }[]
  readonly toAllInHour: number
}

/** Counting for everybody stops at `enough`: beyond the limit the exact number does not matter. */
export async function receiptsLately(
  tx: Tx,
  { enquiries, addresses }: { readonly enquiries: readonly string[]; readonly addresses: readonly string[] },
  at: Date,
  enough: number,
): Promise<ReceiptsLately> {
  const [hourAgo, dayAgo] = [3_600_000, 86_400_000].map(span => new Date(at.getTime() - span)) as [Date, Date]
  const [row] = await tx<ReceiptsLately[]>`
    select
      array(
        select distinct about_enquiry from mail.outbox
        where about_enquiry = any (${[...enquiries]}::uuid[]) and kind = 'receipt'
      ) as had,
      (select coalesce(json_agg(s), '[]') from (
        select to_address as address, count(*) filter (where created_at > ${hourAgo}) as "inHour", count(*) as "inDay"
        from mail.outbox
        where kind in ('receipt', 'confirmation') and to_address = any (${[...addresses]}::text[]) and created_at > ${dayAgo}
        group by to_address
      ) s) as senders,
      (select count(*) from (
        select from mail.outbox where kind in ('receipt', 'confirmation') and created_at > ${hourAgo} limit ${enough}
      ) lately) as to_all_in_hour
  `
  return row!
}

/** How many letters of a kind were written to somebody since a moment, those about this event left out. */
export async function othersWritten(
  tx: Tx,
  { person, kind, since, event }: { person: string; kind: MailKind; since: Date; event: string },
): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from mail.outbox
    where to_person = ${person} and created_at >= ${since} and kind = ${kind} and not starts_with(once_key, ${`${event} `})
  `
  return row!.n
}
