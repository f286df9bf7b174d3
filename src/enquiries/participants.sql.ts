import type { Tx } from '#platform/db/database.ts'

/** Who takes part in an enquiry and may therefore write about it: its member, whoever raised it, and its holder. */
export async function participantsOf(tx: Tx, enquiryId: string): Promise<string[]> {
  const [row] = await tx<{ people: (string | null)[] }[]>`
    select array[member_id, raised_by, holder_id] as people from enquiries.enquiry where id = ${enquiryId}
  `
  return (row?.people ?? []).filter(person => person !== null)
}
