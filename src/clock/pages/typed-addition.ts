import { addDays, daysBetween, weekday, type Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import type { Form } from '#platform/http/form.ts'
import type { CalendarEdit } from '#clock/calendar-edit.ts'
import type { DayOff } from '#clock/calendar.sql.ts'
import { isDayTyped, typedDay } from '#platform/http/typed-day.ts'
import type { Nation } from '#clock/working-day-calendar.ts'

export type Addition = CalendarEdit & { readonly add: readonly DayOff[] }

/** A longer closure than this is more likely a slip in the year than a shutdown. */
const mostDays = 31

/** What the form says, as a change of the calendar: weekends between the first and the last day are left out. */
export function readAddition(form: Form, nation: Nation): Result<Addition> {
  const kind = form.text('kind')
  const chosen = kind === 'closure' || kind === 'holiday'
  const days = typedDays(form)
  const wrong = [
    ...(chosen ? [] : [refuse('kind-missing', 'Select why nobody works', 'kind').refusal]),
    ...(days.ok ? [] : [days.refusal]),
    ...(form.text('name') ? [] : [refuse('name-missing', 'Enter a name for the day', 'name').refusal]),
    ...(form.text('why') ? [] : [refuse('why-missing', 'Enter why the calendar is changing', 'why').refusal]),
  ]
  if (!days.ok || wrong.length > 0) return refuseAll(wrong)!
  const add = days.value.map(on => ({ on, name: form.text('name'), nation: kind === 'holiday' ? nation : null }))
  return allow({ add, why: form.text('why') })
}

function typedDays(form: Form): Result<Day[]> {
  const first = typedDay(form, 'first', 'First day')
  const last = isDayTyped(form, 'last') ? typedDay(form, 'last', 'Last day') : undefined
  if (first.ok && last?.ok !== false) return weekdaysFrom(first.value, last?.value ?? first.value)
  return refuseAll([first, last].flatMap(it => (it && !it.ok ? [it.refusal] : [])))!
}

function weekdaysFrom(first: Day, last: Day): Result<Day[]> {
  const length = daysBetween(first, last) + 1
  if (length < 1) return refuse('last-before-first', 'The last day must be the first day or later', 'last')
  if (length > mostDays) return refuse('too-long', `The days must be ${mostDays} or fewer`, 'last')
  const onWeekdays = Array.from({ length }, (_, n) => addDays(first, n)).filter(on => weekday(on) <= 5)
  if (onWeekdays.length === 0) return refuse('not-a-weekday', 'Nobody works at the weekend anyway', 'first')
  return allow(onWeekdays)
}
