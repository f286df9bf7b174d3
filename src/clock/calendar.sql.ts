import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Nation } from '#clock/working-day-calendar.ts'

/** One change of the calendar: who made it, when and why. */
export type CalendarVersion = {
  readonly version: number
  readonly madeAt: Date
  /** a person's id; null: the house itself */
  readonly madeBy: string | null
  readonly why: string
}

/** A day on which nobody works: a bank holiday of a nation, or with `nation` null a closure day of the council. */
export type DayOff = { readonly on: Day; readonly name: string; readonly nation: Nation | null }

export type ChangedDay = DayOff & { readonly version: number; readonly change: 'added' | 'removed' }

/** The number of the newest version. */
export async function newestVersion(tx: Tx): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    select version from clock.calendar_version order by version desc limit 1
  `
  if (!row) throw new Error('The calendar has no version: the migrations have not run')
  return row.version
}

/** The days off of one nation and of the council, as one version had them. */
export const daysOffAt = (tx: Tx, nation: Nation, version: number): Promise<DayOff[]> =>
  tx<DayOff[]>`
    select held_on as on, name, nation from clock.holiday
    where nation = ${nation} and added_in <= ${version} and (removed_in is null or removed_in > ${version})
    union all
    select closed_on, name, null from clock.closure
    where added_in <= ${version} and (removed_in is null or removed_in > ${version})
    order by 1, 3
  `

/** Changes of the calendar wait for each other until the transaction ends; readers do not. */
export async function holdCalendar(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('clock.calendar_version'))`
}

export async function addVersion(tx: Tx, { version, madeAt, madeBy, why }: CalendarVersion): Promise<void> {
  await tx`
    insert into clock.calendar_version (version, made_at, made_by, why) values (${version}, ${madeAt}, ${madeBy}, ${why})
  `
}

export async function addDaysOff(tx: Tx, version: number, days: readonly DayOff[]): Promise<void> {
  const holidays = days.filter(it => it.nation !== null)
  const closures = days.filter(it => it.nation === null)
  await tx`
    insert into clock.holiday (nation, held_on, name, added_in)
    select nation, held_on, name, ${version}
    from unnest(${holidays.map(it => it.nation!)}::text[], ${holidays.map(it => it.on)}::date[], ${holidays.map(it => it.name)}::text[])
      as given (nation, held_on, name)
  `
  await tx`
    insert into clock.closure (closed_on, name, added_in)
    select closed_on, name, ${version}
    from unnest(${closures.map(it => it.on)}::date[], ${closures.map(it => it.name)}::text[]) as given (closed_on, name)
  `
}

export async function removeDaysOff(tx: Tx, version: number, days: readonly DayOff[]): Promise<void> {
  const holidays = days.filter(it => it.nation !== null)
  const closures = days.filter(it => it.nation === null)
  await tx`
    update clock.holiday set removed_in = ${version}
    from unnest(${holidays.map(it => it.nation!)}::text[], ${holidays.map(it => it.on)}::date[]) as given (nation, held_on)
    where holiday.nation = given.nation and holiday.held_on = given.held_on and removed_in is null
  `
  await tx`
    update clock.closure set removed_in = ${version}
    where closed_on = any(${closures.map(it => it.on)}::date[]) and removed_in is null
  `
}

/** Versions before this one, newest first; all of them from the newest when `before` is not given. */
export const versionsBefore = (tx: Tx, before: number | undefined, limit: number): Promise<CalendarVersion[]> =>
  tx<CalendarVersion[]>`
    select version, made_at, made_by, why from clock.calendar_version
    where ${before ?? null}::int is null or version < ${before ?? null}::int
    order by version desc limit ${limit}
  `

/** What these versions added and removed, by day; the first version, which is the whole calendar, is left out. */
export const changesIn = (tx: Tx, versions: readonly number[]): Promise<ChangedDay[]> =>
  tx<ChangedDay[]>`
    select held_on as on, name, nation, added_in as version, 'added' as change
    from clock.holiday where added_in = any(${versions as number[]}) and added_in > 1
    union all
    select held_on, name, nation, removed_in, 'removed' from clock.holiday where removed_in = any(${versions as number[]})
    union all
    select closed_on, name, null, added_in, 'added' from clock.closure where added_in = any(${versions as number[]})
    union all
    select closed_on, name, null, removed_in, 'removed' from clock.closure where removed_in = any(${versions as number[]})
    order by 1, 5
  `
