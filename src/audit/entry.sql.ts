import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Entry } from './entry.ts'

/** Many, handed over as one value. */
export const insertEntries = (tx: Tx, entries: readonly Entry[]): Statement =>
  tx`
    insert into audit.entry (at, actor, on_behalf_of, act, subject_kind, subject_id, subject_reference, details)
    select at, actor, "onBehalfOf", act, subject ->> 'kind', subject ->> 'id', subject ->> 'reference',
      coalesce(details, '{}')
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as n (
      at timestamptz, actor uuid, "onBehalfOf" uuid, act text, subject jsonb, details jsonb)
  `

export const insertEntry = (tx: Tx, it: Entry): Statement =>
  tx`
    insert into audit.entry (at, actor, on_behalf_of, act, subject_kind, subject_id, subject_reference, details)
    values (${it.at}, ${it.actor}, ${it.onBehalfOf ?? null}, ${it.act}, ${it.subject.kind}, ${it.subject.id},
      ${it.subject.reference ?? null}, ${JSON.stringify(it.details ?? {})})
  `
