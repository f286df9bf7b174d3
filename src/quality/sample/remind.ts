import { addWorkingDays, workingDaysBetween, type Calendar } from '#clock/door.ts'
import type { Day } from '#kernel/day.ts'
import type { NamedPerson } from '#mailboxes/door.ts'

/** The steps of telling who has a sample to score: at the draw, and twice more. */
export const lastStep = 3

/** The highest step that has come for a sample; every so many working days one more. */
export const stepOn = (drawnOn: Day, today: Day, every: number, calendar: Calendar): number =>
  Math.min(lastStep, 1 + Math.floor(Math.max(0, workingDaysBetween(calendar, drawnOn, today)) / every))

/** By when a sample should be scored: with the last step it is late. */
export const scoreBy = (drawnOn: Day, every: number, calendar: Calendar): Day =>
  addWorkingDays(calendar, drawnOn, every * (lastStep - 1))

export type ToScore = { readonly person: NamedPerson; readonly left: number }

/**
 * Who is told, with how many answers each may score: first whoever of those who run the mailbox is there, and with
 * them the next one for what the first wrote themselves; from the second step on all of them.
 */
export function whoIsTold(named: readonly NamedPerson[], authors: readonly string[], step: number): ToScore[] {
  const runs = named.filter(it => it.part !== 'responder')
  const there = runs.some(it => !it.absent) ? runs.filter(it => !it.absent) : runs
  const all = [...new Map(there.map(it => [it.personId, it])).values()]
    .map(person => ({ person, left: authors.filter(author => author !== person.personId).length }))
    .filter(it => it.left > 0)
  const [first] = all
  if (step > 1 || first === undefined) return all
  return first.left === authors.length ? [first] : all
}
