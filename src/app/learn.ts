import { currentCalendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import {
  countDays,
  firstWords,
  indexMissing,
  keepVocabulary,
  learnExpected,
  learnRisk,
  pastByTopic,
} from '#enquiries/door.ts'
import { learnTopic } from '#mailboxes/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'

const atOnce = 200

/**
 * What is learned from the enquiries so far, each part in transactions of its own: words not indexed yet, how words
 * are spelt, what speaks for which topic, how long answers take, what came and was settled day by day, and how likely each open
 * enquiry is to be late. Harmless to repeat.
 */
export async function learn(db: Database, today: Day): Promise<void> {
  while ((await inTransaction(db, 'system', tx => indexMissing(tx, atOnce))) > 0);
  await inTransaction(db, 'system', keepVocabulary)
  await inTransaction(db, 'system', tx => learnTopics(tx))
  await inTransaction(db, 'system', async tx => learnExpected(tx, await currentCalendar(tx), today))
  await inTransaction(db, 'system', tx => countDays(tx, today))
  await inTransaction(db, 'system', async tx => learnRisk(tx, await currentCalendar(tx), today))
}

/** Of one topic so many enquiries teach: more say the same again, and older ones what is no more so. */
const perTopic = 300

/** Learns what speaks for each topic; `until`: as it would have been known then, to see how well it tells what came after. */
export async function learnTopics(tx: Tx, until?: Date): Promise<void> {
  const past = await pastByTopic(tx, perTopic, until)
  const all = past.reduce((sum, it) => sum + it.enquiries, 0)
  // one after the other: what is held at a time stays small
  for (const { topicId, enquiries, newest } of past)
    await learnTopic(tx, topicId, await firstWords(tx, newest), enquiries / all)
}
