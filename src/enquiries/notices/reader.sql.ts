import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Enquiry } from '../enquiry.ts'

export type Colleague = { readonly id: string; readonly name: string }

/**
 * Colleagues who work where the enquiry is, to be offered when somebody writes a note: its holder, the people of its
 * mailbox, and, unless it is restricted, member services and whoever heads the service. A proposal only: whether each of
 * them may read it is asked of the database, with their own sight, before anything is written.
 */
export const colleaguesFor = (tx: Tx, it: Enquiry, on: Day): Promise<Colleague[]> => tx<Colleague[]>`
  select p.id, p.name
  from people.person p
  where p.disabled_at is null and p.id in (
    select ${it.holderId}::uuid
    union
    select n.person_id from mailboxes.named_person n
    where n.mailbox_id = ${it.mailboxId} and n.from_on <= ${on} and (n.until_on is null or n.until_on >= ${on})
    union
    select g.person_id from people.role_grant g where g.role = 'one-stop' and not ${it.restricted}
    union
    select unnest(array[s.head_id, d.director_id])
    from mailboxes.mailbox m
    join people.service s on s.id = m.service_id
    left join people.directorate d on d.id = s.directorate_id
    where m.id = ${it.mailboxId} and not ${it.restricted}
  )
  order by p.sort_name, p.id
`
