import { currentCalendar } from '#clock/door.ts'
import type { Day, Now } from '#kernel/day.ts'
import { personNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { standingOf, type Action, type ActionStanding } from './action.ts'
import { readActions } from './action.sql.ts'

/** An action as it stands, with the name of who has it now. */
export type Followed = { readonly action: Action; readonly standing: ActionStanding; readonly responsible: string }

/** Every action the viewer sees that is open, or was agreed or ended since that day; the newest first. */
export async function followed(tx: Tx, { today }: Now, since: Day): Promise<Followed[]> {
  const [actions, calendar, soon] = await Promise.all([
    readActions(tx, since),
    currentCalendar(tx),
    setting(tx, 'review.due-soon-working-days'),
  ])
  const standings = actions.map(it => standingOf(it, today, calendar, soon))
  const names = await personNames(
    tx,
    standings.map(it => it.responsibleId),
  )
  return actions.map((action, at) => ({
    action,
    standing: standings[at]!,
    responsible: names.get(standings[at]!.responsibleId) ?? 'somebody who has left',
  }))
}
