import type { Database, Tx } from '#platform/db/database.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Status } from '../../enquiry.ts'

/** So many are shown; a few more are kept, for those of them that have left one's sight. */
const shown = 10
const kept = 30

/** Keeps that somebody opened an enquiry, in a transaction of its own. Nobody waits for it, neither the page nor the disk. */
export async function noteSeen({ sql }: Database, person: string, enquiry: string, at: Date): Promise<void> {
  await sql`select enquiries.note_seen(${person}, ${enquiry}, ${at}, ${kept})`
}

export type Seen = {
  readonly reference: Reference
  readonly subject: string
  readonly status: Status
  readonly at: Date
}

/** What somebody opened last and may still see. */
export const recentlySeen = (tx: Tx, person: string) => tx<Seen[]>`
  select e.reference, e.subject, e.status, s.at
  from enquiries.recently_seen s join enquiries.enquiry e on e.id = s.enquiry_id
  where s.person_id = ${person}
  order by s.at desc limit ${shown}
`
