import type { Tx } from '#platform/db/database.ts'

export type ApiToken = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  /** within five minutes; null: never used */
  readonly lastUsedAt: Date | null
}

export async function insertToken(
  tx: Tx,
  it: { personId: string; name: string; hash: Buffer; at: Date },
): Promise<void> {
  await tx`
    insert into people.api_token (person_id, name, token_hash, created_at)
    values (${it.personId}, ${it.name}, ${it.hash}, ${it.at})
  `
}

export const readTokens = (tx: Tx, personId: string): Promise<ApiToken[]> => tx<ApiToken[]>`
  select id, name, created_at, last_used_at from people.api_token
  where person_id = ${personId} and revoked_at is null order by created_at desc, id
`

/** Revokes one token of that person; false when it is not theirs or revoked already. */
export async function updateTokenRevoked(tx: Tx, id: string, personId: string, at: Date): Promise<boolean> {
  const done = await tx`
    update people.api_token set revoked_at = ${at} where id = ${id} and person_id = ${personId} and revoked_at is null
    returning id
  `
  return done.length > 0
}

export async function updateTokensRevoked(tx: Tx, personId: string, at: Date): Promise<number> {
  return (
    await tx`update people.api_token set revoked_at = ${at} where person_id = ${personId} and revoked_at is null returning id`
  ).length
}
