import { inWords, inWordsWithWeekday, yearOf, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { table } from '#platform/views/components/table.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import { lastYear } from '#clock/bank-holidays.ts'
import { currentCalendar } from '#clock/calendar.ts'
import { coverageOf } from '#clock/coverage.ts'
import { calendarPath, nationName } from '#clock/pages/words.ts'
import type { Calendar } from '#clock/working-day-calendar.ts'

type Shown = { readonly asked: Asked; readonly calendar: Calendar; readonly year: number; readonly mayEdit: boolean }

/** The days nobody works in one year, and what can be done about them. */
export async function showCalendar(asked: Asked): Promise<Answer> {
  const calendar = await asked.transact(currentCalendar)
  const year = yearAsked(asked.query.year) ?? yearOf(asked.now.today)
  const body = calendarBody({ asked, calendar, year, mayEdit: mayDo(asked.viewer, 'clock.edit') })
  return page({ title: 'Working-day calendar', current: '/clock/calendar', body })
}

function calendarBody(shown: Shown): Html {
  const { calendar, year, mayEdit } = shown
  return html`
    ${alarm(shown)}
    <p class="govuk-body">
      Working days are Monday to Friday, without the bank holidays of ${nationName[calendar.nation]} and without the
      days the council is closed. Due dates count working days only.
    </p>
    <p class="govuk-body">
      Bank holidays are known until ${inWords(calendar.coveredTo)}. This is version ${calendar.version} of the calendar:
      <a class="govuk-link" href="/clock/calendar/history">see who changed it and why</a>.
    </p>
    ${mayEdit && button({ text: 'Add a day', href: `/clock/calendar/add?year=${year}` })}
    <h2 class="govuk-heading-m">Days the council is closed in ${year}</h2>
    ${daysTable(shown, 'closure', calendar.closures)}
    <h2 class="govuk-heading-m">Bank holidays in ${year}</h2>
    ${daysTable(shown, 'holiday', calendar.holidays)}
    ${pagination({
      landmarkLabel: 'Years',
      previous: { text: 'Year before', labelText: String(year - 1), href: calendarPath(year - 1) },
      next: { text: 'Year after', labelText: String(year + 1), href: calendarPath(year + 1) },
    })}
  `
}

function daysTable({ year, mayEdit }: Shown, kind: 'closure' | 'holiday', days: ReadonlyMap<Day, string>): Html {
  const inYear = [...days].filter(([on]) => yearOf(on) === year)
  if (inYear.length === 0) return html`<p class="govuk-body">None.</p>`
  return table({
    firstCellIsHeader: true,
    head: [{ text: 'Day' }, { text: 'Why' }, ...(mayEdit ? [{ text: 'Change' }] : [])],
    rows: inYear.map(([on, name]) => [
      { text: inWordsWithWeekday(on) },
      { text: name },
      ...(mayEdit ? [{ html: removeLink(kind, on, name) }] : []),
    ]),
  })
}

const removeLink = (kind: string, on: Day, name: string): Html => html`<a
  class="govuk-link"
  href="/clock/calendar/remove?kind=${kind}&on=${on}"
  >Remove<span class="govuk-visually-hidden"> ${name} on ${inWords(on)}</span></a
>`

/** Shown to everybody who sees the calendar; the way out to those who may edit it. */
function alarm({ asked, calendar, mayEdit }: Shown): Piece {
  const { alarm, daysLeft, coveredTo } = coverageOf(calendar, asked.now.today)
  if (!alarm) return ''
  const when = daysLeft < 0 ? 'ran out on' : `are known for only ${counted(daysLeft, 'more day')}, until`
  const next = yearOf(coveredTo) + 1
  return html`${warningText({ text: `Bank holidays ${when} ${inWords(coveredTo)}. Later due dates may be too early.` })}
  ${mayEdit && next <= lastYear && extendForm(asked.csrf, next)}`
}

const extendForm = (csrf: string, year: number): Html => html`<form method="post" action="/clock/calendar/extend">
  ${csrfField(csrf)}
  <input type="hidden" name="year" value="${year}" />
  ${button({ text: `Add the bank holidays of ${year}`, classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`

function yearAsked(text: string | undefined): number | undefined {
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : 0
  return year >= 2000 && year <= 2099 ? year : undefined
}
