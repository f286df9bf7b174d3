import { enquiryById, enquiryByReference, handOverOf, type Enquiry } from '#enquiries/door.ts'
import type { Later, OutboxMail } from '#mail/door.ts'
import { maySendClimb } from './may-send-climb.ts'
import { personById } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'

/**
 * The right to read, asked again at the moment of sending (domain, section 7): a mail waits while rights change.
 * Undefined: send it; else why not.
 */
export async function maySend(tx: Tx, mail: OutboxMail, now: Date): Promise<string | Later | undefined> {
  if (mail.kind === 'escalation') return maySendClimb(tx, mail, now)
  if (!mail.toPerson) return undefined
  const person = await personById(tx, mail.toPerson)
  if (!person || person.disabled) return 'The recipient no longer has an account'
  if (mail.kind === 'digest') return readsAllOf(tx, person.id, mail)
  // whoever was asked for a part is told what they were asked, not the enquiry
  if (!mail.aboutEnquiry || mail.kind === 'contribution') return undefined
  if (mail.kind === 'hand-over') return mayHearOf(tx, person.id, mail.aboutEnquiry)
  const seen = await seeingAs(tx, person.id, 'system', () => enquiryById(tx, mail.aboutEnquiry!))
  if (!seen) return 'The recipient may no longer see this enquiry'
  return isOvertaken(mail, seen) ? 'The member has replied meanwhile' : undefined
}

/** A partner sees what was handed over, never the enquiry. */
async function mayHearOf(tx: Tx, person: string, enquiryId: string): Promise<string | undefined> {
  const seen = await seeingAs(tx, person, 'system', () => handOverOf(tx, enquiryId))
  return seen ? undefined : 'The recipient no longer answers for this partner'
}

/** A reminder of a question is not sent once the question no longer waits. */
const isOvertaken = ({ kind, toPerson }: OutboxMail, { status, memberId }: Enquiry): boolean =>
  kind === 'reminder' && toPerson === memberId && status !== 'waiting-for-member'

/** A digest names many enquiries; when one of them is no longer its reader's to see, it does not go. */
async function readsAllOf(tx: Tx, person: string, { text }: OutboxMail): Promise<string | undefined> {
  for (const reference of new Set(text.match(/\bME-\d{4}-\d{6,}\b/g))) {
    const seen = await seeingAs(tx, person, 'system', () => enquiryByReference(tx, reference))
    if (!seen) return 'The recipient may no longer see an enquiry in this digest'
  }
  return undefined
}
