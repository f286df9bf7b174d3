import { insertNotices } from '#enquiries/door.ts'
import { keepForDigest } from '#mail/door.ts'
import { noticeChoices, noticeTopics, type NoticeTopic } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Facts } from './facts.ts'
import type { Letter } from './letter.ts'
import { topicOfEvent } from './topic.ts'

/** Under which choice of its reader a letter falls; undefined: it goes at once whatever they chose. */
export const topicOf = ({ topic, to }: Letter, { event, enquiry }: Facts): NoticeTopic | undefined =>
  to.id === null ? undefined : (topic ?? topicOfEvent(event.type, to.id === enquiry.memberId))

/**
 * Whether it goes now. What its reader wants later is kept for their digest; what they want by no mail is left out.
 * Officers find all of it under "For you", members under "My enquiries". Needs a transaction of the system.
 */
export async function goesAtOnce(tx: Tx, letter: Letter, facts: Facts, at: Date): Promise<boolean> {
  const topic = topicOf(letter, facts)
  const person = letter.to.id
  if (!topic || !person) return true
  const { enquiry, eventId, recorded } = facts
  if (noticeTopics[topic].for !== 'members')
    await insertNotices(tx, enquiry.id, eventId, [{ personId: person, because: topic }], recorded.at)
  const rhythm = (await noticeChoices(tx, person))[topic]
  if (rhythm === 'daily' || rhythm === 'weekly')
    await keepForDigest(tx, { person, eventId, kind: letter.kind, rhythm }, at)
  return rhythm === 'at-once'
}
