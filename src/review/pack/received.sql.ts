import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** Whether anything at all had been received by the end of that day. */
export async function receivedUntil(tx: Tx, to: Day): Promise<boolean> {
  const [row] = await tx<{ known: boolean }[]>`
    select exists (select 1 from enquiries.enquiry where received_on <= ${to}) as known
  `
  return row!.known
}
