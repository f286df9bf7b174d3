import { addWorkingDays, currentCalendar } from '#clock/door.ts'
import { enquiryById } from '#enquiries/door.ts'
import { dayOf, nowAt } from '#kernel/day.ts'
import { listInWords } from '#kernel/text.ts'
import { arrivedOnly, said, type Arrival, type Letter } from '#mail/door.ts'
import { mailboxById, sensitiveWords, warningIn } from '#mailboxes/door.ts'
import { membersFor } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { nobody } from '#platform/http/viewer.ts'
import { setting } from '#platform/settings.ts'
import { nowOf, type ByMail } from './acting.ts'
import { confirm, councilOf } from './confirm.ts'

type Looked = Extract<Arrival, { kind: 'new-enquiry' | 'record' | 'reply' }>

/**
 * Why an email may be sensitive, without repeating anything of it. What goes to a restricted mailbox or enquiry goes to
 * the right people as it is; officers answer for what they write.
 */
export async function seemsSensitive(tx: Tx, it: ByMail, arrival: Looked, letter: Letter): Promise<string | undefined> {
  const words = await sensitiveWords(tx)
  const warning = warningIn(`${letter.mail.subject}\n${said(letter.mail)}`, words)
  if (!warning?.warns || !(await setting(tx, 'mail.hold-sensitive'))) return undefined
  if (!(await isForMany(tx, it, arrival))) return undefined
  const told = warning.found.filter(one => one.warns).map(one => one.words)
  return `It may be sensitive: it seems to tell of ${listInWords(told)}`
}

async function isForMany(tx: Tx, it: ByMail, arrival: Looked): Promise<boolean> {
  if (arrival.kind !== 'reply') {
    const mailbox = arrival.mailboxId ? await mailboxById(tx, arrival.mailboxId) : undefined
    return !mailbox?.restricted
  }
  const { enquiryId, personId } = arrival
  const [enquiry, members] = await Promise.all([
    enquiryById(tx, enquiryId),
    membersFor(tx, { ...nobody, person: personId }, nowAt(nowOf(it)).today),
  ])
  return enquiry !== undefined && !enquiry.restricted && members.some(member => member.id === enquiry.memberId)
}

/** The sender hears only that it came: a receipt lies in a mailbox that others may read. */
export async function tellArrived(tx: Tx, it: ByMail, letter: Letter): Promise<void> {
  const receivedOn = dayOf(letter.receivedAt)
  const [council, calendar, phone] = await Promise.all([
    councilOf(tx),
    currentCalendar(tx),
    setting(tx, 'council.phone'),
  ])
  const composed = arrivedOnly(council, {
    receivedOn,
    lookedAtBy: addWorkingDays(calendar, receivedOn, 1),
    ...(phone && { phone }),
  })
  await confirm(tx, it, letter, { to: { person: null, name: letter.mail.from?.name ?? '' }, composed })
}
