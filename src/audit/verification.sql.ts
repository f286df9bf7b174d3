import type { Tx } from '#platform/db/database.ts'

/** What a check of the chain found, as it is kept. */
export type KeptVerification = {
  readonly at: Date
  readonly sound: boolean
  readonly words: string
  readonly entries: number
  readonly seals: number
  /** the hash of the last seal; null when nothing was sealed */
  readonly head: Buffer | null
}

export async function insertVerification(tx: Tx, it: KeptVerification): Promise<void> {
  await tx`
    insert into audit.verification (at, sound, words, entries, seals, head)
    values (${it.at}, ${it.sound}, ${it.words}, ${it.entries}, ${it.seals}, ${it.head})
  `
}

export async function lastVerification(tx: Tx): Promise<KeptVerification | undefined> {
  const [row] = await tx<KeptVerification[]>`
    select at, sound, words, entries, seals, head from audit.verification order by id desc limit 1
  `
  return row
}

/** The head of the last sound check: where the chain must still pass through. */
export async function lastKnownHead(tx: Tx): Promise<{ number: number; hash: Buffer } | undefined> {
  const [row] = await tx<{ number: number; hash: Buffer }[]>`
    select seals as number, head as hash from audit.verification where sound and head is not null order by id desc limit 1
  `
  return row
}

export async function viewerReads(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ reads: boolean }[]>`select audit.viewer_reads() as reads`
  return row!.reads
}
