import type { Tx } from '#platform/db/database.ts'

export type NewLink = { personId: string; hash: Buffer; wanted: string; createdAt: Date; expiresAt: Date }

export async function insertLink(tx: Tx, it: NewLink): Promise<void> {
  await tx`
    insert into people.sign_in_link (person_id, token_hash, wanted, created_at, expires_at)
    values (${it.personId}, ${it.hash}, ${it.wanted}, ${it.createdAt}, ${it.expiresAt})
  `
}

/** Links asked for by a person since an instant, used or not. */
export async function countLinks(tx: Tx, personId: string, since: Date): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*) as n from people.sign_in_link where person_id = ${personId} and created_at > ${since}
  `
  return row?.n ?? 0
}

export type Holder = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly wanted: string
}

export async function readLinkHolder(tx: Tx, hash: Buffer, at: Date): Promise<Holder | undefined> {
  const [found] = await tx<Holder[]>`
    select p.id as person_id, p.name, p.email::text, l.wanted
    from people.sign_in_link l join people.person p on p.id = l.person_id
    where l.token_hash = ${hash} and l.used_at is null and l.expires_at > ${at} and p.disabled_at is null
  `
  return found
}

/** Uses a link up. Of two at the same moment one gets the person, the other undefined. */
export async function useUpLink(
  tx: Tx,
  hash: Buffer,
  at: Date,
): Promise<{ personId: string; wanted: string } | undefined> {
  const [used] = await tx<{ personId: string; wanted: string }[]>`
    update people.sign_in_link l set used_at = ${at} from people.person p
    where l.token_hash = ${hash} and l.used_at is null and l.expires_at > ${at}
      and p.id = l.person_id and p.disabled_at is null
    returning l.person_id, l.wanted
  `
  return used
}

export async function deleteLinks(tx: Tx, before: Date): Promise<number> {
  return (await tx`delete from people.sign_in_link where expires_at < ${before} returning id`).length
}

export async function endLinksOf(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx`update people.sign_in_link set used_at = ${at} where person_id = ${personId} and used_at is null`
}
