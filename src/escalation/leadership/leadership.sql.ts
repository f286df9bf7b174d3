import type { Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'

/** An open enquiry that has climbed to the leadership team. */
export type WithLeadership = {
  readonly reference: Reference
  readonly subject: string
  readonly memberId: string
  readonly mailboxId: string | null
  readonly holderId: string | null
  readonly dueOn: Day
  readonly saidOn: Day | null
  readonly nextUpdateOn: Day | null
  /** the day on which it was truly reached */
  readonly sinceOn: Day
}

/** A restricted one: its number and its days, and nothing else of it. */
export type RestrictedWithLeadership = Pick<WithLeadership, 'reference' | 'dueOn' | 'sinceOn'>

const onTheList = (tx: Tx) => tx`
  e.climbed @> '[{"rung": "leadership"}]' and e.status not in ('answered', 'closed')
`

const dates = (tx: Tx) => tx`
  coalesce(e.agreed_due_on, e.due_on, e.headline_due_on) as due_on,
  (select (c ->> 'trueOn')::date from jsonb_array_elements(e.climbed) c where c ->> 'rung' = 'leadership' limit 1) as since_on
`

/** What the viewer sees of the list, the latest first. */
export const withLeadership = (tx: Tx): Promise<WithLeadership[]> => tx<WithLeadership[]>`
  select e.reference, e.subject, e.member_id, e.mailbox_id, e.holder_id, e.said_on, e.next_update_on, ${dates(tx)}
  from enquiries.enquiry e
  where ${onTheList(tx)} and not e.restricted
  order by since_on, e.reference
`

/** Restricted ones are named by their numbers alone, to whoever has the list; nothing else leaves the database. */
export const restrictedWithLeadership = (tx: Tx, viewer: string): Promise<RestrictedWithLeadership[]> =>
  seeingAs(tx, 'system', viewer, () =>
    tx<RestrictedWithLeadership[]>`
      select e.reference, ${dates(tx)} from enquiries.enquiry e
      where ${onTheList(tx)} and e.restricted
      order by since_on, e.reference
    `.execute(),
  )
