import type { Tx } from '#platform/db/database.ts'
import type { Entry } from './entry.ts'

export async function insertEntry(tx: Tx, it: Entry): Promise<void> {
  await tx`
    insert into audit.entry (at, actor, on_behalf_of, act, subject_kind, subject_id, subject_reference, details)
    values (${it.at}, ${it.actor}, ${it.onBehalfOf ?? null}, ${it.act}, ${it.subject.kind}, ${it.subject.id},
      ${it.subject.reference ?? null}, ${JSON.stringify(it.details ?? {})})
  `
}
