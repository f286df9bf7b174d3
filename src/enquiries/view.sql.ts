import type { Tx } from '#platform/db/database.ts'
import type { Enquiry } from './enquiry.ts'
import type { Part } from './act.ts'
import { enquiryColumns, partsIn } from './enquiry.sql.ts'
import type { Place } from './place/place.ts'

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
  /** where it is about, as it was said */
  readonly place: Place | null
  /** where it belongs in the view of whoever declined it */
  readonly rightMailbox: string | null
  /** the partner who has it */
  readonly partner: string | null
}

export type Viewed = { readonly enquiry: Enquiry; readonly names: Names }

/** One enquiry with its names, if the viewer sees it. */
export async function viewEnquiry(tx: Tx, reference: string): Promise<Viewed | undefined> {
  const [row] = await tx<(Enquiry & { names: Names })[]>`
    select ${enquiryColumns(tx)}, ${names(tx)} as names ${withNames(tx)} where e.reference = ${reference}
  `
  if (!row) return undefined
  const { names: found, ...enquiry } = row
  return { enquiry, names: found }
}

/** The same with the parts that a viewer has in it, in one question: every page of an enquiry begins with it. */
export async function viewWithParts(
  tx: Tx,
  reference: string,
  seer: string,
): Promise<(Viewed & { parts: readonly Part[] }) | undefined> {
  const [row] = await tx<(Enquiry & { names: Names; parts: Part[] })[]>`
    select ${enquiryColumns(tx)}, ${names(tx)} as names, ${partsIn(tx, seer)} as parts
    ${withNames(tx)} where e.reference = ${reference}
  `
  if (!row) return undefined
  const { names: found, parts, ...enquiry } = row
  return { enquiry, names: found, parts }
}

const names = (tx: Tx) => tx`
  json_build_object(
    'subject', e.subject, 'constituent', e.constituent, 'member', m.name, 'memberEmail', m.email, 'raiser', r.name,
    'mailbox', b.name, 'mailboxKey', b.key, 'mailboxPhone', b.phone, 'service', s.name, 'holder', h.name,
    'holderEmail', h.email, 'topic', t.name, 'topicNeedsReview', coalesce(t.needs_review, false), 'ward', w.name,
    'rightMailbox', rb.name, 'partner', pb.name,
    'place', case when e.place is not null then json_build_object(
      'words', e.place, 'postcode', e.postcode, 'latitude', e.latitude, 'longitude', e.longitude) end)
`

const withNames = (tx: Tx) => tx`
  from enquiries.enquiry e
  join people.person m on m.id = e.member_id
  left join people.person r on r.id = e.raised_by
  left join mailboxes.mailbox b on b.id = e.mailbox_id
  left join people.service s on s.id = b.service_id
  left join people.person h on h.id = e.holder_id
  left join mailboxes.topic t on t.id = e.topic_id
  left join people.ward w on w.id = e.ward_id
  left join mailboxes.mailbox rb on rb.id = e.right_mailbox_id
  left join mailboxes.mailbox pb on pb.id = (e.handed_over ->> 'mailboxId')::uuid
`
