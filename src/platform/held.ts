import type { Tx } from './db/database.ts'
import { readVersions } from './held.sql.ts'

/** What web and worker hold copies of. Each has a row in platform.held, renewed by a trigger on the tables it is made of. */
export type Held =
  | 'platform.setting'
  | 'clock.calendar'
  | 'mailboxes.register'
  | 'people.names'
  | 'mailboxes.sensitive-words'

const asking = new WeakMap<Tx, Promise<ReadonlyMap<string, string>>>()

/**
 * The version of what may be held, as this transaction sees it; undefined for a viewer who may hold no copy. A version is
 * never used twice, in any database: a copy kept under one is either what the transaction would read or is not used.
 * Whoever asks while the question is on its way shares it; whoever asks later asks anew, for something may have changed.
 */
export async function heldVersion(tx: Tx, what: Held): Promise<string | undefined> {
  const asked = asking.get(tx) ?? readVersions(tx).finally(() => asking.delete(tx))
  asking.set(tx, asked)
  return (await asked).get(what)
}
