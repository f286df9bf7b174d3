import type { Tx } from '#platform/db/database.ts'

/**
 * The word of messages that comes nearest to being in so many enquiries, and in how many it is: of those that officers may
 * see, for a search that finds nothing goes other ways. Asked as the owner.
 */
export async function wordInAbout(tx: Tx, enquiries: number): Promise<{ word: string; enquiries: number }> {
  const [row] = await tx<{ word: string; enquiries: number }[]>`
    select word, ndoc as enquiries from ts_stat('
      select s.words from enquiries.searchable s join enquiries.enquiry e on e.id = s.enquiry_id where not e.restricted')
    where word ~ '^[a-z]{5,}$' order by abs(ndoc - ${enquiries}), word limit 1
  `
  return row!
}

export async function countOfEnquiries(tx: Tx): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from enquiries.enquiry`
  return row!.n
}
