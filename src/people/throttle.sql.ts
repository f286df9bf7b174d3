import type { Tx } from '#platform/db/database.ts'

/** One attempt under a key at a time, in whatever process: a hundred at once are counted as a hundred. */
export async function lockKey(tx: Tx, key: Buffer): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${key.toString('hex')}, 1))`
}

/** Notes an attempt under each key; the ids, to take them out again when it succeeds. */
export async function insertAttempts(tx: Tx, keys: readonly Buffer[], at: Date): Promise<string[]> {
  const made = await tx<{ id: string }[]>`
    insert into people.attempt (key, tried_at) select decode(key, 'hex'), ${at}
    from unnest(${keys.map(key => key.toString('hex'))}::text[]) as k(key) returning id
  `
  return made.map(row => row.id)
}

export async function countAttempts(tx: Tx, key: Buffer, since: Date): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*) as n from people.attempt where key = ${key} and tried_at > ${since}
  `
  return row?.n ?? 0
}

export async function deleteAttempts(tx: Tx, ids: readonly string[], key: Buffer): Promise<void> {
  await tx`delete from people.attempt where id = any(${ids}::uuid[]) or key = ${key}`
}

/** Attempts and challenges nobody asks for any more. */
export async function deleteOldAttempts(tx: Tx, before: Date): Promise<void> {
  await tx`delete from people.attempt where tried_at < ${before}`
  await tx`delete from people.used_challenge where used_at < ${before}`
}
