import { answersFor, asPartner, type Doer, type Enquiry } from '#enquiries/door.ts'
import { dayOf } from '#kernel/day.ts'
import { allow, type Result } from '#kernel/result.ts'
import { partnerAnswerTaken, type Filed, type Letter } from '#mail/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import { actThrough, filedAt, type ByMail } from './acting.ts'
import { aboutEnquiry, confirm, councilOf } from './confirm.ts'

/** Whether this is with a partner whom the writer answers for, on the day the message reached us. */
export async function isTheirs(tx: Tx, { handedOver }: Enquiry, { person }: Doer, letter: Letter): Promise<boolean> {
  if (!handedOver || !person) return false
  return seeingAs(tx, person, 'system', () => answersFor(tx, person, handedOver.mailboxId, dayOf(letter.receivedAt)))
}

/** A partner replies to what was handed over to them: that is their answer, with its files, for whoever answers the member. */
export async function partnerWrites(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  enquiry: Enquiry,
  doer: Doer,
): Promise<Result<Filed>> {
  const done = await actThrough(tx, it, letter, { enquiry, name: 'partner-answer', doer: asPartner(doer) })
  if (!done.ok) return done
  const [{ about }, council] = await Promise.all([aboutEnquiry(tx, it, enquiry, ''), councilOf(tx)])
  // to the address alone: they do not see the enquiry that the confirmation is about
  const to = { person: null, name: doer.name }
  await confirm(tx, it, letter, {
    to,
    composed: partnerAnswerTaken(council, { about, to: to.name, files: letter.mail.attachments.length }),
    about: enquiry,
  })
  return allow(filedAt(done.value.enquiry))
}
