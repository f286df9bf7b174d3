import type { Day } from '#kernel/day.ts'
import type { Candidate } from '#mailboxes/door.ts'
import { namedPeople } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'

/** How much somebody holds, and when they were last given something they still hold. */
export type Load = { readonly personId: string; readonly open: number; readonly lastGivenAt: Date | null }

/**
 * The open work of these people, in every mailbox. Only numbers, so that a fair share can be seen where the work itself
 * cannot; restricted work counts in its own mailbox alone. Ask as the house.
 */
export const loadsOf = (tx: Tx, persons: readonly string[], mailboxId: string | null): Promise<Load[]> => tx<Load[]>`
  select e.holder_id as person_id, count(*)::int as open, max(given.at) as last_given_at
  from enquiries.enquiry e
  left join lateral (
    select max(v.at) as at from enquiries.event v
    where v.enquiry_id = e.id and v.type in ('allocated', 'reassigned', 'taken')
  ) given on true
  where e.holder_id = any (${[...persons]}::uuid[]) and e.status not in ('answered', 'closed')
    and (not e.restricted or e.mailbox_id = ${mailboxId})
  group by e.holder_id
`

/** How much open work each of these people holds, in every mailbox; counted as `loadsOf` counts. Ask as the house. */
export async function openOfEach(
  tx: Tx,
  persons: readonly string[],
  mailboxId: string | null,
): Promise<Map<string, number>> {
  const rows = await tx<{ personId: string; open: number }[]>`
    select e.holder_id as person_id, count(*)::int as open from enquiries.enquiry e
    where e.holder_id = any (${[...persons]}::uuid[]) and e.status not in ('answered', 'closed')
      and (not e.restricted or e.mailbox_id = ${mailboxId})
    group by e.holder_id
  `
  return new Map(rows.map(it => [it.personId, it.open]))
}

/** The responders of a mailbox as the rule of assignment weighs them. Ask as the house. */
export async function weighedIn(tx: Tx, mailboxId: string, today: Day): Promise<Candidate[]> {
  const named = (await namedPeople(tx, mailboxId, today)).filter(it => it.part === 'responder')
  const ids = named.map(it => it.personId)
  const loads = new Map((await loadsOf(tx, ids, mailboxId)).map(it => [it.personId, it]))
  return named.map(({ personId, name, absent }) => ({
    personId,
    name,
    present: !absent,
    maySee: true,
    load: loads.get(personId)?.open ?? 0,
    lastGivenAt: loads.get(personId)?.lastGivenAt ?? null,
  }))
}
