import { askStandings, enquiryByReference, handOverOf, type Standing } from '#enquiries/door.ts'
import type { Later, NotToSend, OutboxMail } from '#mail/door.ts'
import { maySendClimb } from './may-send-climb.ts'
import { personsById, type Person } from '#people/door.ts'
import { askAtOnceAs } from '#platform/db/ask-at-once.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'

/**
 * The right to read, asked again at the moment of sending (domain, section 7): a mail waits while rights change. Gives
 * why not, by the ids of the mails that do not go.
 */
export async function maySend(tx: Tx, mails: readonly OutboxMail[], now: Date): Promise<NotToSend> {
  const people = await personsById(tx, [...new Set(mails.flatMap(mail => mail.toPerson ?? []))])
  const readers = new Map(people.filter(it => !it.disabled).map(it => [it.id, it]))
  const seen = await seenByReaders(tx, mails.filter(isReadByRight), [...readers.keys()])
  const not = new Map<string, string | Later>()
  for (const mail of mails) {
    const why = await whyNot(tx, mail, readers, seen, now)
    if (why !== undefined) not.set(mail.id, why)
  }
  return not
}

async function whyNot(
  tx: Tx,
  mail: OutboxMail,
  readers: ReadonlyMap<string, Person>,
  seen: ReadonlyMap<string, Standing>,
  now: Date,
): Promise<string | Later | undefined> {
  if (mail.kind === 'escalation') return maySendClimb(tx, mail, now)
  if (!mail.toPerson) return undefined
  if (!readers.has(mail.toPerson)) return 'The recipient no longer has an account'
  if (mail.kind === 'digest') return readsAllOf(tx, mail.toPerson, mail)
  if (mail.kind === 'hand-over' && mail.aboutEnquiry) return mayHearOf(tx, mail.toPerson, mail.aboutEnquiry)
  if (!isReadByRight(mail)) return undefined
  const standing = seen.get(`${mail.toPerson} ${mail.aboutEnquiry}`)
  if (!standing) return 'The recipient may no longer see this enquiry'
  return isOvertaken(mail, standing) ? 'The member has replied meanwhile' : undefined
}

/** Of kinds that are read by whoever sees the enquiry. Whoever was asked for a part is told what they were asked, not it. */
const isReadByRight = ({ kind, toPerson, aboutEnquiry }: OutboxMail): boolean =>
  toPerson !== null && aboutEnquiry !== null && !['escalation', 'digest', 'hand-over', 'contribution'].includes(kind)

/** What each of these readers sees now of the enquiries that their mails are about, one question for each of them. */
async function seenByReaders(
  tx: Tx,
  mails: readonly OutboxMail[],
  readers: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const found = await Promise.all(
    readers.map(async reader => {
      const about = mails.filter(it => it.toPerson === reader).flatMap(it => it.aboutEnquiry ?? [])
      if (about.length === 0) return []
      const [standings] = await askAtOnceAs(tx, reader, 'system', askStandings(tx, [...new Set(about)]))
      return standings.map((it): [string, Standing] => [`${reader} ${it.id}`, it])
    }),
  )
  return new Map(found.flat())
}

/** A partner sees what was handed over, never the enquiry. */
async function mayHearOf(tx: Tx, person: string, enquiryId: string): Promise<string | undefined> {
  const seen = await seeingAs(tx, person, 'system', () => handOverOf(tx, enquiryId))
  return seen ? undefined : 'The recipient no longer answers for this partner'
}

/** A reminder of a question is not sent once the question no longer waits. */
const isOvertaken = ({ kind, toPerson }: OutboxMail, { status, memberId }: Standing): boolean =>
  kind === 'reminder' && toPerson === memberId && status !== 'waiting-for-member'

/** A digest names many enquiries; when one of them is no longer its reader's to see, it does not go. */
async function readsAllOf(tx: Tx, person: string, { text }: OutboxMail): Promise<string | undefined> {
  for (const reference of new Set(text.match(/\bME-\d{4}-\d{6,}\b/g))) {
    const seen = await seeingAs(tx, person, 'system', () => enquiryByReference(tx, reference))
    if (!seen) return 'The recipient may no longer see an enquiry in this digest'
  }
  return undefined
}
