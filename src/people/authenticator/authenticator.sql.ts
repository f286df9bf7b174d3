import type { Tx } from '#platform/db/database.ts'

export type Authenticator = { readonly sealedSecret: string; readonly lastStep: number; readonly setAt: Date }

export async function readAuthenticator(tx: Tx, personId: string): Promise<Authenticator | undefined> {
  const [found] = await tx<Authenticator[]>`
    select sealed_secret, last_step, set_at from people.authenticator where person_id = ${personId}
  `
  return found
}

export async function saveAuthenticator(
  tx: Tx,
  personId: string,
  it: { sealedSecret: string; lastStep: number },
  at: Date,
): Promise<void> {
  await tx`
    insert into people.authenticator (person_id, sealed_secret, last_step, set_at)
    values (${personId}, ${it.sealedSecret}, ${it.lastStep}, ${at})
    on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, last_step = excluded.last_step,
      set_at = excluded.set_at
  `
}

/** Takes a code's half minute; false when it, or a later one, was taken by somebody else meanwhile. */
export async function takeStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const done = await tx`
    update people.authenticator set last_step = ${step} where person_id = ${personId} and last_step < ${step}
    returning person_id
  `
  return done.length > 0
}

export async function deleteAuthenticator(tx: Tx, personId: string): Promise<boolean> {
  await tx`delete from people.recovery_code where person_id = ${personId}`
  return (await tx`delete from people.authenticator where person_id = ${personId} returning person_id`).length > 0
}

/** New codes in the place of all there were. */
export async function saveRecoveryCodes(tx: Tx, personId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx`delete from people.recovery_code where person_id = ${personId}`
  for (const hash of hashes) await tx`insert into people.recovery_code (person_id, hash) values (${personId}, ${hash})`
}

/** Uses a code up; false when it is none of theirs or was used. */
export async function useUpRecoveryCode(tx: Tx, personId: string, hash: Buffer, at: Date): Promise<boolean> {
  const done = await tx`
    update people.recovery_code set used_at = ${at}
    where person_id = ${personId} and hash = ${hash} and used_at is null returning hash
  `
  return done.length > 0
}

export async function countRecoveryCodes(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*) as n from people.recovery_code where person_id = ${personId} and used_at is null
  `
  return row?.n ?? 0
}
