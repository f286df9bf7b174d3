import type { Calendar } from '#clock/door.ts'
import type { Enquiry, LadderStep } from '#enquiries/door.ts'
import type { Day } from '#kernel/day.ts'
import { mailboxById } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { laddersInForce } from './in-force.ts'
import { ahead } from './reached.ts'

/**
 * How an enquiry stands to its ladder, for pages and the API: what this round has climbed, then what it comes to and
 * when, unless something happens before. While a question waits for the member nothing lies ahead.
 */
export async function ladderOf(tx: Tx, enquiry: Enquiry, calendar: Calendar, today: Day): Promise<LadderStep[]> {
  const [ladders, mailbox] = await Promise.all([
    laddersInForce(tx, today),
    enquiry.mailboxId ? mailboxById(tx, enquiry.mailboxId) : undefined,
  ])
  const climbed = enquiry.climbed.map(({ rung, trueOn }) => ({ rung, on: trueOn, climbed: true }))
  const next = ahead(ladders.ofService(mailbox?.serviceId ?? null), enquiry, calendar)
    .filter(({ rung }) => climbed.every(it => it.rung !== rung))
    .map(({ rung, on }) => ({ rung, on, climbed: false }))
  return [...climbed, ...next.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))]
}
