import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import { secondsPresent, type Present } from './presence.ts'

export type SignOfLife = {
  readonly reference: string
  readonly person: string
  readonly doing: string
  readonly at: Date
}

export type Company = { readonly version: number; readonly others: readonly Present[] }

/**
 * One statement: somebody is here, who else is, and at which version the enquiry stands. It also takes away what they
 * left elsewhere long ago, and marks what they were told of this enquiry as read. Undefined when they do not see it.
 */
export async function keepCompany(tx: Tx, { reference, person, doing, at }: SignOfLife): Promise<Company | undefined> {
  const [row] = await tx<Company[]>`
    with here as (select id, version from enquiries.enquiry where reference = ${reference}),
    kept as (
      insert into enquiries.presence (enquiry_id, person_id, doing, at)
      select id, ${person}::uuid, ${doing}, ${at}::timestamptz from here
      on conflict (enquiry_id, person_id) do update set doing = excluded.doing, at = excluded.at
    ),
    swept as (
      delete from enquiries.presence p
      where p.person_id = ${person} and p.at < ${at}::timestamptz - interval '1 hour' and p.enquiry_id not in (select id from here)
    ),
    told as (
      update enquiries.notice n set read_at = ${at}::timestamptz
      where n.person_id = ${person} and n.read_at is null and n.enquiry_id in (select id from here)
    )
    select h.version, ${others(tx, person, at)} as others from here h
  `
  return row
}

/** Who else is at an enquiry. */
export const presentAt = (tx: Tx, enquiryId: string, person: string, at: Date): Promise<readonly Present[]> =>
  ask(tx, askPresent(tx, enquiryId, person, at))

export const askPresent = (tx: Tx, enquiryId: string, person: string, at: Date): Asking<readonly Present[]> => ({
  statement: present(tx, tx`${enquiryId}::uuid`, person, at),
  read: rows => rows,
})

const others = (tx: Tx, person: string, at: Date) =>
  tx`(select coalesce(json_agg(o), '[]') from (${present(tx, tx`h.id`, person, at)}) o)`

const present = (tx: Tx, enquiryId: Statement, person: string, at: Date) => tx`
  select q.name, p.doing
  from enquiries.presence p join people.person q on q.id = p.person_id
  where p.enquiry_id = ${enquiryId} and p.person_id <> ${person}
    and p.at > ${at}::timestamptz - make_interval(secs => ${secondsPresent})
  order by q.sort_name
`

/** Somebody left the page. */
export async function leave(tx: Tx, reference: string, person: string): Promise<void> {
  await tx`
    delete from enquiries.presence
    where person_id = ${person} and enquiry_id = (select id from enquiries.enquiry where reference = ${reference})
  `
}
