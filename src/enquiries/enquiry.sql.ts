import type { Reference } from '#kernel/reference.ts'
import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Enquiry } from './enquiry.ts'
import type { EnquiryEvent, Recorded } from './events.ts'
import type { Part } from './act.ts'
import { columnsOfPlace } from './place/place.sql.ts'
import type { Place } from './place/place.ts'

/** An enquiry locked for one act, with the parts in which this viewer may act on it. */
export type Locked = { readonly enquiry: Enquiry; readonly parts: readonly Part[]; readonly subject: string }

/** All columns of an enquiry `e`, as the house knows it. */
export const enquiryColumns = (tx: Tx) => tx`
  e.id, e.reference, e.version, e.member_id, e.raised_by, e.kind, e.channel, e.direct, e.late, e.restricted, e.topic_id,
  e.ward_id, e.mailbox_id, e.holder_id, e.accepted, e.assigned_on,
  e.right_mailbox_id, e.status, e.submitted_by, e.round, e.received_on, e.registered_on, e.clock_from,
  e.limit_working_days, e.pauses, e.due_on, e.extensions, e.agreed_due_on, e.headline_due_on, e.acknowledged_on, e.next_update_on, e.answered_on,
  e.first_answered_on, e.closed_on, e.outcome, e.lane_on, e.promises, e.chases, e.climbed, e.said_on,
  e.links, e.set_lead_id, e.contributions, e.handed_over
`

/** The enquiry as a viewer may see it; undefined when it does not exist or is not theirs to see. */
export async function enquiryByReference(tx: Tx, reference: string): Promise<Enquiry | undefined> {
  const [row] = await tx<
    Enquiry[]
  >`select ${enquiryColumns(tx)} from enquiries.enquiry e where e.reference = ${reference}`
  return row
}

export async function enquiryById(tx: Tx, id: string): Promise<Enquiry | undefined> {
  const [row] = await tx<Enquiry[]>`select ${enquiryColumns(tx)} from enquiries.enquiry e where e.id = ${id}`
  return row
}

/** As much of an enquiry as tells whether news of it is still news. */
export type Standing = Pick<Enquiry, 'id' | 'status' | 'memberId'>

/** Of these enquiries those that the viewer sees. */
export const askStandings = (tx: Tx, ids: readonly string[]): Asking<Standing[]> => ({
  statement: tx`select id, status, member_id from enquiries.enquiry where id = any (${ids as string[]}::uuid[])`,
  read: (rows: Standing[]) => rows,
})

/** Locks the row, if the viewer sees it. The lock and the parts come in one question, for this is on every act's way. */
export async function lockEnquiry(tx: Tx, reference: string, seer: string): Promise<Locked | undefined> {
  const [row] = await tx<(Enquiry & { subject: string; parts: Part[] })[]>`
    select ${enquiryColumns(tx)}, e.subject, ${partsIn(tx, seer)} as parts
    from enquiries.enquiry e
    where e.reference = ${reference}
    for no key update of e
  `
  if (!row) return undefined
  const { parts, subject, ...enquiry } = row
  return { enquiry, parts, subject }
}

/**
 * Locks several enquiries, always in the same order, so that two acts that each change both never wait for each other.
 * Locking tells nobody anything: what is not theirs to see they still do not find.
 */
export async function lockTogether(tx: Tx, references: readonly string[]): Promise<void> {
  await tx`
    select from enquiries.enquiry where reference = any (${references as string[]}) order by reference for no key update
  `
}

/** The parts of a viewer in an enquiry they see, without locking: for showing what they may do. */
export async function partsOf(tx: Tx, reference: string, seer: string): Promise<Part[]> {
  const [row] = await tx<{ parts: Part[] }[]>`
    select ${partsIn(tx, seer)} as parts from enquiries.enquiry e where e.reference = ${reference}
  `
  return row?.parts ?? []
}

