import type { Tx } from '#platform/db/database.ts'

/** Enquiries of a mailbox that somebody works on, those of one person left out, the newest first. */
export const underWay = (tx: Tx, mailboxId: string, but: string) => tx<
  { id: string; reference: string; holderId: string }[]
>`
  select id, reference, holder_id from enquiries.enquiry
  where mailbox_id = ${mailboxId} and status = 'in-progress' and holder_id <> ${but}
    and due_on > received_on + 6 and contributions = '[]'
  order by due_on desc, id limit 12
`

/** What one person works on, the latest due first. */
export const heldUnderWay = (tx: Tx, holderId: string) => tx<{ id: string; reference: string }[]>`
  select id, reference from enquiries.enquiry
  where holder_id = ${holderId} and status = 'in-progress' order by due_on desc, id limit 4
`
