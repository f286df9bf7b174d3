import { inTransaction, type Database } from '../../platform/db/database.ts'
import type { Parser } from '../parse/parser.ts'
import { claimById, idsFrom, markSeen, queueAgain, type Claimed, type IntakeState } from './intake.sql.ts'
import { seen } from './process.ts'

/** Which messages: those with these hashes, or those that came since a moment. */
export type Which = { readonly sha256s: readonly string[] } | { readonly since: Date }

export type Reprocessed = {
  /** back in the queue, for the worker to deal with as if they had just come */
  readonly queued: number
  /** filed already: what is known about them was read anew, and nothing else changed */
  readonly readAgain: number
  /** as they were: decided by a person, too large, or not readable */
  readonly left: number
}

/**
 * Has messages processed again from their raw copies, as after a mistake of ours was mended. Those that nobody filed yet
 * go back into the queue; a filed one stays where it is, so that doing this twice does nothing twice.
 */
export async function reprocess(db: Database, parser: Parser, which: Which, at: Date): Promise<Reprocessed> {
  const done = { queued: 0, readAgain: 0, left: 0 }
  for (const id of await inTransaction(db, 'system', tx => idsFrom(tx, which))) done[await one(db, parser, id, at)]++
  return done
}

const everything: readonly IntakeState[] = [
  'quarantined',
  'automatic',
  'new-enquiry',
  'filed',
  'recorded',
  'answered',
  'duplicate',
]

const one = (db: Database, parser: Parser, id: string, at: Date): Promise<keyof Reprocessed> =>
  inTransaction(db, 'system', async tx => {
    const message = await claimById(tx, id, everything)
    if (!message) return 'left'
    if (await queueAgain(tx, id, at)) return 'queued'
    return (await readAgain(parser, message, it => markSeen(tx, id, it))) ? 'readAgain' : 'left'
  })

async function readAgain(
  parser: Parser,
  message: Claimed,
  keep: (it: ReturnType<typeof seen>) => Promise<void>,
): Promise<boolean> {
  const parsed = await parser.parse(message.bytes, message.mailFrom)
  if (parsed.ok) await keep(seen(parsed.mail, message))
  return parsed.ok
}
