import { numberInWords } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Me, ViewName } from './views.ts'

/** How much stands in each view; `more` when there was more than is walked through. */
export type ViewCounts = Readonly<Record<ViewName, number>> & { readonly more: boolean }

/** Beyond this a page says `1,000+`. */
const most = 1000

/** Counting stops here, whatever there is. */
const walkedAtMost = 5000

/**
 * One walk over the open work that the viewer sees, and what lies in the review lane, for all views at once: the
 * policies cost more than the counting, and are asked once for each walk.
 */
export async function countViews(tx: Tx, { person, today, soon }: Me): Promise<ViewCounts> {
  const [row] = await tx<ViewCounts[]>`
    with walked as materialized (
      select e.holder_id, e.mailbox_id, e.status, e.due_on, e.lane_on, e.status not in ('answered', 'closed') as open
      from enquiries.enquiry e
      where e.status not in ('answered', 'closed') or e.lane_on is not null
      limit ${walkedAtMost + 1}
    )
    select
      count(*) filter (where w.open and w.holder_id = ${person})::int as mine,
      count(*) filter (where w.open and w.mailbox_id = any ((select mailboxes.viewer_named())::uuid[]))::int as mailboxes,
      count(*) filter (where w.open and w.holder_id is null)::int as unassigned,
      count(*) filter (where w.open and w.due_on between ${today} and ${soon})::int as soon,
      count(*) filter (where w.open and w.due_on < ${today})::int as overdue,
      count(*) filter (where w.status = 'waiting-for-member')::int as waiting,
      count(*) filter (where w.status = 'in-review')::int as review,
      count(*) filter (where w.status = 'with-partner')::int as partner,
      count(*) filter (where w.lane_on is not null)::int as lane,
      count(*) filter (where w.open)::int as all,
      count(*) > ${walkedAtMost} as more
    from walked w
  `
  return row!
}

/** `12`; `1,000+` where counting stopped. */
export function countOf(counts: ViewCounts, view: ViewName): string {
  return numberUpTo(counts[view], most, counts.more)
}

/** A count that went no further than `limit`; `more`: it may have missed some. */
export const numberUpTo = (n: number, limit = most, more = false): string =>
  `${numberInWords(Math.min(n, limit))}${n > limit || more ? '+' : ''}`
