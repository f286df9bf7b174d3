import { ask, type Asking } from '#platform/db/ask-at-once.ts'
import type { Tx } from '#platform/db/database.ts'

/** A form somebody is still writing. `about`: `new`, `record`, or an enquiry's reference with the act's name. */
export type Draft = { readonly fields: Record<string, string>; readonly changedAt: Date }

export const draftOf = (tx: Tx, personId: string, about: string): Promise<Draft | undefined> =>
  ask(tx, askDraft(tx, personId, about))

export const askDraft = (tx: Tx, personId: string, about: string): Asking<Draft | undefined> => ({
  statement: tx`select fields, changed_at from enquiries.draft where person_id = ${personId} and about = ${about}`,
  read: ([row]: Draft[]) => row && { ...row, changedAt: new Date(row.changedAt) },
})

export async function keepDraft(
  tx: Tx,
  personId: string,
  about: string,
  fields: Record<string, string>,
  at: Date,
): Promise<void> {
  await tx`
    insert into enquiries.draft (person_id, about, fields, changed_at)
    values (${personId}, ${about}, ${JSON.stringify(fields)}, ${at})
    on conflict (person_id, about) do update set fields = excluded.fields, changed_at = excluded.changed_at
  `
}

export async function dropDraft(tx: Tx, personId: string, about: string): Promise<void> {
  await tx`delete from enquiries.draft where person_id = ${personId} and about = ${about}`
}
