import { card } from '#platform/views/components/card.ts'
import { fieldset } from '#platform/views/components/fieldset.ts'
import { details } from '#platform/views/components/details.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { formOf, type Form } from '#platform/http/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import { typedDate, type Drawing } from '../page/act-page.ts'
import { dateField } from '../page/fields.ts'

const rows = [0, 1, 2, 3, 4]

export const promiseDates = rows.map(row => `promises-${row}-dueOn`)

/** What the answer promises: what, who, by when. One row stands open, the others fold away until they are needed. */
export function promiseFields(given: Drawing): Html {
  const drawing = { ...given, typed: withoutGaps(given.typed) }
  const used = Math.max(1, rows.filter(row => isTyped(drawing.typed, row)).length)
  const further = rows.slice(used)
  return fieldset({
    legend: { text: 'What happens next (optional)', classes: 'govuk-fieldset__legend--m' },
    html: html`<p class="govuk-hint">
        Anything this answer says will happen, who does it and by when. It becomes a promise: tracked until it is kept,
        with a date that the member sees.
      </p>
      ${rows.slice(0, used).map(row => promiseRow(drawing, row))}
      ${further.length > 0 &&
      details({ summaryText: 'Add another promise', html: html`${further.map(row => promiseRow(drawing, row))}` })}`,
  })
}

function promiseRow(drawing: Drawing, row: number): Html {
  const { typed, error } = drawing
  const name = (part: string) => `promises-${row}-${part}`
  const line = (part: string, label: string, hint?: string) =>
    textInput({
      name: name(part),
      label: { text: label },
      ...(hint && { hint: { text: hint } }),
      value: typed.text(name(part)),
      errorMessage: error(name(part)),
    })
  return card({
    html: html` ${line('words', `Promise ${row + 1}: what will happen?`, 'Such as “The lamp at the bridge is mended”')}
    ${line('who', 'Who does it? (optional)')}
    ${dateField(drawing, { name: name('dueOn'), legend: 'By when?', small: true })}`,
  })
}

type TypedPromise = { words: string; who: string; dueOn: string }

/** The rows somebody wrote in, in order. */
export const givenPromises = (typed: Form): TypedPromise[] =>
  rows.filter(row => isTyped(typed, row)).map(row => promiseIn(typed, row))

/** Rows left empty move to the end, so that the nth row is the nth promise and an error finds its row again. */
function withoutGaps(typed: Form): Form {
  const parts = ['words', 'who', 'dueOn-day', 'dueOn-month', 'dueOn-year']
  const written = rows.filter(row => isTyped(typed, row))
  const fields = written.flatMap((row, at) =>
    parts.map(part => [`promises-${at}-${part}`, typed.text(`promises-${row}-${part}`)]),
  )
  return formOf(Object.fromEntries(fields))
}

const promiseIn = (typed: Form, row: number): TypedPromise => ({
  words: typed.text(`promises-${row}-words`),
  who: typed.text(`promises-${row}-who`),
  dueOn: typedDate(typed, `promises-${row}-dueOn`) ?? '',
})

const isTyped = (typed: Form, row: number): boolean => Object.values(promiseIn(typed, row)).some(Boolean)
