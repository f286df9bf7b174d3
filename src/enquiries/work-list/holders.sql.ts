import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** Everybody who is named in a mailbox today, by surname: who may hold an enquiry. */
export const holders = (tx: Tx, today: Day) => tx<{ id: string; name: string }[]>`
  select p.id, p.name from people.person p
  where p.disabled_at is null and p.id in (
    select n.person_id from mailboxes.named_person n
    where n.from_on <= ${today} and (n.until_on is null or n.until_on >= ${today}))
  order by p.sort_name, p.id
`
