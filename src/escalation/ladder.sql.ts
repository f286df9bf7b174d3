import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ladder } from './ladder.ts'

/** A ladder with the day from which it holds; without a service it is the council's. */
export type KeptLadder = Ladder & {
  readonly serviceId: string | null
  readonly fromOn: Day
  readonly asCouncil: boolean
  readonly changedAt: Date
  readonly changedBy: string | null
}

/** Every version there is, those that held longest ago first. There are few, and they change seldom. */
export const readLadders = (tx: Tx): Promise<KeptLadder[]> => tx<KeptLadder[]>`
  select l.service_id, l.from_on, l.as_council, l.not_accepted, l.still_not_accepted, l.nothing_said, l.due_soon, l.overdue,
         l.still_overdue, l.leadership, l.changed_at, p.name as changed_by
  from escalation.ladder l left join people.person p on p.id = l.changed_by
  order by l.from_on
`

export type NewLadder = Ladder & {
  readonly serviceId: string | null
  readonly fromOn: Day
  readonly asCouncil: boolean
}

/** A second version from the same day takes the place of the first. */
export async function saveLadder(tx: Tx, it: NewLadder, by: string | null, at: Date): Promise<void> {
  const { serviceId, fromOn, ...numbers } = it
  const values = { ...numbers, changedBy: by, changedAt: at }
  await tx`
    insert into escalation.ladder ${tx({ serviceId, fromOn, ...values })}
    on conflict (service_id, from_on) do update set ${tx(values)}
  `
}
