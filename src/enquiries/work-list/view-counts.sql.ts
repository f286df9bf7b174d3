import type { Day } from '#kernel/day.ts'
import { numberInWords } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { ViewName } from './views.ts'

/** How much stands in each view; `more` when there was more open work than is walked through. */
export type ViewCounts = Readonly<Record<ViewName, number>> & { readonly more: boolean }

/** Counting stops here: beyond it a page says “and more”. */
const most = 1000

/**
 * One walk over the open work that the viewer sees, most urgent first, for the views that cut across it, so that the
 * policies are asked once and not once for every view; what is the viewer's own has its index and is exact.
 */
export async function countViews(tx: Tx, me: string, mailboxes: readonly string[], today: Day): Promise<ViewCounts> {
  const [row] = await tx<ViewCounts[]>`
    with dated as materialized (
      select e.holder_id, e.status, e.due_on from enquiries.enquiry e
      where ${isOpen(tx)} and e.due_on is not null
      order by e.due_on, e.id
      limit ${most + 1}
    ), undated as materialized (
      select e.holder_id, e.status, e.due_on from enquiries.enquiry e
      where ${isOpen(tx)} and e.due_on is null
      limit ${most + 1}
    ), walked as (select * from dated union all select * from undated)
    select
      (select count(*)::int from (
        select from enquiries.enquiry e where ${isOpen(tx)} and e.holder_id = ${me} limit ${most + 1}
      ) mine) as mine,
      (select count(*)::int from (
        select from enquiries.enquiry e
        where ${isOpen(tx)} and e.mailbox_id = any (${[...mailboxes]}::uuid[]) limit ${most + 1}
      ) named) as mailboxes,
      count(*) filter (where w.holder_id is null)::int as unassigned,
      count(*) filter (where w.status = 'waiting-for-member')::int as waiting,
      count(*) filter (where w.due_on < ${today})::int as overdue,
      (select count(*)::int from (
        select from enquiries.enquiry e where e.lane_on is not null limit ${most + 1}
      ) lane) as lane,
      count(*)::int as all,
      greatest((select count(*) from dated), (select count(*) from undated)) > ${most} as more
    from walked w
  `
  return row!
}

const isOpen = (tx: Tx) => tx`e.status not in ('answered', 'closed')`

/** Views over everything know only a part when there is more than is walked through. */
const cutAcross: readonly ViewName[] = ['unassigned', 'waiting', 'all']

/** `12`; `1,000+` where counting stopped. */
export function countOf(counts: ViewCounts, view: ViewName): string {
  const n = Math.min(counts[view], most)
  return counts[view] > most || (counts.more && cutAcross.includes(view)) ? `${numberInWords(n)}+` : numberInWords(n)
}
