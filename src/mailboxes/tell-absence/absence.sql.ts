import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

export type Absence = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly coverId: string | null
  readonly coverName: string | null
  readonly fromOn: Day
  readonly untilOn: Day | null
}

/** Absences of this day and later, of everybody the viewer may tell an absence of. */
export const absencesFrom = (tx: Tx, on: Day): Promise<Absence[]> => tx<Absence[]>`
  select a.id, a.person_id, p.name, a.cover_id, c.name as cover_name, a.from_on, a.until_on
  from mailboxes.absence a join people.person p on p.id = a.person_id left join people.person c on c.id = a.cover_id
  where (a.until_on is null or a.until_on >= ${on}) and a.person_id in (${tellable(tx)})
  order by a.from_on, p.sort_name, a.id
`

export type Choice = { readonly id: string; readonly name: string }

/** Whose absence the viewer may tell: their own, of those whose mailbox they run, an administrator of everybody named. */
export const peopleToTellOf = (tx: Tx): Promise<Choice[]> => tx<Choice[]>`
  select p.id, p.name from people.person p where p.id in (${tellable(tx)}) and p.disabled_at is null order by p.sort_name, p.id
`

/** Who could stand in: everybody named in a mailbox today that the viewer may know of. */
export const peopleToCover = (tx: Tx, on: Day): Promise<Choice[]> => tx<Choice[]>`
  select p.id, p.name from people.person p
  where p.disabled_at is null and p.id in (
    select n.person_id from mailboxes.named_person n where n.from_on <= ${on} and (n.until_on is null or n.until_on >= ${on})
  )
  order by p.sort_name, p.id
`

const tellable = (tx: Tx) => tx`
  select platform.viewer()
  union
  select n.person_id from mailboxes.named_person n
  where (select mailboxes.viewer_administers()) or n.mailbox_id = any ((select mailboxes.viewer_runs())::uuid[])
`
