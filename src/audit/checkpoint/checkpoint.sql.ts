import type { Tx } from '#platform/db/database.ts'
import type { Attested, Checkpoint } from './checkpoint.ts'

export type KeptCheckpoint = Checkpoint & { readonly id: number }

/** Where the chain ends now; undefined while nothing is sealed. */
export async function endOfChain(
  tx: Tx,
): Promise<Pick<Attested, 'seal' | 'head' | 'lastEntry' | 'entries'> | undefined> {
  const [row] = await tx<Pick<Attested, 'seal' | 'head' | 'lastEntry' | 'entries'>[]>`
    select number as seal, hash as head, last_id as last_entry, k.entries + (
        select coalesce(sum(cardinality(s.ids)), 0) from audit.seal s where s.number > k.seal
      )::bigint as entries
    from audit.seal,
      lateral (
        select coalesce(max(seal), 0) as seal, coalesce(max(entries), 0) as entries from audit.checkpoint
      ) k
    order by number desc limit 1
  `
  return row
}

export async function insertCheckpoint(tx: Tx, it: Checkpoint): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into audit.checkpoint (made_at, council, seal, head, last_entry, entries, public_key, signature)
    values (${it.madeAt}, ${it.council}, ${it.seal}, ${it.head}, ${it.lastEntry}, ${it.entries}, ${it.publicKey},
      ${it.signature})
    returning id
  `
  return row!.id
}

const columns = (tx: Tx) => tx`id, made_at, council, seal, head, last_entry, entries, public_key, signature`

/** The newest first, below an id when one is given. */
export const checkpointsBelow = (tx: Tx, below: number | undefined, limit: number): Promise<KeptCheckpoint[]> =>
  tx<KeptCheckpoint[]>`
    select ${columns(tx)} from audit.checkpoint where ${below === undefined ? tx`true` : tx`id < ${below}`}
    order by id desc limit ${limit}
  `

export async function checkpointById(tx: Tx, id: number): Promise<KeptCheckpoint | undefined> {
  const [row] = await tx<KeptCheckpoint[]>`select ${columns(tx)} from audit.checkpoint where id = ${id}`
  return row
}

/** Every checkpoint that is kept, oldest first: one for each day. */
export const allCheckpoints = (tx: Tx): Promise<KeptCheckpoint[]> =>
  tx<KeptCheckpoint[]>`select ${columns(tx)} from audit.checkpoint order by seal, id`
