import { addWorkingDays, nextWorkingDay, type Calendar } from '#clock/door.ts'
import { isOpen, isPaused, toldDueOn, type Climbed, type Enquiry, type Rung } from '#enquiries/door.ts'
import { addDays, laterOf, type Day } from '#kernel/day.ts'
import type { Ladder } from './ladder.ts'

/** What the ladder looks at. */
export type ClimbFacts = Pick<
  Enquiry,
  'status' | 'round' | 'clockFrom' | 'assignedOn' | 'dueOn' | 'agreedDueOn' | 'nextUpdateOn' | 'saidOn' | 'climbed'
>

/** A day, and whether its working hours are over: steps that give somebody whole days are reached only then. */
export type Moment = { readonly today: Day; readonly dayIsOver: boolean }

export type Reached = Climbed & {
  /** the new date the member is told with this step */
  readonly nextUpdateOn?: Day
}

/**
 * The steps that are reached and not climbed yet, each with the day on which it was truly reached, however late anybody
 * looks (domain, section 4). By the date the member was told last. Paused and stopped clocks do not climb.
 */
export function reached(
  ladder: Ladder,
  facts: ClimbFacts,
  calendar: Calendar,
  { today, dayIsOver }: Moment,
): Reached[] {
  const done = new Set(facts.climbed.map(it => it.rung))
  const lastWhole = dayIsOver ? today : addDays(today, -1)
  return ahead(ladder, facts, calendar)
    .filter(({ rung, on, wholeDay }) => !done.has(rung) && on <= (wholeDay ? lastWhole : today))
    .map(({ rung, on }) =>
      rung === 'new-date'
        ? { rung, trueOn: on, nextUpdateOn: newDate(ladder, facts, calendar, today) }
        : { rung, trueOn: on },
    )
    .sort((a, b) => (a.trueOn < b.trueOn ? -1 : a.trueOn > b.trueOn ? 1 : 0))
}

/** `wholeDay`: it gives somebody whole days, so that it is reached when the working hours of that day are over. */
export type Ahead = { readonly rung: Rung; readonly on: Day; readonly wholeDay: boolean }

/** Every step that this enquiry can come to as it stands, climbed or not, with the day on which it does. */
export function ahead(ladder: Ladder, facts: ClimbFacts, calendar: Calendar): Ahead[] {
  if (!isOpen(facts) || isPaused(facts)) return []
  const from = (start: Day, workingDays: number, ...rungs: Rung[]) =>
    rungs.map(rung => ({ rung, on: addWorkingDays(calendar, start, workingDays), wholeDay: wholeDays.has(rung) }))
  const dueOn = toldDueOn(facts)
  const { status, assignedOn, saidOn, clockFrom } = facts
  return [
    ...(status === 'assigned' && assignedOn !== null
      ? [
          ...from(assignedOn, ladder.notAccepted, 'not-accepted'),
          ...from(assignedOn, ladder.stillNotAccepted, 'still-not-accepted'),
        ]
      : []),
    ...(saidOn === null ? from(clockFrom, ladder.nothingSaid, 'nothing-said') : []),
    ...(dueOn === null
      ? []
      : [
          ...from(dueOn, -ladder.dueSoon, 'due-soon'),
          ...from(dueOn, ladder.overdue, 'overdue', 'new-date'),
          ...from(dueOn, ladder.stillOverdue, 'still-overdue'),
          ...from(dueOn, ladder.leadership, 'leadership'),
        ]),
  ]
}

const wholeDays: ReadonlySet<Rung> = new Set(['not-accepted', 'still-not-accepted', 'nothing-said'])

/**
 * By when the member hears again: the last working day before it climbs to the director, but at least a whole one from
 * today. An earlier day that their handler has given them stands.
 */
function newDate(ladder: Ladder, facts: ClimbFacts, calendar: Calendar, today: Day): Day {
  const beforeDirector = addWorkingDays(calendar, toldDueOn(facts)!, ladder.stillOverdue - 1)
  const latest = laterOf(beforeDirector, nextWorkingDay(calendar, today))
  const { nextUpdateOn: given } = facts
  return given !== null && given > today && given < latest ? given : latest
}
