import { addWorkingDays, currentCalendar } from '#clock/door.ts'
import { isOpen, owedAnswer, type CarriedOut, type Doer, type Enquiry } from '#enquiries/door.ts'
import { nowAt } from '#kernel/day.ts'
import { allow, type Result } from '#kernel/result.ts'
import {
  confirmation,
  meaningOf,
  meaningOfSubject,
  type Done,
  type Filed,
  type Letter,
  type Meaning,
} from '#mail/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { actByMail, filedAt, nowOf, wordsOf, type ByMail } from './acting.ts'
import { aboutEnquiry, confirm, councilOf } from './confirm.ts'

/**
 * A message of the member's side about one of their enquiries. Clear words are the act they name; everything else, and
 * what cannot be done now, is a reply that a person reads. Each is answered with a plain receipt.
 */
export async function memberWrites(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  enquiry: Enquiry,
  doer: Doer,
): Promise<Result<Filed>> {
  const text = wordsOf(letter)
  const meaning = meaningOf(text) ?? meaningOfSubject(letter.mail.subject)
  const meant = meaning && actMeant(enquiry, meaning)
  if (meant) {
    const done = await actByMail(tx, it, letter, { enquiry, name: meant, doer, text })
    if (done.ok) return told(tx, it, letter, doer, done.value, doneBy[meant])
  }
  const replied = await actByMail(tx, it, letter, { enquiry, name: 'reply', doer, text })
  return replied.ok ? told(tx, it, letter, doer, replied.value, replyDid(enquiry, meant)) : replied
}

type Meant = 'agree' | 'disagree' | 'withdraw' | 'chase'

/** The act that words stand for, where the enquiry stands now: “no” to a question is its reply, not a disagreement. */
function actMeant(enquiry: Enquiry, meaning: Meaning): Meant | undefined {
  if (meaning === 'chase') return 'chase'
  if (meaning === 'asks-for-news') return enquiry.status === 'waiting-for-member' ? undefined : 'chase'
  if (meaning === 'withdraw') return isOpen(enquiry) ? 'withdraw' : undefined
  return enquiry.status === 'answered' ? meaning : undefined
}

const doneBy: Record<Meant, Done> = {
  agree: 'agreed',
  disagree: 'disagreed',
  withdraw: 'withdrawn',
  chase: 'chased',
}

/** What a reply did, by where the enquiry stood before it. */
function replyDid(before: Enquiry, meant: Meant | undefined): Done {
  if (before.status === 'waiting-for-member') return 'replied'
  if (!isOpen(before)) return 'wrote-after-answer'
  return meant === 'chase' ? 'chased-early' : 'added'
}

async function told(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  doer: Doer,
  { enquiry }: CarriedOut,
  done: Done,
): Promise<Result<Filed>> {
  // the member hears of the closing by a letter of its own
  const hasLetter = done === 'agreed' && doer.person === enquiry.memberId
  if (!hasLetter) await tellDone(tx, it, letter, doer, enquiry, done)
  return allow(filedAt(enquiry))
}

/** The plain receipt of something done to an enquiry. */
export async function tellDone(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  doer: Doer,
  enquiry: Enquiry,
  done: Done,
): Promise<void> {
  const [{ about, who }, calendar, council] = await Promise.all([
    aboutEnquiry(tx, it, enquiry, '/track'),
    currentCalendar(tx),
    councilOf(tx),
  ])
  const owed = owedAnswer(enquiry)
  const composed = confirmation(council, {
    about,
    to: doer.name,
    done,
    who,
    files: letter.mail.attachments.length,
    dueOn: isOpen(enquiry) ? enquiry.dueOn : null,
    ...(done === 'chased' && owed && { owedBy: owed.dueOn }),
    readBy: addWorkingDays(calendar, nowAt(nowOf(it)).today, 1),
  })
  await confirm(tx, it, letter, { to: doer, composed, about: enquiry })
}
