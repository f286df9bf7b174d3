import { parseReference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import type { OutboxMail } from '../outbox-mail.ts'

export type Entry = Pick<
  OutboxMail,
  'id' | 'kind' | 'toName' | 'toAddress' | 'reference' | 'subject' | 'state' | 'createdAt'
>
export type Asking = {
  readonly viewer: string | null
  readonly search: string
  readonly after?: string
  readonly limit: number
}

/** What of a restricted enquiry was written is for its recipient alone, here too (domain, section 6). */
const visibleTo = (tx: Tx, viewer: string | null) => tx`(not o.restricted or o.to_person = ${viewer})`

/** The mails, newest first, from below `after`. A reference finds its enquiry's mails, anything else part of a recipient. */
export const listOutbox = (tx: Tx, { viewer, search, after, limit }: Asking): Promise<Entry[]> => tx<Entry[]>`
  select o.id, o.kind, o.to_name, o.to_address, o.reference, o.subject, o.state, o.created_at
  from mail.outbox o
  where ${visibleTo(tx, viewer)} ${matching(tx, search)}
    ${after ? tx`and (o.created_at, o.id) < (select created_at, id from mail.outbox where id = ${after})` : tx``}
  order by o.created_at desc, o.id desc
  limit ${limit}
`

export async function readMail(tx: Tx, id: string, viewer: string | null): Promise<OutboxMail | undefined> {
  const [row] = await tx<OutboxMail[]>`
    select o.id, o.kind, o.to_person, o.to_name, o.to_address, o.from_name, o.from_address, o.about_enquiry, o.reference,
      o.about_message, o.restricted, o.subject, o.text, o.html, o.message_id, o.in_reply_to, o.refs, o.reply_to, o.automatic,
      o.state, o.attempts, o.next_attempt_at, o.last_error, o.created_at, o.sent_at
    from mail.outbox o where o.id = ${id} and ${visibleTo(tx, viewer)}
  `
  return row
}

function matching(tx: Tx, search: string) {
  if (search === '') return tx``
  const reference = parseReference(search)
  if (reference) return tx`and o.reference = ${reference}`
  const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return tx`and (o.to_address ilike ${part} or o.to_name ilike ${part})`
}
