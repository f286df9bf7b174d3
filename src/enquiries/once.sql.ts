import type { Tx } from '#platform/db/database.ts'

/** Keeps what a form of this person made under its key; the first one stands. */
export async function keepOnce(
  tx: Tx,
  personId: string,
  key: string,
  requestSha256: string,
  reference: string,
  at: Date,
): Promise<void> {
  await tx`
    insert into enquiries.idempotency (person_id, key, request_sha256, reference, at)
    values (${personId}, ${key}, ${requestSha256}, ${reference}, ${at})
    on conflict do nothing
  `
}

/** What was sent under a key of this person's; undefined when nothing was. */
export async function requestUnder(tx: Tx, personId: string, key: string): Promise<string | undefined> {
  const [row] = await tx<{ requestSha256: string }[]>`
    select request_sha256 from enquiries.idempotency where person_id = ${personId} and key = ${key}
  `
  return row?.requestSha256
}
