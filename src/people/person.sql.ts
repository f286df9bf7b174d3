import type { Tx } from '#platform/db/database.ts'
import type { NewPerson, Person } from './person.ts'

const columns = (tx: Tx) => tx`
  p.id, p.name, p.email::text, p.title, p.phone, p.disabled_at is not null as disabled,
  array(select g.role from people.role_grant g where g.person_id = p.id order by g.role) as roles
`

export const readPersons = (tx: Tx, ids: readonly string[]): Promise<Person[]> =>
  tx<Person[]>`select ${columns(tx)} from people.person p where p.id = any(${ids}::uuid[]) order by p.sort_name, p.id`

export async function readPersonByAddress(tx: Tx, address: string): Promise<Person | undefined> {
  const [found] = await tx<Person[]>`
    select ${columns(tx)} from people.person p where p.id in (
      select id from people.person where email = ${address}::citext
      union all
      select person_id from people.email_address where address = ${address}::citext and verified_at is not null)
  `
  return found
}

/** Everybody who can still be given work, by surname: what a list to choose from shows. */
export const readPresentPersons = (tx: Tx): Promise<Person[]> =>
  tx<Person[]>`select ${columns(tx)} from people.person p where p.disabled_at is null order by p.sort_name, p.id`

/** Ids in the order of the people given. Addresses must be free: ask `readAddressesTaken` first. */
export async function insertPersons(tx: Tx, people: readonly NewPerson[]): Promise<string[]> {
  const rows = people.map((it, at) => ({
    at,
    name: it.name,
    email: it.email,
    title: it.title ?? '',
    phone: it.phone ?? '',
  }))
  const made = await tx<{ id: string; at: number }[]>`
    with given as materialized (
      select uuidv7() as id, g.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g(at int, name text, email text, title text, phone text)
    ), made as (
      insert into people.person (id, name, email, title, phone) select id, name, email, title, phone from given
    )
    select id, at from given order by at
  `
  return made.map(row => row.id)
}

export async function updatePerson(tx: Tx, id: string, it: NewPerson): Promise<void> {
  await tx`
    update people.person set name = ${it.name}, email = ${it.email}, title = ${it.title ?? ''}, phone = ${it.phone ?? ''}
    where id = ${id}
  `
}

export async function updateDisabled(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx`update people.person set disabled_at = ${at} where id = ${id}`
}

export async function insertRoles(
  tx: Tx,
  grants: readonly { person: string; role: string }[],
  by: string | null,
): Promise<void> {
  await tx`
    insert into people.role_grant (person_id, role, granted_by)
    select person, role, ${by}::uuid from unnest(${grants.map(it => it.person)}::uuid[], ${grants.map(it => it.role)}::text[]) as g(person, role)
    on conflict do nothing
  `
}

export async function deleteRolesExcept(tx: Tx, person: string, kept: readonly string[]): Promise<void> {
  await tx`delete from people.role_grant where person_id = ${person} and role <> all(${kept}::text[])`
}

/** Further addresses, taken as verified because an administrator or an import vouches for them. */
export async function insertAddresses(tx: Tx, rows: readonly { person: string; address: string }[]): Promise<void> {
  await tx`
    insert into people.email_address (person_id, address, verified_at)
    select person, address::citext, now()
    from unnest(${rows.map(it => it.person)}::uuid[], ${rows.map(it => it.address)}::text[]) as a(person, address)
    on conflict (address) do nothing
  `
}

export async function deleteAddressesExcept(tx: Tx, person: string, kept: readonly string[]): Promise<void> {
  await tx`delete from people.email_address where person_id = ${person} and address <> all(${kept}::text[]::citext[])`
}

/** The further addresses, without the first, which may stand among them too. */
export async function readAddresses(tx: Tx, person: string): Promise<string[]> {
  const rows = await tx<{ address: string }[]>`
    select a.address::text from people.email_address a join people.person p on p.id = a.person_id
    where a.person_id = ${person} and a.address <> p.email order by a.address
  `
  return rows.map(row => row.address)
}

/** Those of the addresses that somebody else already has, as their first or as a further one. */
export async function readAddressesTaken(
  tx: Tx,
  addresses: readonly string[],
  except: string | null,
): Promise<string[]> {
  const rows = await tx<{ address: string }[]>`
    select email::text as address from people.person
    where email = any(${addresses}::text[]::citext[]) and id is distinct from ${except}::uuid
    union
    select address::text from people.email_address
    where address = any(${addresses}::text[]::citext[]) and person_id is distinct from ${except}::uuid
  `
  return rows.map(row => row.address)
}

/** One change of addresses at a time: an address belongs to one person across both tables, which no constraint can say. */
export async function lockAddresses(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('people.address', 0))`
}