/** Several enquiries as far as a viewer sees them, with their parts in each, without locking. */
export async function enquiriesWithParts(
  tx: Tx,
  references: readonly string[],
  seer: string,
): Promise<{ enquiry: Enquiry; parts: readonly Part[] }[]> {
  const rows = await tx<(Enquiry & { parts: Part[] })[]>`
    select ${enquiryColumns(tx)}, ${partsIn(tx, seer)} as parts
    from enquiries.enquiry e
    where e.reference = any (${[...references]})
  `
  return rows.map(({ parts, ...enquiry }) => ({ enquiry, parts }))
}

/** The parts of a viewer in an enquiry `e`. */
export function partsIn(tx: Tx, seer: string) {
  const viewer = seer === 'system' || seer === 'public' ? null : seer
  return tx`
  array_remove(array[
    case when e.member_id = ${viewer} then 'member' end,
    case when e.member_id <> ${viewer} and e.member_id = any ((select people.viewer_acts_for())::uuid[]) then 'assistant' end,
    case when e.holder_id = ${viewer} or (${viewer}::uuid is not null and e.holder_id = any ((select mailboxes.viewer_covers())::uuid[])) then 'holder' end,
    case when ${viewer}::uuid is not null and e.contributions @> jsonb_build_array(jsonb_build_object('of', ${viewer}::uuid)) then 'contributor' end,
    case when (select people.viewer_has('one-stop')) then 'member-services' end,
    case when (select enquiries.viewer_is_officer()) then 'officer' end,
    case when ${seer} = 'system' then 'system' end
  ] || mailboxes.parts_in(e.mailbox_id, ${viewer}), null)
`
}

/** Every enquiry of the set that this one leads, as far as the viewer sees them; the earliest first. */
export async function setLedBy(tx: Tx, leadId: string | null): Promise<Enquiry[]> {
  if (leadId === null) return []
  return tx<Enquiry[]>`
    select ${enquiryColumns(tx)} from enquiries.enquiry e where e.set_lead_id = ${leadId} order by e.received_on, e.reference
  `
}

/** The numbers of all in the same set as this one; none where it is in no set. */
export async function referencesInSetOf(tx: Tx, reference: string): Promise<Reference[]> {
  const rows = await tx<{ reference: Reference }[]>`
    select reference from enquiries.enquiry
    where set_lead_id = (select set_lead_id from enquiries.enquiry where reference = ${reference})
  `
  return rows.map(it => it.reference)
}

/** The numbers of those that are joined to this one. */
export async function referencesJoinedTo(tx: Tx, reference: string): Promise<Reference[]> {
  const rows = await tx<{ reference: Reference }[]>`
    select j.reference from enquiries.enquiry e
    cross join lateral jsonb_to_recordset(e.links) as l ("to" uuid, "as" text)
    join enquiries.enquiry j on j.id = l."to"
    where e.reference = ${reference} and l."as" = 'took-in'
  `
  return rows.map(it => it.reference)
}

/** Those of these that the viewer sees. */
export async function enquiriesByIds(tx: Tx, ids: readonly string[]): Promise<Enquiry[]> {
  if (ids.length === 0) return []
  return tx<Enquiry[]>`
    select ${enquiryColumns(tx)} from enquiries.enquiry e where e.id = any (${ids as string[]}::uuid[]) order by e.reference
  `
}

/** The next number of a year. Nobody waits for it; draw it when nothing can be refused any more, for it is used up. */
export async function nextNumber(tx: Tx, year: number): Promise<number> {
  const [row] = await tx<{ number: number }[]>`select enquiries.next_number(${year}) as number`
  return row!.number
}

export type Wording = {
  readonly subject: string
  readonly constituent: string | null
  readonly place: Place | null
}

export const insertEnquiry = (tx: Tx, it: Enquiry, { place, ...wording }: Wording, at: Date): Statement =>
  tx`
    insert into enquiries.enquiry ${tx({
      ...rowOf(it),
      id: it.id,
      reference: it.reference,
      memberId: it.memberId,
      raisedBy: it.raisedBy,
      channel: it.channel,
      direct: it.direct,
      late: it.late,
      registeredOn: it.registeredOn,
      ...wording,
      ...(place && columnsOfPlace(place)),
      createdAt: at,
      changedAt: at,
    })}
  `

