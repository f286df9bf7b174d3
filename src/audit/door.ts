import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import { insertEntries, insertEntry } from './entry.sql.ts'
import type { Entry } from './entry.ts'
import { seal as sealEntries, type SealOptions } from './seal.ts'
import { insertVerification } from './verification.sql.ts'
import { verify as verifyChain, type Verification, type VerifyOptions } from './verify.ts'

export { fileNameOf, fileOf, readCheckpoint, type Checkpoint } from './checkpoint/checkpoint.ts'
export { signingKey, trustedKeys } from './checkpoint/key.ts'
export { makeCheckpoint } from './checkpoint/make.ts'
export type { Entry } from './entry.ts'
export type { Verification } from './verify.ts'

/**
 * Writes down who did what, in the transaction that does it: both happen or neither. One insert, which waits for
 * nobody. The actor is the viewer of the transaction, or null; the database refuses another name.
 */
export const record = async (tx: Tx, entry: Entry): Promise<void> => void (await insertEntry(tx, entry))

/** The same as a statement that goes with others (`atOnce`); by itself it writes nothing. */
export const entryOf = (tx: Tx, entry: Entry): Statement => insertEntry(tx, entry)

/** Several at once: one statement, which goes with others. */
export const entriesOf = (tx: Tx, entries: readonly Entry[]): Statement => insertEntries(tx, entries)

/** Writes down that somebody looked at something whose every view is logged (domain, section 6). */
export const viewed = (tx: Tx, view: Omit<Entry, 'act'> & { readonly act?: string }): Promise<void> =>
  record(tx, { act: 'enquiries.viewed', ...view })

/** Seals what has settled since the last run; gives the number of entries. The job `audit.seal`, as the system. */
export const seal = (tx: Tx, options?: SealOptions): Promise<number> => sealEntries(tx, options)

/** Works the chain out again and names the first thing that does not fit. Changes nothing. */
export const verify = (tx: Tx, options: VerifyOptions): Promise<Verification> => verifyChain(tx, options)

/** Verifies and keeps what was found, for the page and for the next check. The job `audit.verify`. */
export async function verifyAndKeep(tx: Tx, now: Date, trusted: readonly Buffer[] = []): Promise<Verification> {
  const verification = await verifyChain(tx, { now, trustedKeys: trusted })
  await insertVerification(tx, { at: now, ...verification })
  return verification
}
