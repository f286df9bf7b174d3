import type { Day } from '#kernel/day.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { FormFields } from '#platform/http/form.ts'
import type { Drawing } from './act-page.ts'

type Words = { readonly label: string; readonly hint?: string; readonly rows?: number; readonly name?: string }

/** The field for what somebody writes; text runs in the direction of its own letters. */
export const wordsField = ({ typed, error }: Drawing, { label, hint, rows = 8, name = 'text' }: Words): Html =>
  textarea({
    name,
    label: { text: label, classes: 'govuk-label--m' },
    ...(hint && { hint: { text: hint } }),
    rows,
    value: typed.text(name),
    errorMessage: error(name),
    spellcheck: true,
    attributes: { dir: 'auto' },
  })

type Dated = { readonly legend: string; readonly hint?: string; readonly name: string; readonly small?: boolean }

export const dateField = ({ typed, error }: Drawing, { legend, hint, name, small }: Dated): Html =>
  dateInput({
    id: name,
    namePrefix: name,
    values: typed.typed,
    fieldset: { legend: { text: legend, classes: `govuk-fieldset__legend--${small ? 's' : 'm'}` } },
    ...(hint && { hint: { text: hint } }),
    errorMessage: error(name),
  })

/** The three boxes' values for a day known already. */
export function dateBoxes(name: string, on: Day | null): FormFields {
  if (!on) return {}
  const [year, month, date] = on.split('-').map(Number)
  return { [`${name}-day`]: `${date}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` }
}

/** Who will read what is written here: always said, so that nobody sends a note or keeps a letter by mistake. */
export const reader = (words: string): Html => insetText({ html: html`${words}` })
