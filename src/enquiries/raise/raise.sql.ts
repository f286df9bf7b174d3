import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { requestUnder, type SentOnce } from '../once.sql.ts'

/** How somebody stands to the member they want to raise for. */
export type SpeaksFor = {
  readonly memberId: string
  readonly serving: boolean
  readonly self: boolean
  readonly actsFor: boolean
}

/** The member goes by id or by address, so that another system need not look it up first. Undefined: there is none. */
export async function mayRaiseFor(
  tx: Tx,
  personId: string | null,
  member: string,
  today: Day,
): Promise<SpeaksFor | undefined> {
  const id = member.includes('@') ? whoseAddress(tx, member) : tx`${member}::uuid`
  const [row] = await tx<SpeaksFor[]>`
    select m.person_id as member_id,
           m.until_on is null or m.until_on >= ${today} as serving,
           m.person_id = ${personId} as self,
           m.person_id is distinct from ${personId}::uuid and m.person_id = any ((select people.viewer_acts_for())::uuid[]) as acts_for
    from people.member m
    where m.person_id = ${id}
  `
  return row
}

const whoseAddress = (tx: Tx, address: string) => tx`(
  select id from people.person where email = ${address}::citext
  union all
  select person_id from people.email_address where address = ${address}::citext and verified_at is not null
  limit 1)`

/** What an idempotency key already made, if it did. */
export async function knownKey(tx: Tx, personId: string, key: string): Promise<SentOnce | undefined> {
  // two requests with one key at the same time: the second waits here and then finds what the first made
  await tx`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0))`
  return requestUnder(tx, personId, key)
}
