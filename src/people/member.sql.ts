import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Level } from './delegation.sql.ts'
import type { Member, NewMember } from './member.ts'

const columns = (tx: Tx) => tx`
  m.person_id as id, p.name, p.email::text, m.ward_id, w.key as ward_key, w.name as ward, m.group_id, g.name as group,
  m.from_on, m.until_on, p.disabled_at is not null as disabled
`

const members = (tx: Tx) => tx`
  people.member m
  join people.person p on p.id = m.person_id
  join people.ward w on w.id = m.ward_id
  left join people.political_group g on g.id = m.group_id
`

export async function readMember(tx: Tx, id: string): Promise<Member | undefined> {
  const [found] = await tx<Member[]>`select ${columns(tx)} from ${members(tx)} where m.person_id = ${id}`
  return found
}

export const readServingMembers = (tx: Tx, today: Day): Promise<Member[]> => tx<Member[]>`
  select ${columns(tx)} from ${members(tx)}
  where p.disabled_at is null and m.from_on <= ${today} and (m.until_on is null or m.until_on >= ${today})
  order by p.sort_name, p.id
`

/** The person, if a member now or once, then those who delegated to the person for that day, by surname. */
export const readMembersActedFor = (
  tx: Tx,
  person: string,
  today: Day,
  levels: readonly Level[],
): Promise<Member[]> => tx<Member[]>`
  select ${columns(tx)} from ${members(tx)}
  where m.person_id = ${person} or (p.disabled_at is null and m.person_id in (
    select d.member_id from people.delegation d
    where d.assistant_id = ${person} and d.revoked_at is null and d.from_on <= ${today} and d.level = any(${levels}::text[])
      and (d.until_on is null or d.until_on >= ${today})))
  order by m.person_id <> ${person}, p.sort_name, p.id
`

export async function saveMembers(tx: Tx, rows: readonly NewMember[]): Promise<void> {
  const given = rows.map(it => ({ ...it, groupId: it.groupId ?? null, untilOn: it.untilOn ?? null }))
  await tx`
    insert into people.member (person_id, ward_id, group_id, from_on, until_on)
    select "personId", "wardId", "groupId", "fromOn", "untilOn" from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as g("personId" uuid, "wardId" uuid, "groupId" uuid, "fromOn" date, "untilOn" date)
    on conflict (person_id) do update set ward_id = excluded.ward_id, group_id = excluded.group_id,
      from_on = excluded.from_on, until_on = excluded.until_on
  `
}
