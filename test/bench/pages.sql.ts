import type { Tx } from '#platform/db/database.ts'

/** References of enquiries that the viewer of the transaction sees, drawn from all of them. */
export const someReferences = async (tx: Tx, most: number): Promise<string[]> =>
  (await tx<{ reference: string }[]>`select reference from enquiries.enquiry order by random() limit ${most}`).map(
    row => row.reference,
  )
