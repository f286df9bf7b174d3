import { currentCalendar } from '#clock/door.ts'
import { addDays, inWords, type Day, type Now } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { dueOnOf } from '../disclosure/disclosure.ts'
import { openRequests } from '../disclosure/disclosure.sql.ts'

/** How many requests are open, and the nearest date of them. */
export async function requestsWaiting(tx: Tx, { today }: Now): Promise<{ count: number; words: string }> {
  const [open, calendar] = await Promise.all([openRequests(tx), currentCalendar(tx)])
  const dues = open.map(it => dueOnOf(it, calendar)).filter((due): due is Day => due !== undefined)
  const [nearest] = dues.toSorted()
  const soon = nearest && nearest <= addDays(today, 7) ? ', soon' : ''
  return {
    count: open.length,
    words: `${counted(open.length, 'open request')}${nearest ? `, the next due on ${inWords(nearest)}${soon}` : ''}`,
  }
}
