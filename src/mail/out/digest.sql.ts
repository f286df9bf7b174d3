import type { Tx } from '#platform/db/database.ts'
import type { MailKind } from './outbox-mail.ts'

/** An event that waits for somebody's digest. */
export type DigestLine = { readonly id: string; readonly eventId: string; readonly kind: MailKind; readonly at: Date }

export type NewDigestLine = {
  readonly person: string
  readonly eventId: string
  readonly kind: MailKind
  readonly rhythm: 'daily' | 'weekly'
}

/** Keeps an event for a digest; a second time changes nothing. Needs a transaction of the system. */
export async function keepForDigest(tx: Tx, it: NewDigestLine, at: Date): Promise<void> {
  await tx`
    insert into mail.digest_line (person_id, event_id, kind, rhythm, created_at)
    values (${it.person}, ${it.eventId}, ${it.kind}, ${it.rhythm}, ${at})
    on conflict (person_id, event_id, kind) do nothing
  `
}

/** Whose digest has something in it. */
export async function whoWaits(tx: Tx, rhythms: readonly string[]): Promise<string[]> {
  const rows = await tx<{ personId: string }[]>`
    select distinct person_id from mail.digest_line where taken_at is null and rhythm = any(${rhythms}::text[])
  `
  return rows.map(row => row.personId)
}

/** Takes what waits for somebody, the oldest first: of two digests at the same moment one gets it. */
export const takeLines = (tx: Tx, person: string, rhythms: readonly string[], at: Date): Promise<DigestLine[]> =>
  tx<DigestLine[]>`
    with taken as (
      update mail.digest_line set taken_at = ${at}
      where person_id = ${person} and taken_at is null and rhythm = any(${rhythms}::text[])
      returning id, event_id, kind, created_at
    )
    select id, event_id, kind, created_at as at from taken order by created_at, id
  `

/** Nobody but these is told of these events any more. */
export async function dropLines(tx: Tx, eventIds: readonly string[], permitted: readonly string[]): Promise<void> {
  await tx`
    delete from mail.digest_line
    where event_id = any (${eventIds as string[]}::uuid[]) and person_id <> all (${permitted as string[]}::uuid[])
      and taken_at is null
  `
}

export async function deleteTakenLines(tx: Tx, before: Date): Promise<void> {
  await tx`delete from mail.digest_line where taken_at < ${before}`
}
