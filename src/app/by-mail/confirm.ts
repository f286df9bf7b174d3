import { viewEnquiry, type Doer, type Enquiry } from '#enquiries/door.ts'
import { mayReceiptNow, post, type Composed, type Letter, type LetterAbout, type LetterCouncil } from '#mail/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { nowOf, sender, type ByMail } from './acting.ts'

/** Who gets the plain receipt for a message: whoever wrote it, where they wrote from. */
export type Writer = Pick<Doer, 'person' | 'name'>

/**
 * The plain receipt for what somebody did by email, under their own message. It has the brakes of all receipts, so that
 * two machines cannot thank each other for ever; what the message did stands in any case.
 */
export async function confirm(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  { to, composed, about }: { to: Writer; composed: Composed; about?: Enquiry },
): Promise<void> {
  const at = nowOf(it)
  const address = sender(letter)
  if (!(await mayReceiptNow(tx, address, at)).ok) return
  await post(
    tx,
    it.stamp,
    {
      ...composed,
      kind: 'confirmation',
      to: { person: to.person, name: to.name, address },
      from: { name: 'One Stop', address: await setting(tx, 'mail.one-stop') },
      event: `mail:${letter.sha256}`,
      automatic: true,
      ...(about && { about: { enquiry: about.id, reference: about.reference, restricted: about.restricted } }),
      ...(letter.mail.messageId && { inReplyTo: letter.mail.messageId }),
      references: letter.mail.references,
    },
    at,
  )
}

export const councilOf = async (tx: Tx): Promise<LetterCouncil> => ({
  name: await setting(tx, 'council.name'),
  team: 'One Stop',
})

export type AboutEnquiry = {
  readonly about: LetterAbout
  /** who has it, or the mailbox while nobody does */
  readonly who: string
  readonly member: string
}

/** An enquiry as a letter names it; `page` is the part of its address behind the reference. */
export async function aboutEnquiry(tx: Tx, { config }: ByMail, enquiry: Enquiry, page: string): Promise<AboutEnquiry> {
  const viewed = await viewEnquiry(tx, enquiry.reference)
  const { reference, restricted } = enquiry
  const names = viewed?.names
  const mailbox = names?.mailbox ?? 'Member services'
  return {
    about: {
      reference,
      restricted,
      subject: names?.subject ?? '',
      trackingUrl: `${config.publicUrl}/enquiries/${reference}${page}`,
    },
    who: names?.holder ? `${names.holder} in ${mailbox}` : mailbox,
    member: names?.member ?? '',
  }
}
