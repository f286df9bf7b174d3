import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { heldNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Enquiry, Status } from '../enquiry.ts'

/** Another enquiry as a page names it beside this one. */
export type Other = {
  readonly id: string
  readonly reference: Reference
  readonly subject: string
  readonly status: Status
  readonly memberId: string
  readonly memberName: string
  readonly holderName: string | null
  readonly joinedTo: string | null
  readonly setLeadId: string | null
  readonly dueOn: Day | null
  readonly version: number
}

const columns = (tx: Tx) => tx`
  e.id, e.reference, e.subject, e.status, e.member_id, e.holder_id, e.set_lead_id, e.due_on, e.version,
  jsonb_path_query_first(e.links, '$[*] ? (@.as == "joined-to").to') #>> '{}' as joined_to
`

type Row = Omit<Other, 'memberName' | 'holderName'> & { readonly holderId: string | null }

async function named(tx: Tx, asked: Promise<readonly Row[]>): Promise<Other[]> {
  const [rows, { person }] = await Promise.all([asked, heldNames(tx)])
  return rows.map(({ holderId, ...it }) => ({
    ...it,
    memberName: person(it.memberId)?.name ?? '',
    holderName: person(holderId)?.name ?? null,
  }))
}

/** The enquiries this one belongs together with, as far as the viewer sees them. */
export async function othersOf(tx: Tx, { id, links, setLeadId }: Enquiry): Promise<Other[]> {
  if (links.length === 0 && setLeadId === null) return []
  const found = tx<Row[]>`
    select ${columns(tx)}
    from enquiries.enquiry e
    where e.id = any (${links.map(it => it.to)}::uuid[]) or (e.set_lead_id = ${setLeadId} and e.id <> ${id})
    order by e.reference
  `
  return named(tx, found)
}

/** How like two subjects have to be: 0 have nothing in common, 1 are the same. */
const alike = 0.3

// the words that are compared with are made plain once and not for each row
const likeness = (tx: Tx, subject: string) =>
  tx`public.similarity(platform.plain(e.subject), (select platform.plain(${subject})))`

/**
 * Open enquiries of the same member that seem to be about the same matter: of the same topic or with a like subject,
 * the likeliest first. One look at the open enquiries of one member.
 */
export async function perhapsTheSame(tx: Tx, { id, memberId, topicId }: Enquiry, subject: string): Promise<Other[]> {
  const found = tx<Row[]>`
    select ${columns(tx)}
    from enquiries.enquiry e cross join lateral (select ${likeness(tx, subject)} as likeness) l
    where e.member_id = ${memberId} and e.id <> ${id} and e.status not in ('answered', 'closed') and l.likeness >= ${alike}
    order by l.likeness desc, e.topic_id = ${topicId} desc nulls last, e.reference
    limit 3
  `
  return named(tx, found)
}

/**
 * Enquiries of other members in the same mailbox that seem to be about the same matter and may be in one set with this
 * one. One look at the open enquiries of one mailbox.
 */
export async function perhapsInOneSet(tx: Tx, it: Enquiry, subject: string): Promise<Other[]> {
  const found = tx<Row[]>`
    select ${columns(tx)}
    from enquiries.enquiry e cross join lateral (select ${likeness(tx, subject)} as likeness) l
    where e.mailbox_id = ${it.mailboxId} and e.status not in ('answered', 'closed') and e.member_id <> ${it.memberId}
      and e.restricted = ${it.restricted} and (e.set_lead_id is null or e.set_lead_id is distinct from ${it.setLeadId}::uuid)
      and l.likeness >= ${alike}
    order by l.likeness desc, e.reference
    limit 5
  `
  return named(tx, found)
}

/** The numbers of some enquiries, by id, as far as the viewer sees them. */
export async function referencesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Reference>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: string; reference: Reference }[]>`
    select id, reference from enquiries.enquiry where id = any (${ids as string[]}::uuid[])
  `
  return new Map(rows.map(it => [it.id, it.reference]))
}
