import type { Now } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { standingOf } from './incident.ts'
import { readUndecided } from './incident.sql.ts'

/** How many incidents wait to be decided, and whether one is past its 72 hours. */
export async function undecidedIncidents(tx: Tx, { at }: Now): Promise<{ count: number; words: string }> {
  const all = await readUndecided(tx)
  const over = all.filter(it => standingOf(it.awareAt, it.facts, at).overdue).length
  const words = all.length === 0 ? 'Nothing waits' : `${counted(all.length, 'incident')} to decide`
  return { count: all.length, words: over > 0 ? `${words}, ${over} past 72 hours` : words }
}
