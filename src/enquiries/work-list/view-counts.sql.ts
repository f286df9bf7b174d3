import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { ViewName } from './views.ts'

export type ViewCounts = Readonly<Record<ViewName, number>>

/** Counting stops here: beyond it a page says “more than”. */
export const mostCounted = 5000

/**
 * How much stands in each view. One walk over the open work that the viewer sees, most urgent first, so that the
 * policies are asked once and not once for every view.
 */
export async function countViews(tx: Tx, me: string, mailboxes: readonly string[], today: Day): Promise<ViewCounts> {
  const [row] = await tx<ViewCounts[]>`
    with open as materialized (
      select e.holder_id, e.mailbox_id, e.status, e.due_on
      from enquiries.enquiry e
      where e.status not in ('answered', 'closed')
      order by e.due_on, e.id
      limit ${mostCounted + 1}
    )
    select
      count(*) filter (where o.holder_id = ${me})::int as mine,
      count(*) filter (where o.mailbox_id = any (${[...mailboxes]}::uuid[]))::int as mailboxes,
      count(*) filter (where o.holder_id is null)::int as unassigned,
      count(*) filter (where o.status = 'waiting-for-member')::int as waiting,
      count(*) filter (where o.due_on < ${today})::int as overdue,
      (select count(*)::int from (
        select from enquiries.enquiry e where e.lane_on is not null limit ${mostCounted + 1}
      ) lane) as lane,
      count(*)::int as all
    from open o
  `
  return row!
}
