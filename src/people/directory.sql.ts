import type { Day } from '#kernel/day.ts'
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

/** Everybody found, however many: to be saved as a file. */
export const readDirectory = (tx: Tx, search: Search): Promise<Saved[]> => tx<Saved[]>`
  select p.id, p.name, p.email::text, p.title, p.phone, p.disabled_at is not null as disabled, w.name as ward,
    o.name as organisation, g.name as group, m.from_on, m.until_on,
    array(select g.role from people.role_grant g where g.person_id = p.id order by g.role) as roles
  from people.person p
  left join people.member m on m.person_id = p.id
  left join people.ward w on w.id = m.ward_id
  left join people.political_group g on g.id = m.group_id
  left join people.partner_person pp on pp.person_id = p.id
  left join people.organisation o on o.id = pp.organisation_id
  where ${matching(tx, search)}
  order by p.sort_name, p.id
`

export type Saved = Listed & {
  readonly phone: string
  readonly group: string | null
  readonly fromOn: Day | null
  readonly untilOn: Day | null
}

/** Every word somewhere, in any order: `asante kwame` finds Kwame Asante, `streets planning` finds nobody. */
function matching(tx: Tx, { words, role, disabled }: Search) {
  const wanted = words.split(/[\s,]+/).filter(Boolean)
  const patterns = wanted.map(word => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return tx`
    (p.disabled_at is not null) = ${disabled}
    and not exists (select 1 from unnest(${patterns}::text[]) as word where
      platform.plain(concat_ws(' ', p.name, p.email::text, p.title, p.phone, w.name, o.name)) not like platform.plain(word))
    and (${role ?? null}::text is null or exists (
      select 1 from people.role_grant g where g.person_id = p.id and g.role = ${role ?? null}))
  `
}
