import type { Day, Now } from '#kernel/day.ts'
import { addDays, weekday } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { followed } from './action/followed.ts'
import { actionPath } from './action/pages.ts'
import { signedMailboxes } from './sign-off/boxes.ts'
import { weekPath } from './sign-off/pages.ts'
import { lastWeek, weekEnd, weekOf } from './sign-off/sign-off.ts'
import { readRunners, readSignOffs, readWeek } from './sign-off/sign-off.sql.ts'

/** An action to remind its owner of. The same `event` is told once. */
export type Reminder = {
  readonly personId: string
  readonly what: string
  readonly dueOn: Day
  readonly overdue: boolean
  readonly path: string
  readonly event: string
}

/** What is due soon or overdue: each date once when it comes near, once when it has passed, then every Monday. */
export async function remindersOn(tx: Tx, now: Now): Promise<Reminder[]> {
  const all = await followed(tx, now, addDays(now.today, 1))
  return all.flatMap(({ action, standing }) => {
    if (standing.state !== 'due' && standing.state !== 'overdue') return []
    const overdue = standing.state === 'overdue'
    const isFirst = overdue && addDays(standing.dueOn, 7) > now.today
    if (overdue && !isFirst && weekday(now.today) !== 1) return []
    const week = overdue && !isFirst ? ` ${weekOf(now.today)}` : ''
    return {
      personId: standing.responsibleId,
      what: action.what,
      dueOn: standing.dueOn,
      overdue,
      path: actionPath(action.number),
      event: `action ${action.id} ${standing.state} ${standing.dueOn}${week}`,
    }
  })
}

/** A mailbox whose last week is not signed, for each who may sign it. */
export type Unsigned = {
  readonly personId: string
  readonly mailbox: string
  readonly weekOn: Day
  readonly path: string
  readonly received: number
  readonly answered: number
  readonly overdue: number
}

/** Mailboxes in which nothing was received, answered or open need no word. Needs a transaction that sees everything. */
export async function unsignedWeeks(tx: Tx, today: Day): Promise<Unsigned[]> {
  const weekOn = lastWeek(today)
  const boxes = await signedMailboxes(tx, today)
  const [signed, runners] = await Promise.all([
    readSignOffs(
      tx,
      boxes.map(it => it.id),
      weekOn,
    ),
    readRunners(tx, today),
  ])
  const left = boxes.filter(box => !signed.some(it => it.mailboxId === box.id && it.weekOn === weekOn))
  const figures = await Promise.all(left.map(it => readWeek(tx, it.id, weekOn, weekEnd(weekOn))))
  return left.flatMap((box, at) => {
    const { received, answered, open, overdue } = figures[at]!
    if (received + answered + open === 0) return []
    return runners
      .filter(it => it.mailboxId === box.id)
      .map(({ personId }) => ({
        personId,
        mailbox: box.name,
        weekOn,
        path: weekPath(box, weekOn),
        received,
        answered,
        overdue,
      }))
  })
}
