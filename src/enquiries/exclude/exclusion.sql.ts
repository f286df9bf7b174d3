import type { Tx } from '#platform/db/database.ts'

/** Somebody who is kept out of one enquiry, or was until it was lifted. */
export type Exclusion = {
  readonly id: string
  readonly enquiryId: string
  readonly personId: string
  readonly why: string
  readonly byPerson: string
  readonly at: Date
  readonly liftedAt: Date | null
  readonly liftedBy: string | null
  readonly liftedWhy: string | null
}

/** Those in force first, then the lifted ones, the newest first. */
export const exclusionsOf = (tx: Tx, enquiryId: string): Promise<Exclusion[]> => tx<Exclusion[]>`
  select id, enquiry_id, person_id, why, by_person, at, lifted_at, lifted_by, lifted_why
  from enquiries.exclusion where enquiry_id = ${enquiryId}
  order by lifted_at is not null, at desc, id desc
`

/** False when they are excluded already. Needs a transaction of the system. */
export async function insertExclusion(
  tx: Tx,
  it: Pick<Exclusion, 'enquiryId' | 'personId' | 'why' | 'byPerson' | 'at'>,
): Promise<boolean> {
  const { count } = await tx`
    insert into enquiries.exclusion (enquiry_id, person_id, why, by_person, at)
    values (${it.enquiryId}, ${it.personId}, ${it.why}, ${it.byPerson}, ${it.at})
    on conflict (person_id, enquiry_id) where lifted_at is null do nothing
  `
  return count === 1
}

/** Whom it let in again; undefined when it was lifted before. Needs a transaction of the system. */
export async function liftExclusion(
  tx: Tx,
  it: { readonly id: string; readonly enquiryId: string; readonly by: string; readonly why: string; readonly at: Date },
): Promise<string | undefined> {
  const [row] = await tx<{ personId: string }[]>`
    update enquiries.exclusion set lifted_at = ${it.at}, lifted_by = ${it.by}, lifted_why = ${it.why}
    where id = ${it.id} and enquiry_id = ${it.enquiryId} and lifted_at is null returning person_id
  `
  return row?.personId
}

/** Who is kept out of an enquiry now. */
export async function excludedFrom(tx: Tx, enquiryId: string): Promise<Set<string>> {
  const rows = await tx<{ personId: string }[]>`
    select person_id from enquiries.exclusion where enquiry_id = ${enquiryId} and lifted_at is null
  `
  return new Set(rows.map(it => it.personId))
}
