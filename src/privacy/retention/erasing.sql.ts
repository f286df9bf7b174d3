import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

export type Erasing = {
  readonly id: string
  readonly why: 'schedule' | 'request'
  readonly dueOn: Day
  readonly reason: string
  readonly preparedBy: string
  readonly preparedAt: Date
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly finishedAt: Date | null
}

export type ErasingItem = {
  readonly enquiryId: string
  readonly reference: string
  readonly kind: string
  readonly closedOn: Day | null
  readonly state: 'waiting' | 'erased' | 'held' | 'not-due'
  readonly scheduleId: number | null
}

const columns = (tx: Tx) =>
  tx`id, why, due_on, reason, prepared_by, prepared_at, confirmed_by, confirmed_at, withdrawn_at, finished_at`

export const newestErasings = (tx: Tx, limit: number): Promise<Erasing[]> =>
  tx<Erasing[]>`select ${columns(tx)} from privacy.erasing order by prepared_at desc, id desc limit ${limit}`

/** With `lock`, nobody else confirms, withdraws or carries on with it meanwhile. */
export async function erasingById(tx: Tx, id: string, lock = false): Promise<Erasing | undefined> {
  const [row] = await tx<Erasing[]>`
    select ${columns(tx)} from privacy.erasing where id = ${id} ${lock ? tx`for update` : tx``}
  `
  return row
}

/** A prepared one that nobody has confirmed or withdrawn yet; by schedule there is one at most. */
export async function insertErasing(
  tx: Tx,
  it: Pick<Erasing, 'why' | 'dueOn' | 'reason' | 'preparedBy' | 'preparedAt'>,
): Promise<string | undefined> {
  const [row] = await tx<{ id: string }[]>`
    insert into privacy.erasing (why, due_on, reason, prepared_by, prepared_at)
    values (${it.why}, ${it.dueOn}, ${it.reason}, ${it.preparedBy}, ${it.preparedAt})
    on conflict do nothing returning id
  `
  return row?.id
}

/** Named ones, closed and not erased yet; gives the references that were taken. */
export async function insertNamed(tx: Tx, erasingId: string, references: readonly string[]): Promise<string[]> {
  const rows = await tx<{ reference: string }[]>`
    insert into privacy.erasing_item (erasing_id, enquiry_id, reference, kind, closed_on)
    select ${erasingId}, id, reference, case when restricted then 'restricted' else kind end, closed_on
    from enquiries.enquiry
    where reference = any (${references as string[]}) and status = 'closed' and erased_on is null
    returning reference
  `
  return rows.map(it => it.reference)
}

export async function setConfirmed(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx`update privacy.erasing set confirmed_by = ${by}, confirmed_at = ${at} where id = ${id}`
}

export async function setWithdrawn(tx: Tx, id: string, at: Date): Promise<void> {
  await tx`update privacy.erasing set withdrawn_at = ${at} where id = ${id}`
}

export async function setFinished(tx: Tx, id: string, at: Date): Promise<void> {
  await tx`update privacy.erasing set finished_at = ${at} where id = ${id} and finished_at is null`
}

/** Those that were confirmed and are not finished: what a restart goes on with. */
export const underWay = (tx: Tx): Promise<Erasing[]> => tx<Erasing[]>`
  select ${columns(tx)} from privacy.erasing where confirmed_at is not null and finished_at is null order by confirmed_at
`

export async function nextWaiting(tx: Tx, erasingId: string): Promise<ErasingItem | undefined> {
  const [row] = await tx<ErasingItem[]>`
    select enquiry_id, reference, kind, closed_on, state, schedule_id from privacy.erasing_item
    where erasing_id = ${erasingId} and state = 'waiting' order by reference limit 1 for update skip locked
  `
  return row
}

export async function setItem(
  tx: Tx,
  erasingId: string,
  enquiryId: string,
  state: ErasingItem['state'],
): Promise<void> {
  await tx`
    update privacy.erasing_item set state = ${state} where erasing_id = ${erasingId} and enquiry_id = ${enquiryId}
  `
}

export const itemsOf = (tx: Tx, erasingId: string, after: string, limit: number): Promise<ErasingItem[]> =>
  tx<ErasingItem[]>`
    select enquiry_id, reference, kind, closed_on, state, schedule_id from privacy.erasing_item
    where erasing_id = ${erasingId} and reference > ${after} order by reference limit ${limit}
  `

export type ItemCount = { readonly state: ErasingItem['state']; readonly count: number }
export const countItems = (tx: Tx, erasingId: string): Promise<ItemCount[]> => tx<ItemCount[]>`
  select state, count(*)::int as count from privacy.erasing_item where erasing_id = ${erasingId} group by state
`

type Buried = Pick<ErasingItem, 'enquiryId' | 'reference' | 'scheduleId'>

export async function insertTombstone(tx: Tx, erasingId: string | null, it: Buried, at: Date): Promise<void> {
  await tx`
    insert into privacy.tombstone (enquiry_id, reference, erased_at, erasing_id, schedule_id)
    values (${it.enquiryId}, ${it.reference}, ${at}, ${erasingId}, ${it.scheduleId})
    on conflict (enquiry_id) do nothing
  `
}

/** Every enquiry that was erased, a page at a time: what has to be erased again after a restore. */
export const tombstonesAfter = (tx: Tx, after: string, limit: number) => tx<{ reference: string; erasedAt: Date }[]>`
  select reference, erased_at from privacy.tombstone where reference > ${after} order by reference limit ${limit}
`

/** A closed enquiry by its reference, as one to be erased. */
export async function closedCalled(tx: Tx, reference: string): Promise<Buried | undefined> {
  const [row] = await tx<Buried[]>`
    select id as enquiry_id, reference, null::bigint as schedule_id from enquiries.enquiry
    where reference = ${reference} and status = 'closed'
  `
  return row
}

export async function keepFilesToForget(tx: Tx, files: readonly string[], at: Date): Promise<void> {
  await tx`
    insert into privacy.file_to_forget (sha256, since_at) select unnest(${files as string[]}::text[]), ${at}
    on conflict (sha256) do update set forgotten_at = null
  `
}

/** Files whose bytes still have to go, and that nothing names again meanwhile; `all`: also those that went before. */
export const filesToForget = (tx: Tx, all: boolean) => tx<{ sha256: string }[]>`
  select f.sha256 from privacy.file_to_forget f
  where (${all} or f.forgotten_at is null)
    and not exists (select from enquiries.attachment a where f.sha256 in (a.sha256, a.shown_sha256))
`

export async function setForgotten(tx: Tx, files: readonly string[], at: Date): Promise<void> {
  await tx`update privacy.file_to_forget set forgotten_at = ${at} where sha256 = any (${files as string[]})`
}
