import type { Tx } from '#platform/db/database.ts'

/** Everybody who is or was a member, by surname: what they once asked still counts. */
export const everyMember = (tx: Tx) => tx<{ id: string; name: string }[]>`
  select p.id, p.name from people.member m join people.person p on p.id = m.person_id order by p.sort_name, p.id
`
