import type { Reference } from '#kernel/reference.ts'
import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'

/** Keeps what a request of this person made under its key; the first one stands. */
export const keepOnce = (
  tx: Tx,
  personId: string,
  key: string,
  requestSha256: string,
  reference: string,
  at: Date,
): Statement =>
  tx`
    insert into enquiries.idempotency (person_id, key, request_sha256, reference, at)
    values (${personId}, ${key}, ${requestSha256}, ${reference}, ${at})
    on conflict do nothing
  `

export type SentOnce = { readonly requestSha256: string; readonly reference: Reference }

/** What was sent under a key of this person's, and where it led; undefined when nothing was. */
export async function requestUnder(tx: Tx, personId: string, key: string): Promise<SentOnce | undefined> {
  const [row] = await tx<SentOnce[]>`
    select request_sha256, reference from enquiries.idempotency where person_id = ${personId} and key = ${key}
  `
  return row
}
