import { inWords, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Form } from '#platform/http/form.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { errorFor } from '#platform/views/components/form.ts'
import { html, type Html } from '#platform/views/html.ts'

/** A second, quieter line below a name; a long address in it breaks rather than push its neighbour off the screen. */
export const under = (text: string): Html => html`<div class="govuk-hint govuk-!-margin-bottom-0">${text}</div>`

type DayInput = { name: string; legend: string; hint?: string; form: Form; refusal?: Refusal }

/** The three boxes of a day, filled with what was typed. */
export const dayInput = ({ name, legend, hint, form, refusal }: DayInput): Html =>
  dateInput({
    id: name,
    namePrefix: name,
    values: form.typed,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    ...(hint && { hint: { text: hint } }),
    errorMessage: errorFor(refusal, name),
  })

/** `from 1 June 2026`, `from 1 June 2026 to 30 June 2026`. */
export const periodInWords = (from: Day, until: Day | null): string =>
  until ? `from ${inWords(from)} to ${inWords(until)}` : `from ${inWords(from)}`