/** Writes what an act changed. Only carryOut calls it, with what `apply` made. */
export const saveEnquiry = (tx: Tx, it: Enquiry, at: Date): Statement =>
  tx`update enquiries.enquiry set ${tx({ ...rowOf(it), changedAt: at })} where id = ${it.id}`

/** What events may change. */
export const rowOf = (it: Enquiry) => ({
  version: it.version,
  kind: it.kind,
  restricted: it.restricted,
  topicId: it.topicId,
  wardId: it.wardId,
  mailboxId: it.mailboxId,
  holderId: it.holderId,
  accepted: it.accepted,
  assignedOn: it.assignedOn,
  rightMailboxId: it.rightMailboxId,
  status: it.status,
  submittedBy: it.submittedBy,
  round: it.round,
  receivedOn: it.receivedOn,
  clockFrom: it.clockFrom,
  limitWorkingDays: it.limitWorkingDays,
  pauses: JSON.stringify(it.pauses),
  dueOn: it.dueOn,
  extensions: JSON.stringify(it.extensions),
  agreedDueOn: it.agreedDueOn,
  headlineDueOn: it.headlineDueOn,
  acknowledgedOn: it.acknowledgedOn,
  nextUpdateOn: it.nextUpdateOn,
  answeredOn: it.answeredOn,
  firstAnsweredOn: it.firstAnsweredOn,
  closedOn: it.closedOn,
  outcome: it.outcome,
  laneOn: it.laneOn,
  promises: JSON.stringify(it.promises),
  chases: it.chases,
  climbed: JSON.stringify(it.climbed),
  saidOn: it.saidOn,
  links: JSON.stringify(it.links),
  setLeadId: it.setLeadId,
  contributions: JSON.stringify(it.contributions),
  handedOver: it.handedOver && JSON.stringify(it.handedOver),
})

/** What happened to one enquiry, under these ids; `from` is the sequence number of the first. */
export type Happening = {
  readonly enquiryId: string
  readonly from: number
  readonly recorded: readonly Recorded[]
  readonly ids: readonly string[]
}

export const insertEvents = (tx: Tx, happening: Happening): Statement =>
  tx`insert into enquiries.event ${tx(eventRows(happening).map(it => ({ ...it, data: JSON.stringify(it.data) })))}`

/** What happened to one, a row for each event. */
export const eventRows = ({ enquiryId, from, recorded, ids }: Happening) =>
  recorded.map(({ event: { type, ...data }, at, on, by, as, onBehalfOf }, i) => ({
    id: ids[i]!,
    enquiryId,
    sequence: from + i,
    type,
    at,
    onDay: on,
    byPerson: by,
    asPart: as,
    onBehalfOf,
    data,
  }))

type EventRow = {
  type: string
  data: object
  at: string
  on: Recorded['on']
  by: string | null
  as: string
  onBehalfOf: string | null
}

/** Everything that happened to an enquiry, in order. */
export const historyOf = (tx: Tx, enquiryId: string) => ask(tx, askHistory(tx, enquiryId))

export const askHistory = (tx: Tx, enquiryId: string): Asking<(Recorded & { sequence: number })[]> => ({
  statement: tx`
    select sequence, type, data, at, on_day as "on", by_person as "by", as_part as "as", on_behalf_of
    from enquiries.event
    where enquiry_id = ${enquiryId}
    order by sequence
  `,
  read: (rows: (EventRow & { sequence: number })[]) =>
    rows.map(({ type, data, at, ...when }) => ({
      ...when,
      at: new Date(at),
      event: { type, ...data } as EnquiryEvent,
    })),
})

/** References of every enquiry, page by page, for the nightly comparison of rows with their events. */
export async function everyReference(
  tx: Tx,
  after: string,
  limit: number,
): Promise<{ id: string; reference: Reference }[]> {
  return tx<{ id: string; reference: Reference }[]>`
    select id, reference from enquiries.enquiry where reference > ${after} order by reference limit ${limit}
  `
}
