import type { Tx } from '#platform/db/database.ts'

export type Passkey = {
  readonly id: string
  readonly personId: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

const columns = (tx: Tx) =>
  tx`k.id, k.person_id, k.credential_id, k.public_key, k.counter, k.name, k.created_at, k.last_used_at`

export const readPasskeys = (tx: Tx, personId: string): Promise<Passkey[]> => tx<Passkey[]>`
  select ${columns(tx)} from people.passkey k where k.person_id = ${personId} order by k.created_at, k.id
`

/** The key of that name, of somebody who may still sign in. */
export async function readPasskey(tx: Tx, credentialId: string): Promise<Passkey | undefined> {
  const [found] = await tx<Passkey[]>`
    select ${columns(tx)} from people.passkey k join people.person p on p.id = k.person_id
    where k.credential_id = ${credentialId} and p.disabled_at is null
  `
  return found
}

export type NewPasskey = Pick<Passkey, 'personId' | 'credentialId' | 'publicKey' | 'counter' | 'name'>

/** False when somebody has this key already. */
export async function insertPasskey(tx: Tx, it: NewPasskey, at: Date): Promise<boolean> {
  const done = await tx`
    insert into people.passkey (person_id, credential_id, public_key, counter, name, created_at)
    values (${it.personId}, ${it.credentialId}, ${it.publicKey}, ${it.counter}, ${it.name}, ${at})
    on conflict (credential_id) do nothing returning id
  `
  return done.length > 0
}

export async function updatePasskeyUsed(tx: Tx, id: string, counter: number, at: Date): Promise<void> {
  await tx`update people.passkey set counter = ${counter}, last_used_at = ${at} where id = ${id}`
}

/** The name it had; undefined when it is not theirs. */
export async function deletePasskey(tx: Tx, id: string, personId: string): Promise<string | undefined> {
  const [gone] = await tx<
    { name: string }[]
  >`delete from people.passkey where id = ${id} and person_id = ${personId} returning name`
  return gone?.name
}

export async function deletePasskeysOf(tx: Tx, personId: string): Promise<number> {
  return (await tx`delete from people.passkey where person_id = ${personId} returning id`).length
}

/** Takes a challenge; false when it was taken before. */
export async function insertUsedChallenge(tx: Tx, hash: Buffer, at: Date): Promise<boolean> {
  const done = await tx`
    insert into people.used_challenge (hash, used_at) values (${hash}, ${at}) on conflict do nothing returning hash
  `
  return done.length > 0
}
