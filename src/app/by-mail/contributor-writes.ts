import { asContributor, partAskedOf, viewEnquiry, type Doer, type Enquiry } from '#enquiries/door.ts'
import { dayOf } from '#kernel/day.ts'
import { allow, type Result } from '#kernel/result.ts'
import {
  contributionTaken,
  contributionTooLate,
  contributionUnreached,
  post,
  type Arrival,
  type Filed,
  type Letter,
  type OutboxMail,
} from '#mail/door.ts'
import { personById } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { actThrough, doerFor, filedAt, type ByMail } from './acting.ts'
import { aboutEnquiry, confirm, councilOf } from './confirm.ts'

type Contributed = Extract<Arrival, { kind: 'contribution' }>

/** Whoever answers the letter that asked them: nobody we know need they be, and this is all they may do. */
const byLetter: Doer = { person: null, name: 'By email', permissions: new Set() }

/** A reply to the letter that asked for a part of an answer is that part, with its files. */
export async function contributorWrites(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  enquiry: Enquiry,
  arrival: Contributed,
): Promise<Result<Filed>> {
  const doer = arrival.personId ? await doerFor(tx, arrival.personId) : byLetter
  const given = { contribution: arrival.contributionId }
  const done = await actThrough(tx, it, letter, { enquiry, name: 'contribute', doer: asContributor(doer), given })
  if (!done.ok) return done
  const [{ about }, council] = await Promise.all([aboutEnquiry(tx, it, enquiry, ''), councilOf(tx)])
  // thanks go to the address alone: a colleague need not see the enquiry any more than somebody outside
  const to = { person: null, name: doer.person ? doer.name : (letter.mail.from?.name ?? '') }
  const files = letter.mail.attachments.length
  await confirm(tx, it, letter, {
    to,
    composed: contributionTaken(council, { about, to: to.name, files }),
    about: enquiry,
  })
  return allow(filedAt(done.value.enquiry))
}

type Late = 'given' | 'withdrawn' | 'expired'

/** It came when it was over: whoever wrote it hears that, and that it is kept. */
export async function tellTooLate(tx: Tx, it: ByMail, letter: Letter, enquiry: Enquiry, why: Late): Promise<void> {
  const [{ about }, council] = await Promise.all([aboutEnquiry(tx, it, enquiry, ''), councilOf(tx)])
  const to = { person: null, name: letter.mail.from?.name ?? '' }
  await confirm(tx, it, letter, {
    to,
    composed: contributionTooLate(council, { about, to: to.name, why }),
    about: enquiry,
  })
}

/** How the part stands that somebody with this address was asked for, on the day their message reached us. */
export const partAsked = async (tx: Tx, enquiryId: string, address: string, receivedAt: Date) =>
  partAskedOf(tx, enquiryId, address, dayOf(receivedAt))

/** The letter that asked somebody for a part, or told a partner, came back: whoever waits has to find another way. */
export async function tellUnreached(
  tx: Tx,
  it: Pick<ByMail, 'stamp' | 'config' | 'clock'>,
  mail: OutboxMail,
): Promise<void> {
  const viewed = mail.reference && (await viewEnquiry(tx, mail.reference))
  const holder = viewed && viewed.enquiry.holderId ? await personById(tx, viewed.enquiry.holderId) : undefined
  if (!viewed || !holder || holder.disabled) return
  const { enquiry, names } = viewed
  const composed = contributionUnreached(await councilOf(tx), {
    about: {
      reference: enquiry.reference,
      subject: names.subject,
      restricted: enquiry.restricted,
      trackingUrl: `${it.config.publicUrl}/enquiries/${enquiry.reference}`,
    },
    to: holder.name,
    asked: mail.toName || mail.toAddress,
    address: mail.toAddress,
    handedOver: mail.kind === 'hand-over',
  })
  await post(
    tx,
    it.stamp,
    {
      ...composed,
      kind: 'notice',
      to: { person: holder.id, name: holder.name, address: holder.email },
      from: { name: 'One Stop', address: await setting(tx, 'mail.one-stop') },
      event: `unreached:${mail.id}`,
      about: { enquiry: enquiry.id, reference: enquiry.reference, restricted: enquiry.restricted },
      automatic: true,
    },
    it.clock?.() ?? new Date(),
  )
}
