import type { Tx } from '#platform/db/database.ts'
import { insertEntry } from './entry.sql.ts'
import type { Entry } from './entry.ts'

/**
 * Writes down who did what, in the transaction that does it: both happen or neither. One insert, which waits for
 * nobody. The actor is the viewer of the transaction, or null; the database refuses another name.
 */
export const record = (tx: Tx, entry: Entry): Promise<void> => insertEntry(tx, entry)

/** Writes down that somebody looked at something whose every view is logged (domain, section 6). */
export const viewed = (tx: Tx, view: Omit<Entry, 'act'> & { readonly act?: string }): Promise<void> =>
  insertEntry(tx, { act: `${roomOf(view.subject.kind)}.viewed`, ...view })

const roomOf = (kind: string): string => (kind === 'enquiry' ? 'enquiries' : kind)
