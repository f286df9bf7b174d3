import { viewed } from '#audit/door.ts'
import type { Calendar } from '#clock/door.ts'
import { parseReference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import type { Actor } from '../act.ts'
import type { Enquiry } from '../enquiry.ts'
import type { House } from '../house.ts'
import type { NameBooks } from '../name-books.ts'
import { asRestricted } from '../review/second-person.ts'
import { viewWithParts, type Names } from '../view.sql.ts'

/** One enquiry as somebody opened it: what it is, who they are to it. */
export type Opened = {
  readonly tx: Tx
  readonly asked: Asked
  readonly house: House
  readonly enquiry: Enquiry
  readonly names: Names
  /** what further names on the page are looked up in */
  readonly books: NameBooks
  readonly actor: Actor
  readonly calendar: Calendar
  /** a second person has to read its answer before it goes */
  readonly secondPerson: boolean
}

/**
 * Opens the enquiry the address names, as far as the viewer sees it; undefined when it is not there or not theirs.
 * Every view of a restricted one is written down (domain, section 6).
 */
export async function openEnquiry(tx: Tx, asked: Asked, house: House): Promise<Opened | undefined> {
  const { viewer, now, params } = asked
  const reference = parseReference(params.reference ?? '')
  if (!reference) return undefined
  const [found, calendar] = await Promise.all([
    viewWithParts(tx, reference, viewer.person ?? 'public'),
    house.calendar(tx),
  ])
  if (!found) return undefined
  const { enquiry, names, parts, books } = found
  const [secondPerson] = await Promise.all([
    names.topicNeedsReview || asRestricted(tx, enquiry),
    enquiry.restricted &&
      viewed(tx, { at: now.at, actor: viewer.person, subject: { kind: 'enquiry', id: enquiry.id, reference } }),
  ])
  return {
    tx,
    asked,
    house,
    enquiry,
    names,
    books,
    calendar,
    secondPerson,
    actor: { person: viewer.person, name: viewer.name, parts },
  }
}

export const addressOf = ({ reference }: Pick<Enquiry, 'reference'>): string => `/enquiries/${reference}`
