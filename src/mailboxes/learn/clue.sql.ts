import type { Tx } from '#platform/db/database.ts'
import type { Lesson } from './weights.ts'

/** Keeps what a topic’s enquiries taught, in place of what was known of it. */
export async function keepLesson(
  tx: Tx,
  topicId: string,
  { weights, unseen }: Lesson,
  { prior, learnedFrom }: { prior: number; learnedFrom: number },
): Promise<void> {
  const clues = [...weights]
  await tx`delete from mailboxes.clue where topic_id = ${topicId}`
  await tx`
    insert into mailboxes.clue (word, topic_id, weight)
    select w.word, ${topicId}, w.weight
    from unnest(${clues.map(([word]) => word)}::text[], ${clues.map(([, weight]) => weight)}::real[]) w (word, weight)
  `
  await tx`
    insert into mailboxes.learned_topic (topic_id, prior, unseen, learned_from)
    values (${topicId}, ${prior}, ${unseen}, ${learnedFrom})
    on conflict (topic_id) do update
    set prior = excluded.prior, unseen = excluded.unseen, learned_from = excluded.learned_from
  `
}

export type Speaking = { readonly topicId: string; readonly score: number; readonly because: readonly string[] }

/** Up to three topics for which these words speak, the likeliest first, with the words that speak for each. */
export const topicsSpeaking = (tx: Tx, words: readonly string[]): Promise<Speaking[]> => tx<Speaking[]>`
  select topic_id, score, because from mailboxes.topics_speaking(${words as string[]}::text[])
`

/** Forgets what hardly anything but this text taught about a topic: such clues weigh no more than this. */
export async function forgetClues(tx: Tx, topicId: string, features: readonly string[], most: number): Promise<void> {
  await tx`
    delete from mailboxes.clue
    where topic_id = ${topicId} and word = any (${features as string[]}::text[]) and weight <= ${most}
  `
}
