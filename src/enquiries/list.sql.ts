import type { Day } from '#kernel/day.ts'
import { parseReference, referencesMeant, type Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Channel, Kind, Status } from './enquiry.ts'

/** One line of a list. */
export type Listed = {
  readonly id: string
  readonly reference: Reference
  readonly version: number
  readonly subject: string
  readonly status: Status
  readonly kind: Kind
  readonly channel: Channel
  readonly restricted: boolean
  readonly round: number
  readonly memberId: string
  readonly memberName: string
  readonly mailboxId: string | null
  readonly mailboxName: string | null
  readonly holderId: string | null
  readonly holderName: string | null
  readonly topicId: string | null
  readonly topicName: string | null
  readonly receivedOn: Day
  readonly dueOn: Day | null
  readonly agreedDueOn: Day | null
  readonly headlineDueOn: Day | null
  readonly nextUpdateOn: Day | null
  readonly answeredOn: Day | null
  readonly closedOn: Day | null
  readonly laneOn: Day | null
  /** the day of the question that holds the clock back */
  readonly waitingSince: Day | null
  readonly chases: number
  readonly createdAt: Date
}

/** Which enquiries; everything given must hold. The words are the same in pages' addresses and in the API. */
export type Filter = {
  readonly open?: boolean
  readonly status?: readonly Status[]
  readonly mailbox?: readonly string[]
  readonly member?: readonly string[]
  readonly holder?: string
  readonly topic?: string
  readonly unassigned?: boolean
  readonly inLane?: boolean
  /** due before this day and still open */
  readonly dueBefore?: Day
  /** words of the subject, a reference, or its number alone */
  readonly q?: string
}

/** Where the last page ended: its last line's sort value and id. */
export type After = { readonly value: string; readonly id: string }

export type Order = 'due' | 'newest' | 'lane'

/**
 * Lists what the viewer may see, one page. `due`: by due date, what has none (waiting) last, which is the order of work;
 * `newest`: by registration; `lane`: longest in the review lane first. Keyset paging: page 1,000 costs what page 1 costs.
 */
export async function listEnquiries(
  tx: Tx,
  filter: Filter,
  order: Order,
  limit: number,
  after?: After,
): Promise<Listed[]> {
  return tx<Listed[]>`
    select e.id, e.reference, e.version, e.subject, e.status, e.kind, e.channel, e.restricted, e.round, e.member_id, e.mailbox_id,
           e.holder_id, e.topic_id, e.received_on, e.due_on, e.agreed_due_on, e.headline_due_on, e.next_update_on, e.answered_on, e.closed_on, e.lane_on,
           case when e.status = 'waiting-for-member' then (e.pauses -> -1 ->> 'askedOn')::date end as waiting_since,
           e.chases, e.created_at,
           m.name as member_name, b.name as mailbox_name, h.name as holder_name, t.name as topic_name
    from (
      select e.*
      from enquiries.enquiry e
      where ${where(tx, filter)} ${pageAfter(tx, order, after)}
      order by ${inOrder(tx, order)}
      limit ${limit}
    ) e
    join people.person m on m.id = e.member_id
    left join mailboxes.mailbox b on b.id = e.mailbox_id
    left join people.person h on h.id = e.holder_id
    left join mailboxes.topic t on t.id = e.topic_id
    order by ${inOrder(tx, order)}
  `
}

function inOrder(tx: Tx, order: Order) {
  if (order === 'newest') return tx`e.created_at desc, e.id desc`
  return order === 'lane' ? tx`e.lane_on, e.id` : tx`e.due_on, e.id`
}

const isOpen = (tx: Tx) => tx`e.status not in ('answered', 'closed')`

function where(tx: Tx, it: Filter) {
  const all = [
    it.open === true && isOpen(tx),
    it.open === false && tx`e.status in ('answered', 'closed')`,
    it.status && tx`e.status = any (${it.status as string[]})`,
    it.mailbox && tx`e.mailbox_id = any (${it.mailbox as string[]}::uuid[])`,
    it.member && tx`e.member_id = any (${it.member as string[]}::uuid[])`,
    it.holder && tx`e.holder_id = ${it.holder}`,
    it.topic && tx`e.topic_id = ${it.topic}`,
    it.unassigned && tx`e.holder_id is null`,
    it.inLane && tx`e.lane_on is not null`,
    it.dueBefore && tx`${isOpen(tx)} and e.due_on < ${it.dueBefore}`,
    it.q && named(tx, it.q),
  ].filter(part => part !== undefined && part !== false && part !== '')
  return all.reduce((so, part) => tx`${so} and ${part as never}`, tx`true`)
}

/** A reference, or its number with zeros or a year, is looked up by itself; a bare number may also stand in a subject. */
function named(tx: Tx, q: string) {
  const whole = parseReference(q)
  const meant = whole ? [whole] : referencesMeant(q)
  if (meant.length === 0) return inSubject(tx, q)
  return /^[1-9]\d*$/.test(q) ? tx`(${numbered(tx, meant)} or ${inSubject(tx, q)})` : numbered(tx, meant)
}

const numbered = (tx: Tx, meant: Reference[]) => tx`e.reference = any (${meant as string[]})`

const inSubject = (tx: Tx, q: string) =>
  tx`platform.plain(e.subject) like '%' || replace(replace(replace(platform.plain(${q}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`

function pageAfter(tx: Tx, order: Order, after: After | undefined) {
  if (!after) return tx``
  if (order === 'newest') return tx`and (e.created_at, e.id) < (${new Date(after.value)}, ${after.id}::uuid)`
  if (order === 'lane') return tx`and (e.lane_on, e.id) > (${after.value}::date, ${after.id}::uuid)`
  // what waits has no due date and sorts last
  if (after.value === '') return tx`and e.due_on is null and e.id > ${after.id}::uuid`
  return tx`and ((e.due_on, e.id) > (${after.value}::date, ${after.id}::uuid) or e.due_on is null)`
}
