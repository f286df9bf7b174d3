import type { Tx } from '#platform/db/database.ts'
import { inForce, topicNames, type Rhythm, type Topic } from './choice.ts'

/** Somebody's choices, those in force where they made none among them. */
export const readChoices = async (tx: Tx, personId: string): Promise<Choices> =>
  (await readChoicesOf(tx, [personId])).get(personId)!

type Choices = Record<Topic, Rhythm>

/** The same of several people, asked for together. */
export async function readChoicesOf(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, Choices>> {
  const rows = await tx<{ personId: string; topic: string; rhythm: string }[]>`
    select person_id, topic, rhythm from people.notice_choice where person_id = any (${people as string[]}::uuid[])
  `
  return new Map(people.map(id => [id, choicesAmong(rows.filter(row => row.personId === id))]))
}

function choicesAmong(rows: readonly { topic: string; rhythm: string }[]): Choices {
  const chosen = new Map(rows.map(row => [row.topic, row.rhythm]))
  return Object.fromEntries(topicNames.map(topic => [topic, inForce(topic, chosen.get(topic))])) as Choices
}

export async function saveChoice(tx: Tx, personId: string, topic: Topic, rhythm: Rhythm): Promise<void> {
  await tx`
    insert into people.notice_choice (person_id, topic, rhythm) values (${personId}, ${topic}, ${rhythm})
    on conflict (person_id, topic) do update set rhythm = excluded.rhythm
  `
}
