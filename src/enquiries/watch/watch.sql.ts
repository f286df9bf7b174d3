import type { Asking } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'

export async function startWatching(tx: Tx, enquiryId: string, person: string, since: Date): Promise<void> {
  await tx`
    insert into enquiries.watch (enquiry_id, person_id, since) values (${enquiryId}, ${person}, ${since})
    on conflict do nothing
  `
}

export async function stopWatching(tx: Tx, enquiryId: string, person: string): Promise<void> {
  await tx`delete from enquiries.watch where enquiry_id = ${enquiryId} and person_id = ${person}`
}

export const askWatching = (tx: Tx, enquiryId: string, person: string): Asking<boolean> => ({
  statement: tx`select from enquiries.watch where enquiry_id = ${enquiryId} and person_id = ${person}`,
  read: found => found.length > 0,
})

/** Everybody who watches each of these enquiries. Ask as the house: who watches is known to the watcher alone. */
export async function watchersOf(tx: Tx, enquiryIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await tx<{ enquiryId: string; people: string[] }[]>`
    select enquiry_id, array_agg(person_id order by person_id) as people
    from enquiries.watch where enquiry_id = any (${enquiryIds as string[]}::uuid[])
    group by enquiry_id
  `
  return new Map(rows.map(row => [row.enquiryId, row.people]))
}
