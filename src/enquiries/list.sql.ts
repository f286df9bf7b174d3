import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Channel, Kind, Status } from './enquiry.ts'
import { answers } from './search/answers.sql.ts'
import { nameBooks, type NameBooks } from './name-books.ts'
import { soughtIn, type Sought } from './search/sought.ts'

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
  readonly wardId: string | null
  /** where it is about, in words */
  readonly place: string | null
  readonly postcode: string | null
  readonly topicName: string | null
  readonly receivedOn: Day
  readonly dueOn: Day | null
  readonly agreedDueOn: Day | null
  /** how likely it is to be late, in percent, as of last night */
  readonly latePercent: number | null
  readonly headlineDueOn: Day | null
  readonly nextUpdateOn: Day | null
  readonly answeredOn: Day | null
  readonly closedOn: Day | null
  readonly laneOn: Day | null
  /** the day of the question that holds the clock back */
  readonly waitingSince: Day | null
  readonly chases: number
  /** the day by which a second chase is owed a word */
  readonly owedOn: Day | null
  readonly openContributions: number
  readonly createdAt: Date
  readonly changedAt: Date
  /** it stands in a mailbox that names the viewer today */
  readonly inTheirMailbox: boolean
}

/** Which enquiries; everything given must hold. The words are the same in pages' addresses and in the API. */
export type Filter = {
  readonly reference?: readonly string[]
  readonly open?: boolean
  readonly status?: readonly string[]
  readonly kind?: readonly string[]
  readonly channel?: readonly string[]
  /** by ids; `mailboxKey`, `topicKey` and `wardKey` by the words of an address */
  readonly mailbox?: readonly string[]
  readonly mailboxKey?: readonly string[]
  readonly member?: readonly string[]
  readonly holder?: string
  readonly topic?: string
  readonly topicKey?: readonly string[]
  readonly wardKey?: readonly string[]
  /** in the mailboxes that name the viewer today */
  readonly inTheirMailboxes?: boolean
  readonly unassigned?: boolean
  readonly inLane?: boolean
  /** due before this day and still open */
  readonly dueBefore?: Day
  /** due on these days or between them, and still open */
  readonly dueFrom?: Day
  readonly dueUntil?: Day
  /** at least so likely to be late, in percent, and still open */
  readonly riskFrom?: number
  readonly receivedFrom?: Day
  readonly receivedUntil?: Day
  readonly ids?: readonly string[]
  /** words, “phrases”, people, wards, a reference or its number alone: what the search page takes */
  readonly q?: string
}

/** Where the last page ended: its last line's sort value and id. */
export type After = { readonly value: string; readonly id: string }

/**
 * `due`: by due date, what has none (waiting) last, which is the order of work; `due-last`: the other way round;
 * `newest` and `oldest`: by registration; `changed`: by the last change; `lane`: longest in the review lane first;
 * `risk`: the likeliest to be late first.
 */
export type Order = 'due' | 'due-last' | 'newest' | 'oldest' | 'changed' | 'lane' | 'risk'

/** A line as it is read; the names are added from what is known anyway. */
type Row = Omit<Listed, 'memberName' | 'mailboxName' | 'holderName' | 'topicName'>

/** Lists what the viewer may see, one page. Keyset paging: page 1,000 costs what page 1 costs. */
export async function listEnquiries(
  tx: Tx,
  filter: Filter,
  order: Order,
  limit: number,
  after?: After,
  books?: NameBooks,
): Promise<Listed[]> {
  const [rows, { council, register }] = await Promise.all([
    readRows(tx, filter, order, limit, after),
    books ?? nameBooks(tx),
  ])
  return rows.map(it => ({
    ...it,
    memberName: council.person(it.memberId)?.name ?? '',
    mailboxName: register.mailbox(it.mailboxId)?.name ?? null,
    holderName: council.person(it.holderId)?.name ?? null,
    topicName: register.topic(it.topicId)?.name ?? null,
  }))
}

async function readRows(tx: Tx, filter: Filter, order: Order, limit: number, after: After | undefined) {
  const sought = await soughtBy(tx, filter)
  return tx<Row[]>`
  select e.id, e.reference, e.version, e.subject, e.status, e.kind, e.channel, e.restricted, e.round, e.member_id, e.mailbox_id,
         e.holder_id, e.topic_id, e.ward_id, e.place, e.postcode, e.received_on, e.due_on, e.agreed_due_on,
         e.late_percent, e.headline_due_on, e.next_update_on, e.answered_on, e.closed_on, e.lane_on, e.chases, e.open_contributions,
         e.created_at, e.changed_at,
         case when e.chases > 1 then (
           select min((p ->> 'dueOn')::date) from jsonb_array_elements(e.promises) p
           where p ->> 'owed' = 'true' and p ->> 'keptOn' is null) end as owed_on,
         case when e.status = 'waiting-for-member' then (e.pauses -> -1 ->> 'askedOn')::date end as waiting_since,
         coalesce(e.mailbox_id = any ((select mailboxes.viewer_named())::uuid[]), false) as in_their_mailbox
  from enquiries.enquiry e
  where ${filtered(tx, filter, sought)} ${pageAfter(tx, order, after)}
  order by ${inOrder(tx, order)}
  limit ${limit}
`
}

const soughtBy = async (tx: Tx, { q }: Filter): Promise<Sought | undefined> => (q ? soughtIn(tx, q) : undefined)

