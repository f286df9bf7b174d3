import { inWords, inWordsWithWeekday, weekday, yearOf, type Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Refused, type Result } from '#kernel/result.ts'
import type { DayOff } from '#clock/calendar.sql.ts'

/** What somebody wants to change, and why: the reason stands in the history. */
export type CalendarEdit = {
  readonly add?: readonly DayOff[]
  /** the names need not be known */
  readonly remove?: readonly Pick<DayOff, 'on' | 'nation'>[]
  readonly why: string
}

export type CalendarChange = {
  readonly add: readonly DayOff[]
  readonly remove: readonly DayOff[]
  readonly why: string
}

const longestWhy = 500
const longestName = 100

/**
 * Decides a change against the days off in force (those of every nation the change names). Refusals: `why-missing`,
 * `nothing-to-change`, `name-missing`, `too-long`, `already-off`, `not-a-weekday`, `year-out-of-range`, `not-there`.
 */
export function decideEdit(inForce: readonly DayOff[], edit: CalendarEdit): Result<CalendarChange> {
  const add = (edit.add ?? []).map(it => ({ ...it, name: it.name.trim() }))
  const remove = edit.remove ?? []
  const why = edit.why.trim()
  const left = new Map(inForce.map(it => [keyOf(it), it]))
  const removed = remove.flatMap(it => left.get(keyOf(it)) ?? [])
  const missing = remove.find(it => !left.has(keyOf(it)))
  for (const it of remove) left.delete(keyOf(it))
  const refusals = [
    ...reasonRefused(why),
    missing && refuse('not-there', `${inWords(missing.on)} is no longer in the calendar`),
    ...add.map(it => dayRefused(it, left)),
    add.length + remove.length === 0 && refuse('nothing-to-change', 'There is nothing to change'),
  ].filter(it => it !== undefined && it !== false)
  return refuseAll(refusals.map(it => it.refusal)) ?? allow({ add, remove: removed, why })
}

const reasonRefused = (why: string): Refused[] => {
  if (why === '') return [refuse('why-missing', 'Enter why the calendar is changing', 'why')]
  return why.length > longestWhy
    ? [refuse('too-long', `The reason must be ${longestWhy} characters or fewer`, 'why')]
    : []
}

/** Looks at one day to add, and takes note of it so that the same day twice is refused as well. */
function dayRefused(it: DayOff, taken: Map<string, DayOff>): Refused | undefined {
  const already = taken.get(keyOf(it))
  taken.set(keyOf(it), it)
  if (it.name === '') return refuse('name-missing', 'Enter a name for the day', 'name')
  if (it.name.length > longestName)
    return refuse('too-long', `The name must be ${longestName} characters or fewer`, 'name')
  if (already) return refuse('already-off', `${inWords(it.on)} is in the calendar already: ${already.name}`, 'on')
  if (yearOf(it.on) < 2000 || yearOf(it.on) > 2099)
    return refuse('year-out-of-range', 'The year must be between 2000 and 2099', 'on')
  if (weekday(it.on) > 5)
    return refuse('not-a-weekday', `${inWordsWithWeekday(it.on)} is not a working day anyway`, 'on')
  return undefined
}

/** A day is off once as a closure and once as a holiday of each nation. */
const keyOf = (it: { readonly on: Day; readonly nation: string | null }): string => `${it.nation ?? 'council'} ${it.on}`
