import { enquiryById } from '#enquiries/door.ts'
import { deleteTakenLines, digest, post, takeLines, whoWaits, type DigestEntry, type DigestLine } from '#mail/door.ts'
import { weekday, type Now } from '#kernel/day.ts'
import { personById, stopPath } from '#people/door.ts'
import { inTransaction, seeingAs, type Database, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { isStillTrue } from './may-send-climb.ts'
import { factsOf } from './reactions/facts.ts'
import { choiceUrl } from './reactions/letter.ts'
import { allLettersAbout, deskFor, type Following } from './reactions/reactions.ts'

type Sending = Pick<Following, 'stamp' | 'publicUrl'> & { readonly db: Database }

const dayMs = 86_400_000

/**
 * Writes the digests of a day; on a Monday those of the week with them. Each in a transaction of its own that takes its
 * lines, so that a run that comes twice or is cut off sends nothing twice and loses nothing. Returns how many.
 */
export async function sendDigests(it: Sending, now: Now): Promise<number> {
  const rhythms = weekday(now.today) === 1 ? ['daily', 'weekly'] : ['daily']
  const people = await inTransaction(it.db, 'system', tx => whoWaits(tx, rhythms))
  let sent = 0
  for (const person of people)
    sent += await inTransaction(it.db, 'system', tx => sendDigest(tx, it, person, rhythms, now))
  await inTransaction(it.db, 'system', tx => deleteTakenLines(tx, new Date(now.at.getTime() - 90 * dayMs)))
  return sent
}

async function sendDigest(tx: Tx, it: Sending, personId: string, rhythms: readonly string[], now: Now) {
  const person = await personById(tx, personId)
  const lines = await takeLines(tx, personId, rhythms, now.at)
  if (!person || person.disabled) return 0
  const entries: DigestEntry[] = []
  for (const line of lines) {
    const entry = await entryOf(tx, it, personId, line, now)
    if (entry && !entries.some(other => other.says === entry.says)) entries.push(entry)
  }
  if (entries.length === 0) return 0
  const [council, address] = await Promise.all([setting(tx, 'council.name'), setting(tx, 'mail.one-stop')])
  const composed = digest(
    { name: council, team: 'One Stop' },
    {
      to: person.name,
      on: now.today,
      entries,
      chosen: lines.some(it => it.kind !== 'escalation'),
      choiceUrl: choiceUrl(it.publicUrl),
    },
  )
  const to = { person: person.id, name: person.name, address: person.email }
  const from = { name: 'One Stop', address }
  const event = `digest ${now.today}`
  const stopUrl = `${it.publicUrl}${stopPath(it.stamp.secret, { person: person.id, what: 'digest' })}`
  const mail = { ...composed, kind: 'digest' as const, to, from, event, automatic: true, stopUrl }
  const posted = await post(tx, it.stamp, mail, now.at)
  return posted ? 1 : 0
}

/** What the letter would have said, as far as its reader may see the enquiry now. */
async function entryOf(
  tx: Tx,
  it: Sending,
  person: string,
  line: DigestLine,
  { today }: Now,
): Promise<DigestEntry | undefined> {
  const facts = await factsOf(tx, line.eventId)
  if (!facts) return undefined
  const seen = await seeingAs(tx, person, 'system', () => enquiryById(tx, facts.enquiry.id))
  if (!seen) return undefined
  if (facts.event.type === 'climbed' && !(await isStillTrue(tx, facts.event, seen, today))) return undefined
  const desk = await deskFor(tx, { ...it, now: () => line.at }, facts)
  const letter = (await allLettersAbout(tx, facts, desk)).find(one => one.to.id === person && one.kind === line.kind)
  if (!letter) return undefined
  const own = facts.enquiry.memberId === person ? '/track' : ''
  const { subject, says } = letter.composed
  return {
    says: says ? `${subject}: ${says}` : subject,
    url: `${it.publicUrl}/enquiries/${facts.enquiry.reference}${own}`,
  }
}
