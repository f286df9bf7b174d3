import type { Day } from '#kernel/day.ts'
import { emptyWords, wordsIn } from '#kernel/words.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Status } from '../enquiry.ts'

/** An enquiry of the same member that may be about the same matter. */
export type Alike = {
  readonly reference: string
  readonly subject: string
  readonly status: Status
  readonly receivedOn: Day
  /** from 0, nothing in common, to 1 */
  readonly likeness: number
}

/** Older ones may well be asked again; less alike than that is another matter. */
const recentDays = 90
const leastAlike = 0.55
const mostWords = 200

/** The member’s recent enquiries that this text repeats, as far as the viewer may see them; the likest first, at most three. */
export async function alikeOnes(tx: Tx, memberId: string, text: string, now: Date): Promise<Alike[]> {
  const words = new Set<string>()
  for (const { plain, stem } of wordsIn(text.slice(0, 20_000))) if (!emptyWords.has(plain)) words.add(stem)
  if (words.size < 3) return []
  const since = new Date(now.getTime() - recentDays * 86_400_000)
  return tx<Alike[]>`
    select e.reference, e.subject, e.status, e.received_on, a.likeness
    from enquiries.alike(${memberId}, ${[...words].slice(0, mostWords)}::text[], ${since}) a
    join enquiries.enquiry e on e.id = a.enquiry_id
    where a.likeness >= ${leastAlike}
    order by a.likeness desc, e.created_at desc
    limit 3
  `
}
