import type { Tx } from '#platform/db/database.ts'

/** An address that mail comes back from. */
export type Failing = {
  readonly address: string
  readonly sinceAt: Date
  /** why it came back last, as the other mail server put it */
  readonly reason: string
  /** whose it is; null: of nobody here, such as somebody outside who was asked for a part of an answer */
  readonly person: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly disabled: boolean
  readonly isMember: boolean
  /** a further address of theirs, from which they only write */
  readonly further: boolean
  /** so many emails did not arrive and may be sent again */
  readonly lost: number
}

/** A bounce comes days after its mail. */
const bounceDays = 7

/**
 * What may be sent again: an answer or a question that came back was taken back on the enquiry and is written anew
 * there, and a link to sign in is over.
 */
const mayGoAgain = (tx: Tx) => tx`
  o.state in ('failed', 'bounced') and o.kind not in ('answer', 'question', 'sign-in', 'address-proof')
  and o.created_at >= u.since_at - make_interval(days => ${bounceDays})
`

/** Every failing address, the oldest first; few, because each costs somebody a telephone call. */
export const readFailing = (tx: Tx, address?: string): Promise<Failing[]> => tx<Failing[]>`
  select u.address::text, u.since_at, u.reason, p.id as person, p.name, p.phone, p.disabled_at is not null as disabled,
    exists (select from people.member m where m.person_id = p.id) as is_member,
    p.id is not null and p.email <> u.address as further,
    (select count(*)::int from mail.outbox o where o.to_person = p.id and o.to_address = u.address::text and ${mayGoAgain(tx)}) as lost
  from mail.unreachable u
  left join lateral (
    select q.id, q.name, q.phone, q.email, q.disabled_at from people.person q
    where q.email = u.address
       or q.id = (select a.person_id from people.email_address a where a.address = u.address and a.verified_at is not null)
    limit 1
  ) p on true
  where ${address === undefined ? tx`true` : tx`u.address = ${address}::public.citext`}
  order by u.since_at, u.address limit 200
`

export async function countFailing(tx: Tx): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from mail.unreachable`
  return row!.n
}

/** Puts what did not arrive there into the queue again, under the same Message-IDs; how many. */
export async function sendLostAgain(tx: Tx, { address, person }: Failing, at: Date): Promise<number> {
  const { count } = await tx`
    update mail.outbox o set state = 'queued', attempts = 0, next_attempt_at = ${at}, last_error = null
    from mail.unreachable u
    where u.address = ${address}::public.citext and o.to_person = ${person} and o.to_address = u.address::text
      and ${mayGoAgain(tx)}
  `
  return count
}
