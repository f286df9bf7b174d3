import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'

/** Work that its holder should look at first. */
export type DueWork = {
  readonly holderId: string
  readonly reference: Reference
  readonly subject: string
  readonly restricted: boolean
  readonly dueOn: Day
}

/** What is held and due by a day, the most urgent first. Needs a transaction that sees everything. */
export const dueForHolders = (tx: Tx, by: Day): Promise<DueWork[]> => tx<DueWork[]>`
  select holder_id, reference, subject, restricted, due_on from enquiries.enquiry
  where status not in ('answered', 'closed') and due_on <= ${by} and holder_id is not null
  order by due_on, id
`
