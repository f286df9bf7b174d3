import type { Day } from '#kernel/day.ts'
import { allow, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { calendarWith } from '#clock/calendar.ts'
import {
  addDaysOff,
  addVersion,
  daysOffAt,
  holdCalendar,
  newestVersion,
  removeDaysOff,
  type DayOff,
} from '#clock/calendar.sql.ts'
import { decideEdit, type CalendarChange, type CalendarEdit } from '#clock/calendar-edit.ts'
import { isWorkingDay, type Nation } from '#clock/working-day-calendar.ts'

/** Who changes the calendar, and when. */
export type Editor = { readonly by: string | null; readonly at: Date }

export type CalendarEdited = {
  readonly version: number
  /**
   * Days that are worked now and were not, or the other way round, in the council's nation, ascending. Open clocks that
   * run over one of them have to be judged again; stopped ones are not (domain, section 3, rule 3).
   */
  readonly affectedDays: readonly Day[]
}

/** Changes the calendar: a new version, or a refusal of `decideEdit`. One change at a time. */
export async function editCalendar(tx: Tx, edit: CalendarEdit, editor: Editor): Promise<Result<CalendarEdited>> {
  await holdCalendar(tx)
  const version = await newestVersion(tx)
  const nation = await setting(tx, 'council.nation')
  const inForce = await daysOffOf(tx, nationsIn(edit, nation), version)
  const decided = decideEdit(inForce, edit)
  if (!decided.ok) return decided
  await write(tx, version + 1, decided.value, editor)
  return allow({ version: version + 1, affectedDays: affectedDays(nation, inForce, decided.value) })
}

async function write(tx: Tx, version: number, { add, remove, why }: CalendarChange, { by, at }: Editor): Promise<void> {
  await addVersion(tx, { version, madeAt: at, madeBy: by, why })
  await removeDaysOff(tx, version, remove)
  await addDaysOff(tx, version, add)
}

const nationsIn = ({ add = [], remove = [] }: CalendarEdit, own: Nation): Nation[] => [
  ...new Set([own, ...[...add, ...remove].flatMap(it => it.nation ?? [])]),
]

/** The days off of several nations and of the council, each once. */
export async function daysOffOf(tx: Tx, nations: readonly Nation[], version: number): Promise<DayOff[]> {
  const each = await Promise.all(nations.map(nation => daysOffAt(tx, nation, version)))
  return each.flatMap((days, n) => (n === 0 ? days : days.filter(it => it.nation !== null)))
}

function affectedDays(nation: Nation, inForce: readonly DayOff[], { add, remove }: CalendarChange): Day[] {
  const gone = new Set(remove)
  const before = calendarWith(nation, 0, inForce)
  const after = calendarWith(nation, 0, [...inForce.filter(it => !gone.has(it)), ...add])
  const touched = [...new Set([...add, ...remove].map(it => it.on))].sort()
  return touched.filter(on => isWorkingDay(before, on) !== isWorkingDay(after, on))
}
