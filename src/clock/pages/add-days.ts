import { yearOf } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'
import { page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm, type Form } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import { currentCalendar } from '#clock/calendar.ts'
import { editCalendar } from '#clock/edit-calendar.ts'
import { readAddition } from '#clock/pages/typed-addition.ts'
import { calendarPath, nationName } from '#clock/pages/words.ts'
import type { ClockNeighbours } from '#clock/neighbours.ts'
import type { Nation } from '#clock/working-day-calendar.ts'

export async function addDaysForm(asked: Asked): Promise<Answer> {
  const { nation } = await asked.transact(currentCalendar)
  return page(formPage(asked, nation, emptyForm))
}

export async function addTypedDays(asked: Asked, { calendarChanged }: ClockNeighbours): Promise<Answer> {
  const { viewer, now, form } = asked
  const editor = { by: viewer.person, at: now.at }
  return asked.transact(async tx => {
    const { nation } = await currentCalendar(tx)
    const read = readAddition(form, nation)
    const edited = read.ok ? await editCalendar(tx, read.value, editor) : read
    if (!edited.ok) return pageAgain(formPage(asked, nation, form, inThisForm(edited.refusal)))
    await calendarChanged(tx, edited.value, editor)
    return redirect(
      calendarPath(form.text('first-year')),
      `${counted(read.ok ? read.value.add.length : 0, 'day')} added`,
    )
  })
}

/** The rule speaks of the day `on`; in this form that is the first day. Said once, however many days it is about. */
function inThisForm(refusal: Refusal): Refusal {
  const all = everyRefusal(refusal).map(it => (it.field === 'on' ? { ...it, field: 'first' } : it))
  const [first, ...also] = all.filter((it, n) => all.findIndex(({ words }) => words === it.words) === n)
  return { ...first!, also }
}

const everyRefusal = ({ also = [], ...own }: Refusal): Refusal[] => [own, ...also.flatMap(everyRefusal)]

function formPage(asked: Asked, nation: Nation, form: Form, refusal?: Refusal): Page {
  const year = form.text('first-year') || asked.query.year || yearOf(asked.now.today)
  return {
    title: 'Add a day nobody works',
    current: '/clock/calendar',
    back: { href: calendarPath(/^\d{4}$/.test(String(year)) ? year : undefined) },
    body: html`${errorSummaryFor(refusal, { first: 'first-day', last: 'last-day' })}
      <p class="govuk-body">
        Open enquiries get new due dates, and their members are told. Answered enquiries are not judged again.
      </p>
      <form method="post" action="/clock/calendar/add" novalidate>
        ${csrfField(asked.csrf)} ${fields(nation, form, refusal)}
        ${button({ text: 'Add to the calendar', preventDoubleClick: true })}
      </form>`,
  }
}

const fields = (nation: Nation, form: Form, refusal: Refusal | undefined): Html => html`
  ${radios({
    name: 'kind',
    value: form.text('kind'),
    fieldset: { legend: { text: 'Why does nobody work?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorFor(refusal, 'kind'),
    items: [
      { value: 'closure', text: 'The council is closed' },
      { value: 'holiday', text: `It is a bank holiday in ${nationName[nation]}` },
    ],
  })}
  ${dayBoxes(form, refusal, 'first', 'First day', 'For example, 29 12 2026')}
  ${dayBoxes(
    form,
    refusal,
    'last',
    'Last day (optional)',
    'Leave empty for one day. Weekends in between are left out.',
  )}
  ${textInput({
    name: 'name',
    value: form.text('name'),
    label: { text: 'Name of the day', classes: 'govuk-label--s' },
    hint: { text: 'Members see it where a due date is explained. For example, Christmas shutdown' },
    errorMessage: errorFor(refusal, 'name'),
  })}
  ${textarea({
    name: 'why',
    value: form.text('why'),
    rows: 3,
    label: { text: 'Why is the calendar changing?', classes: 'govuk-label--s' },
    hint: { text: 'Stays in the history, with your name. For example, agreed by cabinet on 2 June 2026' },
    errorMessage: errorFor(refusal, 'why'),
  })}
`

const dayBoxes = (form: Form, refusal: Refusal | undefined, id: string, legend: string, hint: string): Html =>
  dateInput({
    id,
    namePrefix: id,
    values: form.typed,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint },
    errorMessage: errorFor(refusal, id),
  })
