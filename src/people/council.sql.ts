import type { Tx } from '#platform/db/database.ts'
import type { Directorate, Group, Organisation, Service, Ward } from './council.ts'

export const readWards = (tx: Tx): Promise<Ward[]> => tx<Ward[]>`select id, key, name from people.ward order by name`

export const readGroups = (tx: Tx): Promise<Group[]> =>
  tx<Group[]>`select id, name from people.political_group order by name`

export const readOrganisations = (tx: Tx): Promise<Organisation[]> =>
  tx<Organisation[]>`select id, key, name from people.organisation order by name`

export const readDirectorates = (tx: Tx): Promise<Directorate[]> => tx<Directorate[]>`
  select d.id, d.key, d.name, d.director_id, p.name as director
  from people.directorate d left join people.person p on p.id = d.director_id order by d.name
`

export const readServices = (tx: Tx): Promise<Service[]> => tx<Service[]>`
  select s.id, s.key, s.name, s.directorate_id, d.name as directorate, s.head_id, p.name as head
  from people.service s
  join people.directorate d on d.id = s.directorate_id
  left join people.person p on p.id = s.head_id
  order by s.name
`

/** Who is asked when a service is late: its head, then the director above. Disabled people are left out. */
export async function readHeads(
  tx: Tx,
  serviceId: string,
): Promise<{ headId: string | null; directorId: string | null }> {
  const [row] = await tx<{ headId: string | null; directorId: string | null }[]>`
    select h.id as head_id, b.id as director_id
    from people.service s
    join people.directorate d on d.id = s.directorate_id
    left join people.person h on h.id = s.head_id and h.disabled_at is null
    left join people.person b on b.id = d.director_id and b.disabled_at is null
    where s.id = ${serviceId}
  `
  return { headId: row?.headId ?? null, directorId: row?.directorId ?? null }
}

type Keyed = { readonly key: string; readonly name: string }

const idOf = async (rows: Promise<{ id: string }[]>): Promise<string> => (await rows)[0]!.id

export const insertWard = (tx: Tx, it: Keyed): Promise<string> =>
  idOf(tx<{ id: string }[]>`insert into people.ward (key, name) values (${it.key}, ${it.name}) returning id`)

export const insertGroup = (tx: Tx, name: string): Promise<string> =>
  idOf(tx<{ id: string }[]>`insert into people.political_group (name) values (${name}) returning id`)

export const insertOrganisation = (tx: Tx, it: Keyed): Promise<string> =>
  idOf(tx<{ id: string }[]>`insert into people.organisation (key, name) values (${it.key}, ${it.name}) returning id`)

export const insertDirectorate = (tx: Tx, it: Keyed & { directorId: string | null }): Promise<string> =>
  idOf(tx<{ id: string }[]>`
    insert into people.directorate (key, name, director_id) values (${it.key}, ${it.name}, ${it.directorId}) returning id
  `)

export const insertService = (tx: Tx, it: Keyed & { directorateId: string; headId: string | null }): Promise<string> =>
  idOf(tx<{ id: string }[]>`
    insert into people.service (key, name, directorate_id, head_id)
    values (${it.key}, ${it.name}, ${it.directorateId}, ${it.headId}) returning id
  `)

export async function renameWard(tx: Tx, id: string, name: string): Promise<void> {
  await tx`update people.ward set name = ${name} where id = ${id}`
}

export async function renameGroup(tx: Tx, id: string, name: string): Promise<void> {
  await tx`update people.political_group set name = ${name} where id = ${id}`
}

export async function renameOrganisation(tx: Tx, id: string, name: string): Promise<void> {
  await tx`update people.organisation set name = ${name} where id = ${id}`
}

export async function updateDirectorate(
  tx: Tx,
  id: string,
  it: { name: string; directorId: string | null },
): Promise<void> {
  await tx`update people.directorate set name = ${it.name}, director_id = ${it.directorId} where id = ${id}`
}

export async function updateService(
  tx: Tx,
  id: string,
  it: { name: string; directorateId: string; headId: string | null },
): Promise<void> {
  await tx`
    update people.service set name = ${it.name}, directorate_id = ${it.directorateId}, head_id = ${it.headId} where id = ${id}
  `
}

/** In which organisation a partner responder works; null takes the person out. */
export async function savePartnerPerson(tx: Tx, personId: string, organisationId: string | null): Promise<void> {
  if (organisationId === null) await tx`delete from people.partner_person where person_id = ${personId}`
  else {
    await tx`
      insert into people.partner_person (person_id, organisation_id) values (${personId}, ${organisationId})
      on conflict (person_id) do update set organisation_id = excluded.organisation_id
    `
  }
}

export async function readOrganisationOf(tx: Tx, personId: string): Promise<Organisation | undefined> {
  const [found] = await tx<Organisation[]>`
    select o.id, o.key, o.name from people.partner_person w join people.organisation o on o.id = w.organisation_id
    where w.person_id = ${personId}
  `
  return found
}
