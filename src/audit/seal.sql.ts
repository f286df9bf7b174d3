import type { Tx } from '#platform/db/database.ts'
import type { SealedRange } from './digest.ts'
import type { WrittenEntry } from './entry.ts'

export type Seal = SealedRange & { readonly previousHash: Buffer; readonly hash: Buffer; readonly sealedAt: Date }

/** One sealer at a time; the next one waits and then finds nothing left to do. */
export async function lockSealing(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('audit.seal'))`
}

export async function lastSeal(tx: Tx): Promise<Seal | undefined> {
  const [row] = await tx<Seal[]>`
    select number, after_id, last_id, ids, digests, previous_hash, hash, sealed_at from audit.seal
    order by number desc limit 1
  `
  return row
}

/** The seals after a number, in order. */
export const sealsAfter = (tx: Tx, number: number, limit: number): Promise<Seal[]> =>
  tx<Seal[]>`
    select number, after_id, last_id, ids, digests, previous_hash, hash, sealed_at from audit.seal
    where number > ${number} order by number limit ${limit}
  `

export async function insertSeal(tx: Tx, it: Omit<Seal, 'sealedAt'>): Promise<void> {
  await tx`
    insert into audit.seal (number, after_id, last_id, ids, digests, previous_hash, hash)
    values (${it.number}, ${it.afterId}, ${it.lastId}, ${[...it.ids]}::bigint[], ${it.digests}, ${it.previousHash}, ${it.hash})
  `
}

/** The highest id ever drawn, by whatever transaction, finished or not; 0 when none was. */
export async function highestIdDrawn(tx: Tx): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    select case when is_called then last_value else 0 end as id from audit.entry_id_seq
  `
  return row!.id
}

/** The other transactions that have begun to write entries and are not finished. */
export async function writersNow(tx: Tx): Promise<string[]> {
  const rows = await tx<{ writer: string }[]>`
    select distinct virtualtransaction as writer from pg_locks
    where locktype = 'relation' and relation = 'audit.entry'::regclass and mode = 'RowExclusiveLock'
      and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid()
  `
  return rows.map(row => row.writer)
}

export async function pause(tx: Tx, seconds: number): Promise<void> {
  await tx`select pg_sleep(${seconds})`
}

/** Entries after one id up to and with another, in order, every field as the digest needs it. */
export const entriesBetween = (tx: Tx, afterId: number, untilId: number, limit: number): Promise<WrittenEntry[]> =>
  tx<WrittenEntry[]>`
    select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      to_char(written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as written_at,
      actor, on_behalf_of, act, subject_kind, subject_id, subject_reference, details::text as details
    from audit.entry where id > ${afterId} and id <= ${untilId} order by id limit ${limit}
  `

/** The first entry after an id that was written before an instant. */
export async function firstWrittenBefore(
  tx: Tx,
  afterId: number,
  before: Date,
): Promise<{ id: number; writtenAt: Date } | undefined> {
  const [row] = await tx<{ id: number; writtenAt: Date }[]>`
    select id, written_at from audit.entry where id > ${afterId} and written_at < ${before} order by id limit 1
  `
  return row
}
