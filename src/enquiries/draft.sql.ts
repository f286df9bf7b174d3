import type { Tx } from '#platform/db/database.ts'

/** A form somebody is still writing. `about`: `new`, `record`, or an enquiry's reference with the act's name. */
export type Draft = { readonly fields: Record<string, string>; readonly changedAt: Date }

export async function draftOf(tx: Tx, personId: string, about: string): Promise<Draft | undefined> {
  const [row] = await tx<Draft[]>`
    select fields, changed_at from enquiries.draft where person_id = ${personId} and about = ${about}
  `
  return row
}

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
