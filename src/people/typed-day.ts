import { inWords, parseDay, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Form, FormFields } from '#platform/http/form.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { errorFor } from '#platform/views/components/form.ts'
import type { Html } from '#platform/views/html.ts'

/** A day typed into three boxes: the day, 'nothing' when all are empty, 'no-day' when there is no such day. */
export function typedDay(form: Form, name: string): Day | 'nothing' | 'no-day' {
  const [d, m, y] = ['day', 'month', 'year'].map(part => form.text(`${name}-${part}`)) as [string, string, string]
  if (d + m + y === '') return 'nothing'
  return parseDay(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`) ?? 'no-day'
}

/** The three boxes' fields for a day known already. */
export function dayFields(name: string, on: Day | null | undefined): FormFields {
  if (!on) return {}
  const [year, month, date] = on.split('-').map(Number)
  return { [`${name}-day`]: String(date), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}

export type DayBoxes = { name: string; legend: string; hint?: string; form: Form; refusal?: Refusal }

export const dayBoxes = ({ name, legend, hint, form, refusal }: DayBoxes): Html =>
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
