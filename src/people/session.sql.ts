import type { Database, Tx } from '#platform/db/database.ts'
import type { SecondFactorFor } from './second-factor.ts'

export type Session = {
  readonly id: string
  readonly device: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
}

export type NewSession = {
  personId: string
  hash: Buffer
  device: string
  at: Date
  idleHours: number
  endsAt: Date
  secondShown: boolean
}

export type Known = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly roles: string[]
}

export type Holder = Known & {
  readonly sessionId: string
  /** a passkey, a code or a recovery code was shown for it */
  readonly secondShown: boolean
  /** whom the council asks for that; null until somebody changed the setting */
  readonly secondFor: SecondFactorFor | null
}

/** Who holds a live session; one round trip, outside any transaction, because nobody is known yet. */
export async function readHolderOfSession(db: Database, hash: Buffer, at: Date): Promise<Holder | undefined> {
  const [found] = await db.sql<Holder[]>`
    select session_id, person_id, name, email, roles, second_shown, second_for
    from people.holder_of_session(${hash}, ${at})
  `
  return found
}

export async function readHolderOfToken(db: Database, hash: Buffer, at: Date): Promise<Known | undefined> {
  const [found] = await db.sql<
    Known[]
  >`select person_id, name, email, roles from people.holder_of_token(${hash}, ${at})`
  return found
}

export async function insertSession(tx: Tx, it: NewSession): Promise<void> {
  await tx`
    insert into people.session (person_id, token_hash, device, started_at, last_seen_at, proved_at, idle_hours, ends_at, second_shown)
    values (${it.personId}, ${it.hash}, ${it.device}, ${it.at}, ${it.at}, ${it.at}, ${it.idleHours}, ${it.endsAt}, ${it.secondShown})
  `
}

export const readSessions = (tx: Tx, personId: string, at: Date): Promise<Session[]> => tx<Session[]>`
  select id, device, started_at, last_seen_at from people.session
  where person_id = ${personId} and ended_at is null and ends_at > ${at}
    and last_seen_at > ${at}::timestamptz - make_interval(hours => idle_hours)
  order by last_seen_at desc, id
`

/** Ends one session of that person; false when it is not theirs or over already. */
export async function updateSessionEnded(tx: Tx, id: string, personId: string, at: Date): Promise<boolean> {
  const done = await tx`
    update people.session set ended_at = ${at} where id = ${id} and person_id = ${personId} and ended_at is null returning id
  `
  return done.length > 0
}

/** How many sessions of that person were ended. */
export async function updateSessionsEnded(tx: Tx, personId: string, at: Date): Promise<number> {
  return (
    await tx`update people.session set ended_at = ${at} where person_id = ${personId} and ended_at is null returning id`
  ).length
}

/** All but this one; how many were ended. */
export async function updateOtherSessionsEnded(tx: Tx, personId: string, kept: string, at: Date): Promise<number> {
  const done = await tx`
    update people.session set ended_at = ${at}
    where person_id = ${personId} and id <> ${kept} and ended_at is null returning id
  `
  return done.length
}

/** When whoever is at this device last showed who they are. */
export async function readProvedAt(tx: Tx, id: string, personId: string): Promise<Date | undefined> {
  const [found] = await tx<
    { provedAt: Date }[]
  >`select proved_at from people.session where id = ${id} and person_id = ${personId}`
  return found?.provedAt
}

export async function updateProved(tx: Tx, id: string, personId: string, at: Date): Promise<void> {
  await tx`update people.session set proved_at = ${at} where id = ${id} and person_id = ${personId}`
}

/** A passkey or a code was shown at this device. */
export async function updateSecondShown(tx: Tx, id: string, personId: string): Promise<void> {
  await tx`update people.session set second_shown = true where id = ${id} and person_id = ${personId}`
}

/** Nothing is left that could be shown: what was shown for their sessions counts no more. */
export async function forgetSecondShown(tx: Tx, personId: string): Promise<void> {
  await tx`update people.session set second_shown = false where person_id = ${personId} and ended_at is null`
}

export async function updateSessionEndedByHash(tx: Tx, hash: Buffer, at: Date): Promise<void> {
  await tx`update people.session set ended_at = ${at} where token_hash = ${hash} and ended_at is null`
}
