import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'

/** A member lets somebody act in their office. */
export type Delegation = {
  readonly id: string
  readonly memberId: string
  readonly member: string
  readonly assistantId: string
  readonly assistant: string
  readonly assistantEmail: string
  readonly fromOn: Day
  /** the last day it holds; null: until revoked */
  readonly untilOn: Day | null
  readonly revokedAt: Date | null
  readonly level: Level
}

/** `act`: in the member's name; `follow`: sees what the member sees, and does nothing. */
export type Level = 'act' | 'follow'

export type NewDelegation = {
  readonly memberId: string
  readonly assistantId: string
  readonly fromOn: Day
  readonly untilOn?: Day | null
  /** `act` when left out */
  readonly level?: Level
}

/** The ids made, in no promised order. Overlapping an unrevoked delegation of the same two violates a constraint. */
export async function insertDelegations(tx: Tx, rows: readonly NewDelegation[]): Promise<string[]> {
  const given = rows.map(it => ({ ...it, untilOn: it.untilOn ?? null, level: it.level ?? 'act' }))
  const made = await tx<{ id: string }[]>`
    insert into people.delegation (member_id, assistant_id, from_on, until_on, level)
    select "memberId", "assistantId", "fromOn", "untilOn", level from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as g("memberId" uuid, "assistantId" uuid, "fromOn" date, "untilOn" date, level text)
    returning id
  `
  return made.map(row => row.id)
}

export async function hasOverlap(tx: Tx, it: NewDelegation): Promise<boolean> {
  const found = await tx`
    select 1 from people.delegation
    where member_id = ${it.memberId} and assistant_id = ${it.assistantId} and revoked_at is null
      and daterange(from_on, until_on, '[]') && daterange(${it.fromOn}::date, ${it.untilOn ?? null}::date, '[]')
  `
  return found.length > 0
}

/** Ends a delegation of that member at once; false when there is none to end. */
export async function updateRevoked(tx: Tx, id: string, memberId: string, at: Date): Promise<boolean> {
  const done = await tx`
    update people.delegation set revoked_at = ${at} where id = ${id} and member_id = ${memberId} and revoked_at is null
    returning id
  `
  return done.length > 0
}

/** Delegations given or received by that person that are not over on that day, coming ones included. */
export const readDelegations = (tx: Tx, person: string, today: Day): Promise<Delegation[]> => tx<Delegation[]>`
  select d.id, d.member_id, m.name as member, d.assistant_id, a.name as assistant, a.email::text as assistant_email,
    d.from_on, d.until_on, d.revoked_at, d.level
  from people.delegation d
  join people.person m on m.id = d.member_id
  join people.person a on a.id = d.assistant_id
  where (d.member_id = ${person} or d.assistant_id = ${person}) and d.revoked_at is null
    and (d.until_on is null or d.until_on >= ${today})
  order by m.sort_name, a.sort_name, d.from_on
`
