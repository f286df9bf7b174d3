import { isWorkingDay, workingDaysBetween, type Calendar } from '#clock/door.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { countWaiting } from '#mail/door.ts'
import type { Mailbox } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { openOfEach } from '../allocate/load.sql.ts'
import { asTheHouse } from '../doer.ts'
import { listEnquiries, type Listed } from '../list.sql.ts'
import { colleaguesIn, standings, type Colleague, type Horizon, type Standing, type StandingOf } from './board.sql.ts'
import type { Load, Pace } from './capacity.ts'
import { daysOf, type DayCount } from './daily.sql.ts'
import { forecast, type Forecast, type Week } from './forecast.ts'
import { capacityLimits, horizonOf, loadsOf, paceDays, paceWorkingDays } from './read-capacity.ts'
import { noStanding, together } from './standing.ts'

/** Somebody of the mailbox with their share of its work. */
export type Share = Colleague & {
  readonly standing: Standing
  /** what they hold in every mailbox, as far as it is not restricted */
  readonly everywhere: number
}

export type Board = {
  readonly mailbox: Mailbox
  readonly horizon: Horizon
  readonly standing: Standing
  /** undefined for who does not decide about mail */
  readonly quarantine: number | undefined
  readonly pace: Pace
  readonly five: Load | undefined
  readonly ten: Load | undefined
  readonly forecast: Forecast | undefined
  /** the first day of each week ahead */
  readonly weeks: readonly Day[]
  readonly people: readonly Share[]
  readonly riskiest: readonly Listed[]
}

/** Named as likeliest to be late. */
const riskiestShown = 5

/** An absence is seen so many days before it begins. */
const absenceAheadDays = 14

/** So many weeks are looked back at for the forecast, a year and the eight that its first is read from. */
const forecastWeeks = 60

/** How the work of one mailbox stands, in two rounds of questions. */
export async function readBoard(tx: Tx, asked: Asked, calendar: Calendar, mailbox: Mailbox): Promise<Board> {
  const { today } = asked.now
  const horizon = horizonOf(calendar, today)
  const [rows, days, limits, quarantine, riskiest] = await Promise.all([
    standings(tx, [mailbox.id], horizon),
    daysOf(tx, mailbox.id, addDays(today, -forecastWeeks * 7)),
    capacityLimits(tx),
    mayDo(asked.viewer, 'mail.quarantine') ? countWaiting(tx, mailbox.id) : undefined,
    listEnquiries(tx, { mailbox: [mailbox.id], riskFrom: 1, dueFrom: today }, 'risk', riskiestShown),
  ])
  const standing = rows.reduce<Standing>(together, noStanding)
  const pace = paceIn(days, calendar, today)
  const weeks = [0, 7, 14, 21].map(ahead => addDays(today, ahead))
  return {
    mailbox,
    horizon,
    standing,
    quarantine,
    pace,
    ...loadsOf(standing, pace, limits),
    forecast: forecast(
      weeksPast(days, calendar, today),
      weeks.map(from => workingDaysFrom(calendar, from)),
    ),
    weeks,
    people: await sharesOf(tx, asked, mailbox, rows),
    riskiest,
  }
}

function paceIn(days: readonly DayCount[], calendar: Calendar, today: Day): Pace {
  const from = addDays(today, -paceDays)
  const settled = days.filter(it => it.onDay >= from).reduce((n, it) => n + it.settled, 0)
  return { settled, workingDays: paceWorkingDays(calendar, today) }
}

/** The weeks of seven days that ended yesterday and before, the oldest first, from the first in which anything came. */
export function weeksPast(days: readonly DayCount[], calendar: Calendar, today: Day): Week[] {
  const [first] = days.filter(it => it.came > 0)
  if (!first) return []
  const weeks: Week[] = []
  for (let from = addDays(today, -7); from >= first.onDay; from = addDays(from, -7)) {
    const until = addDays(from, 6)
    const came = days.filter(it => it.onDay >= from && it.onDay <= until).reduce((n, it) => n + it.came, 0)
    weeks.unshift({ came, workingDays: workingDaysFrom(calendar, from) })
  }
  return weeks
}

/** The working days in the seven days from one on. */
const workingDaysFrom = (calendar: Calendar, from: Day): number =>
  workingDaysBetween(calendar, from, addDays(from, 6)) + (isWorkingDay(calendar, from) ? 1 : 0)

async function sharesOf(tx: Tx, asked: Asked, mailbox: Mailbox, rows: readonly StandingOf[]): Promise<Share[]> {
  const { today } = asked.now
  const holders = rows.flatMap(it => it.holderId ?? [])
  const people = await colleaguesIn(tx, mailbox.id, holders, today, addDays(today, absenceAheadDays))
  const ids = people.map(it => it.personId)
  const everywhere = await asTheHouse(tx, asked.viewer.person!, () => openOfEach(tx, ids, mailbox.id))
  return people.map(it => ({
    ...it,
    standing: rows.find(row => row.holderId === it.personId) ?? noStanding,
    everywhere: everywhere.get(it.personId) ?? 0,
  }))
}
