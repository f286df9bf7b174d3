import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { NamedPerson, Part } from './mailbox.ts'

/** Who is named in a mailbox on a day, with absence and cover. The parts in order of rank, then by name. */
export const namedPeopleOf = (tx: Tx, mailboxId: string, on: Day): Promise<NamedPerson[]> => tx<NamedPerson[]>`
  select n.id, n.mailbox_id, n.person_id, p.name, p.email::text, n.part, n.from_on, n.until_on,
    a.id is not null or p.disabled_at is not null as absent, a.until_on as absent_until_on,
    a.cover_id, c.name as cover_name
  from mailboxes.named_person n
  join people.person p on p.id = n.person_id
  left join mailboxes.absence a
    on a.person_id = n.person_id and a.from_on <= ${on} and (a.until_on is null or a.until_on >= ${on})
  left join people.person c on c.id = a.cover_id
  where n.mailbox_id = ${mailboxId} and n.from_on <= ${on} and (n.until_on is null or n.until_on >= ${on})
  order by array_position(array['owner', 'deputy', 'proper-officer', 'responder'], n.part), p.sort_name, n.id
`

export type PartOfPerson = {
  readonly mailboxId: string
  readonly part: Part
  readonly fromOn: Day
  readonly untilOn: Day | null
}

export const partsOfPerson = (tx: Tx, personId: string, on: Day): Promise<PartOfPerson[]> => tx<PartOfPerson[]>`
  select mailbox_id, part, from_on, until_on from mailboxes.named_person
  where person_id = ${personId} and from_on <= ${on} and (until_on is null or until_on >= ${on})
  order by mailbox_id, part
`

export async function isPersonNamed(tx: Tx, mailboxId: string, personId: string, on: Day): Promise<boolean> {
  const rows = await tx`
    select from mailboxes.named_person
    where person_id = ${personId} and mailbox_id = ${mailboxId}
      and from_on <= ${on} and (until_on is null or until_on >= ${on})
    limit 1
  `
  return rows.length > 0
}
