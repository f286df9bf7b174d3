import type { Tx } from '#platform/db/database.ts'
import type { Role } from './roles.ts'

/** What somebody looks for in the directory. */
export type Search = {
  readonly words: string
  readonly role: Role | undefined
  readonly disabled: boolean
  readonly page: number
}

export type Listed = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly title: string
  readonly roles: readonly Role[]
  readonly disabled: boolean
  readonly ward: string | null
  readonly organisation: string | null
}

export const pageSize = 50

/** One page of the people found, by surname, and how many there are in all. */
export async function searchDirectory(tx: Tx, search: Search): Promise<{ found: Listed[]; total: number }> {
  const rows = await tx<(Listed & { total: number })[]>`
    select p.id, p.name, p.email::text, p.title, p.disabled_at is not null as disabled, w.name as ward,
      o.name as organisation, count(*) over () as total,
      array(select g.role from people.role_grant g where g.person_id = p.id order by g.role) as roles
    from people.person p
    left join people.member m on m.person_id = p.id
    left join people.ward w on w.id = m.ward_id
    left join people.partner_person pp on pp.person_id = p.id
    left join people.organisation o on o.id = pp.organisation_id
    where ${matching(tx, search)}
    order by p.sort_name, p.id limit ${pageSize} offset ${(search.page - 1) * pageSize}
  `
  return { found: rows, total: rows[0]?.total ?? 0 }
}

function matching(tx: Tx, { words, role, disabled }: Search) {
  const wanted = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return tx`
    (p.disabled_at is not null) = ${disabled}
    and (${words} = '' or platform.plain(concat_ws(' ', p.name, p.email::text, p.title, w.name, o.name)) like platform.plain(${wanted}))
    and (${role ?? null}::text is null or exists (
      select 1 from people.role_grant g where g.person_id = p.id and g.role = ${role ?? null}))
  `
}