/** How many there are, counted no further than `most` and one. */
export async function countEnquiries(tx: Tx, filter: Filter, most: number): Promise<number> {
  const sought = await soughtBy(tx, filter)
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from (select from enquiries.enquiry e where ${filtered(tx, filter, sought)} limit ${most + 1}) counted
  `
  return row!.n
}

/** The references of all of them in their order, at most `limit`: what an act over all matches is about. */
export async function referencesOf(tx: Tx, filter: Filter, order: Order, limit: number) {
  const sought = await soughtBy(tx, filter)
  return tx<{ id: string; reference: Reference }[]>`
    select e.id, e.reference from enquiries.enquiry e
    where ${filtered(tx, filter, sought)}
    order by ${inOrder(tx, order)}
    limit ${limit}
  `
}

/** Whether only open enquiries can match: then every order has an index, and the order of work makes sense. */
export const isOnlyOpen = (it: Filter): boolean =>
  it.open === true ||
  it.dueBefore !== undefined ||
  it.dueFrom !== undefined ||
  it.dueUntil !== undefined ||
  it.riskFrom !== undefined ||
  (it.status !== undefined && it.status.every(status => status !== 'answered' && status !== 'closed'))

function inOrder(tx: Tx, order: Order) {
  switch (order) {
    case 'due':
      return tx`e.due_on, e.id`
    case 'due-last':
      return tx`e.due_on desc, e.id desc`
    case 'newest':
      return tx`e.created_at desc, e.id desc`
    case 'oldest':
      return tx`e.created_at, e.id`
    case 'changed':
      return tx`e.changed_at desc, e.id desc`
    case 'lane':
      return tx`e.lane_on, e.id`
    case 'risk':
      return tx`coalesce(e.late_percent, -1) desc, e.id`
  }
}

const isOpen = (tx: Tx) => tx`e.status not in ('answered', 'closed')`

/** What a filter asks of `enquiries.enquiry e`. */
export function filtered(tx: Tx, it: Filter, sought?: Sought) {
  const all = [
    // said in so many words, for a status that is handed over lets no partial index be used
    isOnlyOpen(it) && isOpen(tx),
    it.reference && tx`e.reference = any (${it.reference as string[]})`,
    it.open === false && tx`e.status in ('answered', 'closed')`,
    it.status && tx`e.status = any (${it.status as string[]})`,
    it.kind && tx`e.kind = any (${it.kind as string[]})`,
    it.channel && tx`e.channel = any (${it.channel as string[]})`,
    it.mailbox && tx`e.mailbox_id = any (${it.mailbox as string[]}::uuid[])`,
    it.mailboxKey &&
      tx`e.mailbox_id = any (array(select b.id from mailboxes.mailbox b where b.key = any (${it.mailboxKey as string[]})))`,
    it.inTheirMailboxes && tx`e.mailbox_id = any ((select mailboxes.viewer_named())::uuid[])`,
    it.member && tx`e.member_id = any (${it.member as string[]}::uuid[])`,
    it.holder && tx`e.holder_id = ${it.holder}`,
    it.topic && tx`e.topic_id = ${it.topic}`,
    it.topicKey &&
      tx`e.topic_id = any (array(select t.id from mailboxes.topic t where t.key = any (${it.topicKey as string[]})))`,
    it.wardKey &&
      tx`e.ward_id = any (array(select w.id from people.ward w where w.key = any (${it.wardKey as string[]})))`,
    it.unassigned && tx`e.holder_id is null`,
    it.inLane && tx`e.lane_on is not null`,
    it.dueBefore && tx`e.due_on < ${it.dueBefore}`,
    it.dueFrom && tx`e.due_on >= ${it.dueFrom}`,
    it.dueUntil && tx`e.due_on <= ${it.dueUntil}`,
    it.riskFrom && tx`e.late_percent >= ${it.riskFrom}`,
    it.receivedFrom && tx`e.received_on >= ${it.receivedFrom}`,
    it.receivedUntil && tx`e.received_on <= ${it.receivedUntil}`,
    it.ids && tx`e.id = any (${it.ids as string[]}::uuid[])`,
    sought && answers(tx, sought),
  ].filter(part => part !== undefined && part !== false && part !== '')
  return all.reduce((so, part) => tx`${so} and ${part as never}`, tx`true`)
}

function pageAfter(tx: Tx, order: Order, after: After | undefined) {
  if (!after) return tx``
  const { value, id } = after
  switch (order) {
    case 'newest':
      return tx`and (e.created_at, e.id) < (${new Date(value)}, ${id}::uuid)`
    case 'oldest':
      return tx`and (e.created_at, e.id) > (${new Date(value)}, ${id}::uuid)`
    case 'changed':
      return tx`and (e.changed_at, e.id) < (${new Date(value)}, ${id}::uuid)`
    case 'lane':
      return tx`and (e.lane_on, e.id) > (${value}::date, ${id}::uuid)`
    case 'risk':
      return tx`and (-coalesce(e.late_percent, -1), e.id) > (${value === '' ? 1 : -Number(value)}::int, ${id}::uuid)`
    // what waits has no due date and sorts last, or first when it is the other way round
    case 'due':
      return value === ''
        ? tx`and e.due_on is null and e.id > ${id}::uuid`
        : tx`and ((e.due_on, e.id) > (${value}::date, ${id}::uuid) or e.due_on is null)`
    case 'due-last':
      return value === ''
        ? tx`and ((e.due_on is null and e.id < ${id}::uuid) or e.due_on is not null)`
        : tx`and (e.due_on, e.id) < (${value}::date, ${id}::uuid)`
  }
}
