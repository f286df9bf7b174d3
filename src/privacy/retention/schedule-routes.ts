import { record } from '#audit/door.ts'
import { inWords } from '#kernel/day.ts'
import { refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { allow } from '#kernel/result.ts'
import { seeingAs } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { formOf, type Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { dayBoxes, typedDay } from '#platform/http/typed-day.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html } from '#platform/views/html.ts'
import { isKind, keptFor, kinds, type RetentionKind } from './kinds.ts'
import { retentionPath } from './pages.ts'
import { insertSchedule, schedulesOf, type Schedule } from './schedule.sql.ts'

const may = 'privacy.keep'
const path = `${retentionPath}/schedules/:kind`

export const scheduleRoutes: readonly Route[] = [
  { method: 'GET', path, may, handle: edit },
  { method: 'POST', path, may, handle: change },
]

/** The kinds whose time can be changed. */
const changeable = (kind = ''): RetentionKind | undefined =>
  isKind(kind) && kinds[kind].erases !== 'nothing' ? kind : undefined

async function edit(asked: Asked): Promise<Answer> {
  const kind = changeable(asked.params.kind)
  if (!kind) return missing
  const all = await asked.transact(tx => schedulesOf(tx, kind))
  const now = all.find(it => it.fromOn <= asked.now.today)!
  const typed = { months: String(now.keepMonths ?? ''), reason: now.reason, ...dayBoxes('fromOn', asked.now.today) }
  return page(formPage(asked, kind, all, formOf(typed)))
}

async function change(asked: Asked): Promise<Answer> {
  const kind = changeable(asked.params.kind)
  if (!kind) return missing
  const { form, now, viewer } = asked
  const read = scheduleIn(form, kind, asked)
  return asked.transact(async tx => {
    if (!read.ok) return pageAgain(formPage(asked, kind, await schedulesOf(tx, kind), form, read.refusal))
    await seeingAs(tx, 'system', viewer.person!, () => insertSchedule(tx, read.value, now.at))
    await record(tx, {
      at: now.at,
      actor: viewer.person,
      act: 'privacy.schedule-changed',
      subject: { kind: 'schedule', id: kind, reference: kind },
      details: { keepMonths: read.value.keepMonths, fromOn: read.value.fromOn },
    })
    return redirect(
      retentionPath,
      `${kinds[kind].text}: from ${inWords(read.value.fromOn)} kept for ${keptFor(read.value.keepMonths)}`,
    )
  })
}

/** What was typed as a schedule. It holds from today or later: what was erased by another stays erased. */
function scheduleIn(form: Form, kind: RetentionKind, { now, viewer }: Asked): Result<Omit<Schedule, 'id'>> {
  const months = Number(form.text('months'))
  const fromOn = typedDay(form, 'fromOn', 'Day from which it holds')
  const wrong = [
    Number.isInteger(months) && months >= 1 && months <= 1200
      ? undefined
      : refuse('months', 'Enter a whole number of months from 1 to 1200', 'months'),
    form.text('reason') ? undefined : refuse('reason', 'Enter the reason for this time', 'reason'),
    fromOn.ok
      ? fromOn.value < now.today
        ? refuse('past', 'Enter today or a later day', 'fromOn')
        : undefined
      : fromOn,
  ].flatMap(it => (it && !it.ok ? [it.refusal] : []))
  if (wrong.length > 0 || !fromOn.ok) return refuseAll(wrong)!
  return allow({
    kind,
    keepMonths: months,
    reason: form.text('reason'),
    fromOn: fromOn.value,
    madeBy: viewer.person,
  })
}

function formPage(asked: Asked, kind: RetentionKind, all: readonly Schedule[], form: Form, refusal?: Refusal): Page {
  return {
    title: `How long to keep: ${kinds[kind].text}`,
    current: '/privacy/desk',
    back: { href: retentionPath, text: 'How long things are kept' },
    body: html`${errorSummaryFor(refusal, { fromOn: 'fromOn-day' })}
      <form method="post" action="${retentionPath}/schedules/${kind}" novalidate>
        ${csrfField(asked.csrf)}
        ${textInput({
          id: 'months',
          name: 'months',
          value: form.text('months'),
          classes: 'govuk-input--width-4',
          inputmode: 'numeric',
          label: { text: 'Kept for how many months?' },
          hint: { text: `Counted from ${kinds[kind].from}. Six years are 72 months` },
          errorMessage: errorFor(refusal, 'months'),
        })}
        ${textarea({
          id: 'reason',
          name: 'reason',
          value: form.text('reason'),
          rows: 3,
          label: { text: 'Why so long?' },
          hint: { text: 'It stands in the record of processing' },
          errorMessage: errorFor(refusal, 'reason'),
        })}
        ${dateInput({
          id: 'fromOn',
          namePrefix: 'fromOn',
          fieldset: { legend: { text: 'From which day does it hold?' } },
          values: form.typed,
          errorMessage: errorFor(refusal, 'fromOn'),
        })}
        <div class="govuk-button-group">
          ${button({ text: 'Save', preventDoubleClick: true })}
          <a class="govuk-link" href="${retentionPath}">Cancel</a>
        </div>
      </form>
      <h2 class="govuk-heading-m">Until now</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${all.map(it => html`<li>From ${inWords(it.fromOn)}: ${keptFor(it.keepMonths)}. ${it.reason}</li>`)}
      </ul>`,
  }
}
