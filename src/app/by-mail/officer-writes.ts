import { needsSecondPerson, type Doer, type Enquiry } from '#enquiries/door.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { listInWords } from '#kernel/text.ts'
import { noted, recordedMail, type Filed, type Letter, type RecordedMail } from '#mail/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { actByMail, fileByMail, filedAt, sender, wordsOf, type ByMail } from './acting.ts'
import { aboutEnquiry, confirm, councilOf } from './confirm.ts'

/** An officer replies to one of our letters: an internal note, and they hear that the member has not read it. */
export async function officerReplies(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  enquiry: Enquiry,
  doer: Doer,
): Promise<Result<Filed>> {
  const text = wordsOf(letter)
  const done = await actByMail(tx, it, letter, { enquiry, name: 'note', doer, text })
  if (!done.ok) return done
  const [{ about }, council] = await Promise.all([aboutEnquiry(tx, it, enquiry, ''), councilOf(tx)])
  await confirm(tx, it, letter, { to: doer, composed: noted(council, { about, to: doer.name }), about: enquiry })
  return allow(filedAt(done.value.enquiry))
}

/** An officer's own letter to the member, of which they sent us a copy: kept as correspondence, never as the answer by itself. */
export async function correspondence(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  enquiry: Enquiry,
  doer: Doer,
): Promise<Result<Filed>> {
  const record = await setting(tx, 'mail.record')
  const others = letter.mail.to.map(to => to.address).filter(address => address !== record.toLowerCase())
  const to = others.length > 0 ? ` to ${listInWords(others.slice(0, 5))}` : ''
  const done = await fileByMail(tx, it, letter, { enquiry, doer, from: `From ${sender(letter)}${to}` })
  if (done.ok) await tellRecorded(tx, it, letter, doer, enquiry, 'letter')
  return done
}

/** To the officer: where it went, with the offer to let what they wrote count as the answer. */
export async function tellRecorded(
  tx: Tx,
  it: ByMail,
  letter: Letter,
  doer: Doer,
  enquiry: Enquiry,
  what: RecordedMail['what'],
): Promise<void> {
  const [{ about, member }, council] = await Promise.all([aboutEnquiry(tx, it, enquiry, ''), councilOf(tx)])
  const page = pageToAnswer(enquiry, await needsSecondPerson(tx, enquiry))
  const answeredUrl = page && `${it.config.publicUrl}/enquiries/${enquiry.reference}/${page}`
  const composed = recordedMail(council, { about, to: doer.name, member, what, answeredUrl })
  await confirm(tx, it, letter, { to: doer, composed, about: enquiry })
}

/**
 * Where an officer says that it is answered: at once while nobody has begun, else with the answer itself. Where a second
 * person reads answers first, it is taken, and then submitted.
 */
function pageToAnswer({ status }: Enquiry, secondPerson: boolean): string | undefined {
  if (status === 'new' || status === 'assigned') return secondPerson ? 'take' : 'answer-at-once'
  return status === 'in-progress' ? (secondPerson ? 'submit' : 'answer') : undefined
}

/** The enquiry as this officer sees it; not visible and not existing are one refusal. */
export async function seenBy(tx: Tx, doer: Doer, look: () => Promise<Enquiry | undefined>): Promise<Result<Enquiry>> {
  const found = await seeingAs(tx, doer.person ?? 'public', 'system', look)
  return found ? allow(found) : refuse('not-found', 'Its sender does not see the enquiry it belongs to')
}
