import type { Database } from '#platform/db/database.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Status } from '../../enquiry.ts'

/** So many are shown; a few more are kept, for those of them that have left one's sight. */
const shown = 10
const kept = 30

/**
 * Keeps that somebody opened an enquiry. Nobody waits for it, neither the page nor the disk: losing the last second of
 * it in a power cut harms nobody.
 */
export const noteSeen = (db: Database, person: string, enquiry: string, at: Date): Promise<void> =>
  inTransaction(db, person, async tx => {
    await Promise.all([
      tx`set local synchronous_commit to off`,
      tx`
        insert into enquiries.recently_seen (person_id, enquiry_id, at) values (${person}, ${enquiry}, ${at})
        on conflict (person_id, enquiry_id) do update set at = excluded.at
      `,
      tx`
        delete from enquiries.recently_seen where person_id = ${person} and enquiry_id in (
          select s.enquiry_id from enquiries.recently_seen s where s.person_id = ${person} order by s.at desc offset ${kept})
      `,
    ])
  })

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
