import type { Tx } from '#platform/db/database.ts'
import { enquiryById } from '../enquiry.sql.ts'
import { joinedTo, type Enquiry } from '../enquiry.ts'

/** The enquiry that a message about this one is for: where it is joined to another, the one that leads. */
export async function whereItGoesOn(tx: Tx, id: string): Promise<Enquiry | undefined> {
  const enquiry = await enquiryById(tx, id)
  const lead = enquiry && joinedTo(enquiry)
  return lead ? ((await enquiryById(tx, lead)) ?? enquiry) : enquiry
}
