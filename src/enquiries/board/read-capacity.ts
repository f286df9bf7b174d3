import { addWorkingDays, currentCalendar, workingDaysBetween, type Calendar } from '#clock/door.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { allMailboxes, isOpen } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { standings, type Horizon, type Standing } from './board.sql.ts'
import { loadOf, type CapacityLimits, type Load, type Pace } from './capacity.ts'
import { settledSince } from './daily.sql.ts'
import { noStanding, together } from './standing.ts'

/** The closing rate is that of so many days before today. */
export const paceDays = 8 * 7

/** The days that part the work of a mailbox. */
export const horizonOf = (calendar: Calendar, today: Day): Horizon => ({
  today,
  soon: addWorkingDays(calendar, today, 2),
  five: addWorkingDays(calendar, today, 5),
  ten: addWorkingDays(calendar, today, 10),
})

/** The council’s numbers about capacity. */
export async function capacityLimits(tx: Tx): Promise<CapacityLimits> {
  return {
    amber: await setting(tx, 'enquiries.capacity-amber-percent'),
    red: await setting(tx, 'enquiries.capacity-red-percent'),
    least: await setting(tx, 'enquiries.capacity-least-cases'),
  }
}

/** The working days of the weeks from which the closing rate is read. */
export const paceWorkingDays = (calendar: Calendar, today: Day): number =>
  workingDaysBetween(calendar, addDays(today, -paceDays - 1), addDays(today, -1))

export type Capacity = {
  readonly mailboxId: string
  readonly standing: Standing
  readonly pace: Pace
  /** undefined where too few were settled to say */
  readonly five: Load | undefined
  readonly ten: Load | undefined
}

/** Work due and the closing rate of each of these mailboxes, as far as the viewer of the transaction may see either. */
export async function capacityOf(
  tx: Tx,
  calendar: Calendar,
  today: Day,
  mailboxIds: readonly string[],
): Promise<Capacity[]> {
  const [rows, settled, limits] = await Promise.all([
    standings(tx, mailboxIds, horizonOf(calendar, today)),
    settledSince(tx, mailboxIds, addDays(today, -paceDays)),
    capacityLimits(tx),
  ])
  const workingDays = paceWorkingDays(calendar, today)
  return mailboxIds.map(mailboxId => {
    const mine = rows.filter(it => it.mailboxId === mailboxId)
    const standing = mine.reduce<Standing>(together, noStanding)
    const pace = { settled: settled.get(mailboxId) ?? 0, workingDays }
    return { mailboxId, standing, pace, ...loadsOf(standing, pace, limits) }
  })
}

export const loadsOf = ({ dueInFive, dueInTen }: Standing, pace: Pace, limits: CapacityLimits) => ({
  five: loadOf(dueInFive, 5, pace, limits),
  ten: loadOf(dueInTen, 10, pace, limits),
})

/** The capacity of every open mailbox, as far as the viewer of the transaction may see it; as the house, of all. */
export async function capacity(tx: Tx, today: Day): Promise<Capacity[]> {
  const [boxes, calendar] = await Promise.all([allMailboxes(tx), currentCalendar(tx)])
  const open = boxes.filter(it => isOpen(it, today)).map(it => it.id)
  return capacityOf(tx, calendar, today, open)
}
