import type { Tx } from '#platform/db/database.ts'
import { inForce, topicNames, type Rhythm, type Topic } from './choice.ts'

/** Somebody's choices, those in force where they made none among them. */
export async function readChoices(tx: Tx, personId: string): Promise<Record<Topic, Rhythm>> {
  const rows = await tx<{ topic: string; rhythm: string }[]>`
    select topic, rhythm from people.notice_choice where person_id = ${personId}
  `
  const chosen = new Map(rows.map(row => [row.topic, row.rhythm]))
  return Object.fromEntries(topicNames.map(topic => [topic, inForce(topic, chosen.get(topic))])) as Record<
    Topic,
    Rhythm
  >
}

export async function saveChoice(tx: Tx, personId: string, topic: Topic, rhythm: Rhythm): Promise<void> {
  await tx`
    insert into people.notice_choice (person_id, topic, rhythm) values (${personId}, ${topic}, ${rhythm})
    on conflict (person_id, topic) do update set rhythm = excluded.rhythm
  `
}
