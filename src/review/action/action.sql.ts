import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Action, ActionEvent } from './action.ts'

/** Every action the viewer sees that was agreed from that day on or had not ended by then, the newest first. */
export const readActions = (tx: Tx, since: Day): Promise<Action[]> => tx<Action[]>`
  select a.id, a.number, a.review, a.what, a.responsible_id, a.first_due_on, a.agreed_on, e.events
  from review.action a cross join lateral (${events(tx)}) as e
  where a.agreed_on >= ${since}
    or coalesce((e.events -> -1 ->> 'type') not in ('done', 'dropped') or (e.events -> -1 ->> 'onDay') >= ${since}, true)
  order by a.number desc
`

export async function readAction(tx: Tx, number: number): Promise<Action | undefined> {
  const [row] = await tx<Action[]>`
    select a.id, a.number, a.review, a.what, a.responsible_id, a.first_due_on, a.agreed_on, e.events
    from review.action a cross join lateral (${events(tx)}) as e
    where a.number = ${number}
  `
  return row
}

const events = (tx: Tx) => tx`
  select coalesce(json_agg(json_build_object('type', type, 'words', words, 'dueOn', due_on, 'toPerson', to_person,
    'onDay', on_day, 'byPerson', by_person) order by sequence), '[]') as events
  from review.action_event where action_id = a.id
`

export type NewAction = Omit<Action, 'id' | 'number' | 'events'> & { readonly by: string | null; readonly at: Date }

export async function insertAction(tx: Tx, it: NewAction): Promise<{ id: string; number: number }> {
  const [row] = await tx<{ id: string; number: number }[]>`
    insert into review.action (review, what, responsible_id, first_due_on, agreed_on, recorded_by, recorded_at)
    values (${it.review}, ${it.what}, ${it.responsibleId}, ${it.firstDueOn}, ${it.agreedOn}, ${it.by}, ${it.at})
    returning id, number
  `
  return row!
}

/** False when something else was written meanwhile: `after` is how many events its writer saw. */
export async function insertEvent(
  tx: Tx,
  actionId: string,
  after: number,
  it: ActionEvent,
  at: Date,
): Promise<boolean> {
  const written = await tx`
    insert into review.action_event (action_id, sequence, type, words, due_on, to_person, on_day, by_person, at)
    values (${actionId}, ${after + 1}, ${it.type}, ${it.words}, ${it.dueOn}, ${it.toPerson}, ${it.onDay}, ${it.byPerson}, ${at})
    on conflict do nothing
    returning sequence
  `
  return written.length > 0
}
