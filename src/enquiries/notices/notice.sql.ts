import type { Reference } from '#kernel/reference.ts'
import type { NoticeTopic } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { EnquiryEvent, Recorded } from '../events.ts'

/** `because`: the kind of notice it is, as its reader chooses it */
export type NewNotice = {
  readonly personId: string
  readonly because: NoticeTopic
  readonly enquiryId: string
  readonly eventId: string
  readonly at: Date
}

/** Whether somebody sees the enquiry, and this message of it when there is one. Ask with that person's sight. */
export async function readsOf(tx: Tx, enquiryId: string, messageId: string | undefined): Promise<boolean> {
  const [row] = await tx<{ reads: boolean }[]>`
    select exists (select from enquiries.enquiry where id = ${enquiryId})
       and (${messageId ?? null}::uuid is null or exists (select from enquiries.message where id = ${messageId ?? null}::uuid))
       as reads
  `
  return row!.reads
}

/** Whether somebody sees the enquiry and may read the council's internal notes. Ask with that person's sight. */
export async function readsNotes(tx: Tx, enquiryId: string): Promise<boolean> {
  const [row] = await tx<{ reads: boolean }[]>`
    select enquiries.viewer_is_officer() and exists (select from enquiries.enquiry where id = ${enquiryId}) as reads
  `
  return row!.reads
}

/** Tells people of events, each of each once. Needs a transaction of the system. */
export async function insertNotices(tx: Tx, told: readonly NewNotice[]): Promise<void> {
  if (told.length === 0) return
  await tx`
    insert into enquiries.notice (person_id, because, enquiry_id, event_id, at)
    select "personId", because, "enquiryId", "eventId", at
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as n (
      "personId" uuid, because text, "enquiryId" uuid, "eventId" uuid, at timestamptz)
    on conflict (person_id, event_id) do nothing
  `
}

export type Notice = {
  readonly id: string
  readonly because: NoticeTopic
  readonly at: Date
  readonly read: boolean
  readonly reference: Reference
  readonly subject: string
  readonly recorded: Recorded
}

type Row = Omit<Notice, 'recorded'> & Omit<Recorded, 'event' | 'at'> & { type: string; data: object }

/** What one person was told, newest first, a page at a time; only of enquiries they may see now. */
export async function noticesOf(tx: Tx, person: string, before: string | undefined, limit: number): Promise<Notice[]> {
  const rows = await tx<Row[]>`
    select n.id, n.because, n.at, n.read_at is not null as read, e.reference, e.subject, v.type, v.data, v.on_day as "on",
           v.by_person as "by", v.as_part as "as", v.on_behalf_of
    from enquiries.notice n
    join enquiries.enquiry e on e.id = n.enquiry_id
    join enquiries.event v on v.id = n.event_id
    where n.person_id = ${person} and (${before ?? null}::uuid is null or n.id < ${before ?? null}::uuid)
    order by n.id desc limit ${limit}
  `
  return rows.map(({ type, data, on, by, as, onBehalfOf, ...it }) => ({
    ...it,
    recorded: { event: { type, ...data } as EnquiryEvent, at: it.at, on, by, as, onBehalfOf },
  }))
}

export async function markAllRead(tx: Tx, person: string, at: Date): Promise<void> {
  await tx`update enquiries.notice set read_at = ${at} where person_id = ${person} and read_at is null`
}

export type Watched = { readonly reference: Reference; readonly subject: string; readonly since: Date }

/** What somebody watches and may see, what they began to watch last first. */
export const watchedBy = (tx: Tx, person: string, limit: number): Promise<Watched[]> => tx<Watched[]>`
  select e.reference, e.subject, w.since
  from enquiries.watch w join enquiries.enquiry e on e.id = w.enquiry_id
  where w.person_id = ${person} order by w.since desc limit ${limit}
`
