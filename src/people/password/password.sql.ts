import type { Tx } from '#platform/db/database.ts'

/** Whoever signs in with this address, and the hash they are measured by. */
export type WithPassword = {
  readonly personId: string
  readonly hash: string | null
  readonly disabled: boolean
}

export async function readPasswordByAddress(tx: Tx, address: string): Promise<WithPassword | undefined> {
  const [found] = await tx<WithPassword[]>`
    select p.id as person_id, w.hash, p.disabled_at is not null as disabled
    from people.person p left join people.password w on w.person_id = p.id
    where p.id in (
      select id from people.person where email = ${address}::citext
      union all
      select person_id from people.email_address where address = ${address}::citext and verified_at is not null)
  `
  return found
}

export async function readPassword(tx: Tx, personId: string): Promise<string | undefined> {
  const [found] = await tx<{ hash: string }[]>`select hash from people.password where person_id = ${personId}`
  return found?.hash
}

export async function savePassword(tx: Tx, personId: string, hash: string, at: Date): Promise<void> {
  await tx`
    insert into people.password (person_id, hash, set_at) values (${personId}, ${hash}, ${at})
    on conflict (person_id) do update set hash = excluded.hash, set_at = excluded.set_at
  `
}

/** Puts a hash of today's cost in the place of an older one, unless the password was changed meanwhile. */
export async function renewPassword(tx: Tx, personId: string, before: string, hash: string): Promise<void> {
  await tx`update people.password set hash = ${hash} where person_id = ${personId} and hash = ${before}`
}

export async function deletePassword(tx: Tx, personId: string): Promise<boolean> {
  return (await tx`delete from people.password where person_id = ${personId} returning person_id`).length > 0
}
