import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Enquiry } from './enquiry.ts'
import type { Part } from './act.ts'
import { enquiryColumns, partsIn } from './enquiry.sql.ts'
import { nameBooks, type NameBooks } from './name-books.ts'
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
  /** when its words were erased, and why; null: they are there */
  readonly erased: { readonly on: Day; readonly because: string } | null
  /** where it belongs in the view of whoever declined it */
  readonly rightMailbox: string | null
  /** the partner who has it */
  readonly partner: string | null
}

export type Viewed = { readonly enquiry: Enquiry; readonly names: Names }

/** One enquiry with its names, if the viewer sees it. */
export const viewEnquiry = (tx: Tx, reference: string): Promise<Viewed | undefined> => view(tx, reference)

/** The same with the parts that a viewer has in it, in one question: every page of an enquiry begins with it. */
export const viewWithParts = (
  tx: Tx,
  reference: string,
  seer: string,
): Promise<(Viewed & { parts: readonly Part[]; books: NameBooks }) | undefined> => view(tx, reference, seer)

/** Several with their names in one question, by their numbers; those the viewer does not see are left out. */
export async function viewEnquiries(tx: Tx, references: readonly string[]): Promise<ReadonlyMap<string, Viewed>> {
  const [rows, books] = await Promise.all([
    tx<Omit<Row, 'parts'>[]>`
      select ${enquiryColumns(tx)}, ${words(tx)} as words
      from enquiries.enquiry e where e.reference = any (${references as string[]})
    `,
    nameBooks(tx),
  ])
  return new Map(
    rows.map(({ words: said, ...enquiry }) => [
      enquiry.reference,
      { enquiry, names: { ...said, ...namesOf(enquiry, books) } },
    ]),
  )
}

type Row = Enquiry & { readonly words: Words; readonly parts: Part[] }
type Words = Pick<Names, 'subject' | 'constituent' | 'place' | 'erased'>

/** The names come from the copies that are held: joins cost more than all the rest, each under its own policy. */
async function view(tx: Tx, reference: string, seer?: string) {
  const [[row], books] = await Promise.all([
    tx<Row[]>`
      select ${enquiryColumns(tx)}, ${words(tx)} as words, ${seer === undefined ? tx`'{}'::text[]` : partsIn(tx, seer)} as parts
      from enquiries.enquiry e where e.reference = ${reference}
    `,
    nameBooks(tx),
  ])
  if (!row) return undefined
  const { words: said, parts, ...enquiry } = row
  return { enquiry, names: { ...said, ...namesOf(enquiry, books) }, parts, books }
}

const words = (tx: Tx) => tx`
  json_build_object('subject', e.subject, 'constituent', e.constituent, 'erased',
    case when e.erased_on is not null then json_build_object('on', e.erased_on, 'because', e.erased_because) end,
    'place', case when e.place is not null then json_build_object(
      'words', e.place, 'postcode', e.postcode, 'latitude', e.latitude, 'longitude', e.longitude) end)
`

function namesOf(
  it: Enquiry,
  { council: { person, place }, register: { mailbox, topic } }: NameBooks,
): Omit<Names, keyof Words> {
  const [member, holder, box] = [person(it.memberId), person(it.holderId), mailbox(it.mailboxId)]
  return {
    member: member?.name ?? '',
    memberEmail: member?.email ?? '',
    raiser: person(it.raisedBy)?.name ?? null,
    mailbox: box?.name ?? null,
    mailboxKey: box?.key ?? null,
    mailboxPhone: box?.phone ?? null,
    service: place(box?.serviceId ?? null),
    holder: holder?.name ?? null,
    holderEmail: holder?.email ?? null,
    topic: topic(it.topicId)?.name ?? null,
    topicNeedsReview: topic(it.topicId)?.needsReview ?? false,
    ward: place(it.wardId),
    rightMailbox: mailbox(it.rightMailboxId)?.name ?? null,
    partner: mailbox(it.handedOver?.mailboxId ?? null)?.name ?? null,
  }
}
