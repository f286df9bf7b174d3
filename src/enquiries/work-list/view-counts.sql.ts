import { numberInWords } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { countEnquiries, filtered, isOnlyOpen, type Filter } from '../list.sql.ts'
import type { Me, ViewName } from './views.ts'

/** How much stands in each view; `more` when there was more than is walked through. */
export type ViewCounts = Readonly<Record<ViewName, number>> & { readonly more: boolean }

/** Beyond this a page says `1,000+`. */
const most = 1000

/** Counting stops here, whatever there is. */
const walkedAtMost = 5000

export type Counted = ViewCounts & {
  /** how many each of the other filters finds, counted up to the same limit */
  readonly found: readonly number[]
}

/**
 * One walk over the open work that the viewer sees, and what lies in the review lane, for all views and these filters at
 * once: the policies cost more than the counting, and are asked once for each walk. What looks further than that is
 * counted by itself.
 */
export async function countViews(tx: Tx, me: Me, filters: readonly Filter[] = []): Promise<Counted> {
  const walk = await walked(tx, me, filters.filter(isWalked))
  const found = [...walk.found]
  const counted = filters.map(async it => {
    const n = isWalked(it) ? found.shift() : undefined
    return n === undefined || walk.more ? countEnquiries(tx, it, most) : n
  })
  return { ...walk, found: await Promise.all(counted) }
}

const isWalked = (it: Filter): boolean => !it.q && (isOnlyOpen(it) || it.inLane === true)

async function walked(tx: Tx, { person, today, soon }: Me, filters: readonly Filter[]): Promise<Counted> {
  const found = filters.map((it, i) => tx`${i > 0 ? tx`,` : tx``} count(*) filter (where ${filtered(tx, it)})::int`)
  const [row] = await tx<Counted[]>`
    select
      count(*) filter (where e.open and e.holder_id = ${person})::int as mine,
      count(*) filter (where e.open and e.mailbox_id = any ((select mailboxes.viewer_named())::uuid[]))::int as mailboxes,
      count(*) filter (where e.open and e.holder_id is null)::int as unassigned,
      count(*) filter (where e.open and e.due_on between ${today} and ${soon})::int as soon,
      count(*) filter (where e.open and e.due_on < ${today})::int as overdue,
      count(*) filter (where e.status = 'waiting-for-member')::int as waiting,
      count(*) filter (where e.status = 'in-review')::int as review,
      count(*) filter (where e.status = 'with-partner')::int as partner,
      count(*) filter (where e.lane_on is not null)::int as lane,
      count(*) filter (where e.open)::int as all,
      count(*) > ${walkedAtMost} as more,
      array[${found.length > 0 ? found : tx``}]::int[] as found
    from (
      -- whatever a filter may ask of; what none asks of is not read
      select e.*, e.status not in ('answered', 'closed') as open
      from enquiries.enquiry e
      where e.status not in ('answered', 'closed') or e.lane_on is not null
      limit ${walkedAtMost + 1}
    ) e
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
