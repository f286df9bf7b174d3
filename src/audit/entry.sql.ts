import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Entry } from './entry.ts'

/** Many of one moment; they have no details beside their act. */
export const insertEntries = (tx: Tx, entries: readonly Entry[]): Statement =>
  tx`
    insert into audit.entry ${tx(
      entries.map(it => ({
        at: it.at,
        actor: it.actor,
        onBehalfOf: it.onBehalfOf ?? null,
        act: it.act,
        subjectKind: it.subject.kind,
        subjectId: it.subject.id,
        subjectReference: it.subject.reference ?? null,
        details: JSON.stringify(it.details ?? {}),
      })),
    )}
  `

export const insertEntry = (tx: Tx, it: Entry): Statement =>
  tx`
    insert into audit.entry (at, actor, on_behalf_of, act, subject_kind, subject_id, subject_reference, details)
    values (${it.at}, ${it.actor}, ${it.onBehalfOf ?? null}, ${it.act}, ${it.subject.kind}, ${it.subject.id},
      ${it.subject.reference ?? null}, ${JSON.stringify(it.details ?? {})})
  `
