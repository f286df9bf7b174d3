import type { Day } from '#kernel/day.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'

/** Somebody’s absence, with who stands in today. */
export type Away = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly fromOn: Day
  readonly untilOn: Day | null
  readonly coverId: string | null
  readonly coverName: string | null
  /** the cover is away today as well */
  readonly coverAway: boolean
}

/**
 * An absence whose work the viewer may look after: their own, of those for whom they stand in, of those whose mailbox
 * they run; member services look after all.
 */
export async function awayById(tx: Tx, id: string, today: Day): Promise<Away | undefined> {
  const [row] = await tx<Away[]>`
    select a.id, a.person_id, p.name, a.from_on, a.until_on, a.cover_id, c.name as cover_name,
      exists (
        select from mailboxes.absence o
        where o.person_id = a.cover_id and o.from_on <= ${today} and (o.until_on is null or o.until_on >= ${today})
      ) as cover_away
    from mailboxes.absence a
    join people.person p on p.id = a.person_id
    left join people.person c on c.id = a.cover_id
    where a.id = ${id} and (
      a.person_id = (select platform.viewer()) or a.cover_id = (select platform.viewer())
      or a.person_id = any ((select mailboxes.viewer_covers())::uuid[])
      or (select people.viewer_has('one-stop'))
      or exists (
        select from mailboxes.named_person n
        where n.person_id = a.person_id and n.mailbox_id = any ((select mailboxes.viewer_runs())::uuid[])
      )
    )
  `
  return row
}

export type Begun = {
  readonly id: string
  readonly personId: string
  readonly fromOn: Day
  readonly untilOn: Day | null
}

/** Absences that began between two days and are not over: whoever is offered their work hears of it once. */
export const begunBetween = (tx: Tx, from: Day, today: Day): Promise<Begun[]> => tx<Begun[]>`
  select id, person_id, from_on, until_on from mailboxes.absence
  where from_on between ${from} and ${today} and (until_on is null or until_on >= ${today})
  order by from_on, id
`

/**
 * Who is offered the work of somebody who is away: those who stand in, and owners and deputies of the mailboxes in which
 * they have work. Asked as the house.
 */
export const offeredTo = (tx: Tx, personId: string, today: Day): Promise<{ personId: string }[]> => tx<
  { personId: string }[]
>`
  with recursive away as (
    select a.person_id, a.cover_id from mailboxes.absence a
    where a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})
  ), chain as (
    select a.cover_id, array[a.person_id] as passed from away a where a.person_id = ${personId} and a.cover_id is not null
    union all
    select a.cover_id, c.passed || a.person_id
    from chain c join away a on a.person_id = c.cover_id
    where a.cover_id is not null and not a.cover_id = any (c.passed)
  )
  select c.cover_id as person_id from chain c where c.cover_id not in (select person_id from away)
  union
  select n.person_id from mailboxes.named_person n
  where n.part in ('owner', 'deputy', 'proper-officer') and n.person_id <> ${personId}
    and n.from_on <= ${today} and (n.until_on is null or n.until_on >= ${today})
    and n.mailbox_id in (
      select e.mailbox_id from enquiries.enquiry e where e.holder_id = ${personId} and e.status not in ('answered', 'closed')
    )
    and n.person_id not in (select person_id from away)
  order by 1
`

/** How much open work of somebody another person sees. The sight of the transaction, the house’s, is put back. */
export const heldSeenBy = (tx: Tx, holder: string, seer: string): Promise<number> =>
  seeingAs(tx, seer, 'system', async () => {
    const [row] = await tx<{ n: number }[]>`
      select count(*)::int as n from enquiries.enquiry where holder_id = ${holder} and status not in ('answered', 'closed')
    `
    return row!.n
  })
