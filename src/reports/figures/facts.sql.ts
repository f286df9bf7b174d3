import type { EnquiryEvent, Recorded } from '#enquiries/door.ts'
import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Fact } from './fact.ts'

/** A fact as it is kept: with what quality says of its answers, and whether time alone may still change it. */
export type KeptFact = Fact & {
  readonly score: number | null
  readonly rating: number | null
  readonly live: boolean
  /** of a restricted one: whose it is, kept apart */
  readonly ofMember: string | null
}

export type Told = { readonly id: string; readonly reference: Reference; readonly history: readonly Recorded[] }

type EventRow = {
  enquiryId: string
  reference: Reference
  type: string
  data: object
  at: Date
  on: Day
  by: string | null
  as: string
  onBehalfOf: string | null
}

/** Everything that happened to these enquiries. */
export async function historiesOf(tx: Tx, ids: readonly string[]): Promise<Told[]> {
  const rows = await tx<EventRow[]>`
    select v.enquiry_id, e.reference, v.type, v.data, v.at, v.on_day as "on", v.by_person as "by", v.as_part as "as",
      v.on_behalf_of
    from enquiries.event v join enquiries.enquiry e on e.id = v.enquiry_id
    where v.enquiry_id = any (${ids as string[]}::uuid[])
    order by v.enquiry_id, v.sequence
  `
  return Map.groupBy(rows, it => it.enquiryId)
    .entries()
    .toArray()
    .map(([id, events]) => ({ id, reference: events[0]!.reference, history: events.map(recorded) }))
}

const recorded = ({ type, data, at, on, by, as, onBehalfOf }: EventRow): Recorded => ({
  event: { type, ...data } as EnquiryEvent,
  at,
  on,
  by,
  as,
  onBehalfOf,
})

export type Judged = { readonly score: number | null; readonly rating: number | null }

/** What quality says of the last answer that it says something of. */
export async function qualityOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Judged>> {
  const rows = await tx<(Judged & { id: string })[]>`
    select it.id,
      (select s.score from quality.score s where s.enquiry_id = it.id order by s.round desc limit 1) as score,
      (select r.rating from quality.rating r where r.enquiry_id = it.id order by r.round desc limit 1) as rating
    from unnest(${ids as string[]}::uuid[]) as it(id)
  `
  return new Map(rows.map(({ id, score, rating }) => [id, { score, rating }]))
}

/** The facts kept of these enquiries. */
export const keptFacts = (tx: Tx, ids: readonly string[]): Promise<KeptFact[]> => tx<KeptFact[]>`
  select f.enquiry_id, f.reference, f.version, f.received_on, f.restricted, f.member_id, f.ward_id, f.topic_id,
    f.mailbox_id, f.kind, f.channel, f.direct, f.registered_late, f.is_open, f.joined, f.deflected, f.due_on, f.target_on,
    f.agreed_on, f.gross_on, f.answered_on, f.closed_on, f.working_days, f.working_days_net, f.extensions, f.pauses,
    f.chases, f.climbs, f.rounds, f.promises, f.promises_broken, f.promise_due_on, f.score, f.rating, f.live,
    r.member_id as of_member
  from reports.fact f left join reports.restricted_fact r using (enquiry_id)
  where f.enquiry_id = any (${ids as string[]}::uuid[])
`

/** Keeps these facts, unless what is kept already was made of more events. */
export async function saveFacts(tx: Tx, facts: readonly KeptFact[]): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map(({ ofMember: _, ...row }) => row)
  await tx`
    insert into reports.fact ${tx(rows)}
    on conflict (enquiry_id) do update set (version, received_on, restricted, member_id, ward_id, topic_id, mailbox_id,
      kind, channel, direct, registered_late, is_open, joined, deflected, due_on, target_on, agreed_on, gross_on,
      answered_on, closed_on, working_days, working_days_net, extensions, pauses, chases, climbs, rounds, promises,
      promises_broken, promise_due_on, score, rating, live) =
      (excluded.version, excluded.received_on, excluded.restricted, excluded.member_id, excluded.ward_id,
      excluded.topic_id, excluded.mailbox_id, excluded.kind, excluded.channel, excluded.direct, excluded.registered_late,
      excluded.is_open, excluded.joined, excluded.deflected, excluded.due_on, excluded.target_on, excluded.agreed_on,
      excluded.gross_on, excluded.answered_on, excluded.closed_on, excluded.working_days, excluded.working_days_net,
      excluded.extensions, excluded.pauses, excluded.chases, excluded.climbs, excluded.rounds, excluded.promises,
      excluded.promises_broken, excluded.promise_due_on, excluded.score, excluded.rating, excluded.live)
    where excluded.version >= fact.version
  `
  await tx`delete from reports.restricted_fact where enquiry_id = any (${rows.map(it => it.enquiryId)}::uuid[])`
  const own = facts.flatMap(({ enquiryId, ofMember }) => (ofMember ? { enquiryId, memberId: ofMember } : []))
  if (own.length > 0) await tx`insert into reports.restricted_fact ${tx(own)}`
}

/** Drops the facts of what counts nowhere any more. */
export async function dropFacts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx`delete from reports.fact where enquiry_id = any (${ids as string[]}::uuid[])`
}

/** The next enquiries in the order of their ids: for going through all of them. */
export async function enquiriesAfter(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from enquiries.enquiry where ${after}::uuid is null or id > ${after} order by id limit ${limit}
  `
  return rows.map(it => it.id)
}

/**
 * Takes what quality says of answers scored or rated since a moment into the facts that do not say so yet: all at once,
 * for nothing else of them can have changed. Gives the months whose sums no longer hold.
 */
export async function takeInJudged(tx: Tx, since: Date): Promise<Day[]> {
  const rows = await tx<{ receivedOn: Day }[]>`
    with judged as (
      select it.enquiry_id,
        (select s.score from quality.score s where s.enquiry_id = it.enquiry_id order by s.round desc limit 1) as score,
        (select r.rating from quality.rating r where r.enquiry_id = it.enquiry_id order by r.round desc limit 1) as rating
      from (
        select s.enquiry_id from quality.score s where s.scored_at >= ${since}
        union select r.enquiry_id from quality.rating r where r.rated_at >= ${since}
      ) it
    ), told as (
      update reports.fact f set score = j.score, rating = j.rating from judged j
      where f.enquiry_id = j.enquiry_id and (f.score, f.rating) is distinct from (j.score, j.rating)
      returning f.received_on, f.live
    )
    select distinct received_on from told where not live
  `
  return rows.map(it => it.receivedOn)
}

/** Lets facts settle whose last promise has fallen due; gives the months they belong to. */
export async function settle(tx: Tx, today: Day): Promise<Day[]> {
  const rows = await tx<{ receivedOn: Day }[]>`
    update reports.fact set live = false where live and not is_open and promise_due_on < ${today} returning received_on
  `
  return rows.map(it => it.receivedOn)
}

export async function hasFacts(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ any: boolean }[]>`
    select exists (select from reports.fact) or not exists (select from enquiries.enquiry) as any
  `
  return row!.any
}

/** Enquiries whose facts were made of other events than there are, or not at all. */
export async function unmade(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select e.id from enquiries.enquiry e left join reports.fact f on f.enquiry_id = e.id
    where f.version is distinct from e.version and e.outcome is distinct from 'recorded-in-error'
    limit ${limit}
  `
  return rows.map(it => it.id)
}
