import { inWordsWithWeekday, parseDay, yearOf, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html } from '#platform/views/html.ts'
import { currentCalendar } from '#clock/calendar.ts'
import type { DayOff } from '#clock/calendar.sql.ts'
import { editCalendar } from '#clock/edit-calendar.ts'
import { calendarPath } from '#clock/pages/words.ts'
import type { ClockNeighbours } from '#clock/neighbours.ts'
import type { Calendar } from '#clock/working-day-calendar.ts'

/** Asks once more before a day is worked again. */
export async function removeDayForm(asked: Asked): Promise<Answer> {
  const found = dayNamed(await asked.transact(currentCalendar), asked.query)
  return found ? page(confirmPage(asked, found)) : missing
}

export async function removeTypedDay(asked: Asked, { calendarChanged }: ClockNeighbours): Promise<Answer> {
  const { viewer, now, form } = asked
  const editor = { by: viewer.person, at: now.at }
  return asked.transact(async tx => {
    const found = dayNamed(await currentCalendar(tx), form.typed)
    if (!found) return redirect(calendarPath(), 'That day was not in the calendar any more')
    const edited = await editCalendar(tx, { remove: [found], why: form.text('why') }, editor)
    if (!edited.ok) return pageAgain(confirmPage(asked, found, edited.refusal))
    await calendarChanged(tx, edited.value, editor)
    return redirect(calendarPath(yearOf(found.on)), `${found.name} removed`)
  })
}

function dayNamed(calendar: Calendar, { kind, on: text }: Readonly<Record<string, string>>): DayOff | undefined {
  const on: Day | undefined = parseDay(text ?? '')
  const isHoliday = kind === 'holiday'
  const name = on && (isHoliday ? calendar.holidays : calendar.closures).get(on)
  return on && name ? { on, name, nation: isHoliday ? calendar.nation : null } : undefined
}

function confirmPage(asked: Asked, { on, name, nation }: DayOff, refusal?: Refusal): Page {
  return {
    title: `Remove ${name} from the calendar?`,
    current: '/clock/calendar',
    back: { href: calendarPath(yearOf(on)) },
    body: html`${errorSummaryFor(refusal)}
      <p class="govuk-body">
        ${inWordsWithWeekday(on)} would no longer be ${nation ? 'a bank holiday' : 'a day the council is closed'}. Open
        enquiries get new due dates, and their members are told. Answered enquiries are not judged again.
      </p>
      <form method="post" action="/clock/calendar/remove" novalidate>
        ${csrfField(asked.csrf)}
        <input type="hidden" name="kind" value="${nation ? 'holiday' : 'closure'}" />
        <input type="hidden" name="on" value="${on}" />
        ${textarea({
          name: 'why',
          value: asked.form.text('why'),
          rows: 3,
          label: { text: 'Why is the calendar changing?', classes: 'govuk-label--s' },
          hint: { text: 'Stays in the history, with your name' },
          errorMessage: errorFor(refusal, 'why'),
        })}
        ${button({ text: 'Remove this day', classes: 'govuk-button--warning', preventDoubleClick: true })}
      </form>`,
  }
}
