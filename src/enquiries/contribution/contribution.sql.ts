import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Contribution } from './contribution.ts'

const columns = (tx: Tx) => tx`
  c.id, c.enquiry_id, c.asked_by, c.of_person, c.of_name, c.of_address, c.questions, c.background, c.due_on, c.asked_at
`

export async function insertContribution(tx: Tx, it: Contribution): Promise<void> {
  await tx`insert into enquiries.contribution ${tx({ ...it, questions: [...it.questions] })}`
}

/** What was asked about an enquiry, as far as the viewer sees it, oldest first. */
export const contributionsOf = (tx: Tx, enquiryId: string): Promise<Contribution[]> => tx<Contribution[]>`
  select ${columns(tx)} from enquiries.contribution c where c.enquiry_id = ${enquiryId} order by c.asked_at, c.id
`

export async function contributionById(tx: Tx, id: string): Promise<Contribution | undefined> {
  const [row] = await tx<Contribution[]>`select ${columns(tx)} from enquiries.contribution c where c.id = ${id}`
  return row
}

/** Whoever was asked, by contribution: history speaks of them by name. */
export async function contributorNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: string; ofName: string }[]>`
    select id, of_name from enquiries.contribution where id = any (${[...ids]}::uuid[])
  `
  return new Map(rows.map(row => [row.id, row.ofName]))
}

/** What somebody was asked, newest first. */
export const askedOf = (tx: Tx, personId: string): Promise<Contribution[]> => tx<Contribution[]>`
  select ${columns(tx)} from enquiries.contribution c where c.of_person = ${personId} order by c.asked_at desc limit 100
`

/** How a part stands that somebody was asked for: still wanted, or why not. */
export type PartAsked = {
  readonly contributionId: string
  readonly standing: 'open' | 'given' | 'withdrawn' | 'expired'
}

/**
 * What somebody with this address was asked for on an enquiry: what is still open before what is over, the newest first.
 * It runs out with the link of its letter.
 */
export async function partAskedOf(tx: Tx, enquiryId: string, address: string, on: Day): Promise<PartAsked | undefined> {
  const [row] = await tx<PartAsked[]>`
    select c.id as contribution_id,
      case when fact ? 'endedOn' then coalesce(fact ->> 'ended', 'withdrawn')
        when (select max(l.ends_on) from enquiries.contribution_link l where l.contribution_id = c.id) < ${on} then 'expired'
        else 'open' end as standing
    from enquiries.contribution c
    join enquiries.enquiry e on e.id = c.enquiry_id
    cross join lateral jsonb_array_elements(e.contributions) fact
    where c.enquiry_id = ${enquiryId} and lower(c.of_address) = lower(${address}) and fact ->> 'id' = c.id::text
    order by fact ? 'endedOn', c.asked_at desc
    limit 1
  `
  return row
}

/** Enquiries with a contribution that is open. */
export async function withOpenContributions(tx: Tx): Promise<string[]> {
  const rows = await tx<{ reference: string }[]>`
    select reference from enquiries.enquiry
    where open_contributions > 0 and status not in ('answered', 'closed')
    order by reference
  `
  return rows.map(row => row.reference)
}

export async function keepLink(tx: Tx, hash: Buffer, contributionId: string, endsOn: Day): Promise<void> {
  await tx`
    insert into enquiries.contribution_link (token_hash, contribution_id, ends_on)
    values (${hash}, ${contributionId}, ${endsOn})
    on conflict (token_hash) do update set ends_on = greatest(contribution_link.ends_on, excluded.ends_on)
  `
}

/** Where a link leads; undefined when there is none, it is revoked, or its last day has passed. */
export async function contributionByLink(tx: Tx, hash: Buffer, today: Day): Promise<Contribution | undefined> {
  const [row] = await tx<Contribution[]>`
    select ${columns(tx)}
    from enquiries.contribution_link l join enquiries.contribution c on c.id = l.contribution_id
    where l.token_hash = ${hash} and l.revoked_at is null and l.ends_on >= ${today}
  `
  return row
}

export async function revokeLinks(tx: Tx, contributionId: string, at: Date): Promise<void> {
  await tx`
    update enquiries.contribution_link set revoked_at = ${at}
    where contribution_id = ${contributionId} and revoked_at is null
  `
}
