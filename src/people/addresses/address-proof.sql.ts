import type { Tx } from '#platform/db/database.ts'

export type NewProof = {
  readonly hash: Buffer
  readonly personId: string
  readonly address: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function insertProof(tx: Tx, it: NewProof): Promise<void> {
  await tx`
    insert into people.address_proof (token_hash, person_id, address, created_at, expires_at)
    values (${it.hash}, ${it.personId}, ${it.address}, ${it.createdAt}, ${it.expiresAt})
  `
}

export async function countProofs(tx: Tx, personId: string, since: Date): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*) as n from people.address_proof where person_id = ${personId} and created_at > ${since}
  `
  return row?.n ?? 0
}

/** The address a token of this person proves, while it holds. */
export async function readProof(tx: Tx, hash: Buffer, personId: string, at: Date): Promise<string | undefined> {
  const [row] = await tx<{ address: string }[]>`
    select address::text from people.address_proof
    where token_hash = ${hash} and person_id = ${personId} and used_at is null and expires_at > ${at}
  `
  return row?.address
}

/** Uses a token up; false when somebody was quicker. */
export async function useProof(tx: Tx, hash: Buffer, at: Date): Promise<boolean> {
  const { count } = await tx`
    update people.address_proof set used_at = ${at} where token_hash = ${hash} and used_at is null and expires_at > ${at}
  `
  return count === 1
}

/** Addresses somebody said are theirs and has not proven yet, newest first. */
export async function readClaims(tx: Tx, personId: string, at: Date): Promise<string[]> {
  const rows = await tx<{ address: string }[]>`
    select address::text from people.address_proof
    where person_id = ${personId} and used_at is null and expires_at > ${at}
    group by address order by max(created_at) desc
  `
  return rows.map(row => row.address)
}
