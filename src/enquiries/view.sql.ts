import type { Tx } from '#platform/db/database.ts'
import type { Enquiry } from './enquiry.ts'
import { enquiryByReference } from './enquiry.sql.ts'

/** The names that a page about one enquiry shows. */
export type Names = {
  readonly subject: string
  readonly constituent: string | null
  readonly member: string
  readonly memberEmail: string
  readonly raiser: string | null
  readonly mailbox: string | null
  readonly mailboxKey: string | null
  readonly mailboxPhone: string | null
  readonly service: string | null
  readonly holder: string | null
  readonly holderEmail: string | null
  readonly topic: string | null
  /** a second person reads answers about it before they go */
  readonly topicNeedsReview: boolean
  readonly ward: string | null
  /** where it belongs in the view of whoever declined it */
  readonly rightMailbox: string | null
}

export type Viewed = { readonly enquiry: Enquiry; readonly names: Names }

/** One enquiry with its names, if the viewer sees it. */
export async function viewEnquiry(tx: Tx, reference: string): Promise<Viewed | undefined> {
  const [enquiry, names] = await Promise.all([enquiryByReference(tx, reference), namesOf(tx, reference)])
  return enquiry && names ? { enquiry, names } : undefined
}

async function namesOf(tx: Tx, reference: string): Promise<Names | undefined> {
  const [row] = await tx<Names[]>`
    select e.subject, e.constituent, m.name as member, m.email as member_email, r.name as raiser, b.name as mailbox,
           b.key as mailbox_key, b.phone as mailbox_phone, s.name as service, h.name as holder, h.email as holder_email,
           t.name as topic, coalesce(t.needs_review, false) as topic_needs_review, w.name as ward, rb.name as right_mailbox
    from enquiries.enquiry e
    join people.person m on m.id = e.member_id
    left join people.person r on r.id = e.raised_by
    left join mailboxes.mailbox b on b.id = e.mailbox_id
    left join people.service s on s.id = b.service_id
    left join people.person h on h.id = e.holder_id
    left join mailboxes.topic t on t.id = e.topic_id
    left join people.ward w on w.id = e.ward_id
    left join mailboxes.mailbox rb on rb.id = e.right_mailbox_id
    where e.reference = ${reference}
  `
  return row
}
