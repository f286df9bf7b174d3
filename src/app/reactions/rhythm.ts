import { insertNotices } from '#enquiries/door.ts'
import { keepForDigest } from '#mail/door.ts'
import { noticeChoicesOf, noticeTopics, type NoticeTopic } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Facts } from './facts.ts'
import type { Letter } from './letter.ts'
import { topicOfEvent } from './topic.ts'

/** Under which choice of its reader a letter falls; undefined: it goes at once whatever they chose. */
export const topicOf = ({ topic, to }: Letter, { event, enquiry }: Facts): NoticeTopic | undefined =>
  to.id === null ? undefined : (topic ?? topicOfEvent(event.type, to.id === enquiry.memberId))

export type Written = { readonly letter: Letter; readonly facts: Facts }

/**
 * Those that go now. What its reader wants later is kept for their digest; what they want by no mail is left out. Officers
 * find all of it under "For you", members under "My enquiries". Needs a transaction of the system.
 */
export async function goingAtOnce(tx: Tx, letters: readonly Written[], at: Date): Promise<Written[]> {
  const chosen = letters.flatMap(it => choosable(it) ?? [])
  if (chosen.length === 0) return [...letters]
  const choices = await noticeChoicesOf(tx, [...new Set(chosen.map(it => it.person))])
  await insertNotices(
    tx,
    chosen
      .filter(it => noticeTopics[it.topic].for !== 'members')
      .map(({ person, topic, facts: { enquiry, eventId, recorded } }) => ({
        personId: person,
        because: topic,
        enquiryId: enquiry.id,
        eventId,
        at: recorded.at,
      })),
  )
  const rhythmOf = (it: Choosable) => choices.get(it.person)![it.topic]
  for (const it of chosen) {
    const rhythm = rhythmOf(it)
    if (rhythm !== 'daily' && rhythm !== 'weekly') continue
    await keepForDigest(tx, { person: it.person, eventId: it.facts.eventId, kind: it.letter.kind, rhythm }, at)
  }
  return letters.filter(it => {
    const known = choosable(it)
    return !known || rhythmOf(known) === 'at-once'
  })
}

type Choosable = Written & { readonly topic: NoticeTopic; readonly person: string }

function choosable({ letter, facts }: Written): Choosable | undefined {
  const topic = topicOf(letter, facts)
  return topic && letter.to.id ? { letter, facts, topic, person: letter.to.id } : undefined
}
