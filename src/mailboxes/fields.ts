import type { Refusal } from '#kernel/result.ts'
import { refuse } from '#kernel/result.ts'
import type { Form } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { select, type SelectItem } from '#platform/views/components/select.ts'
import { textInput, type TextInputParams } from '#platform/views/components/text-input.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'

/** What a form is drawn from: what stands in it, and what was wrong with it. */
export type Filled = { readonly form: Form; readonly refusal?: Refusal }

/** The fields of a form, each filled with what was typed and marked with what to mend. */
export function fieldsOf({ form, refusal }: Filled) {
  const known = (name: string) => ({ name, value: form.text(name), errorMessage: errorFor(refusal, name) })
  return {
    line: (name: string, words: string, hint?: string, more: Partial<TextInputParams> = {}): Html =>
      textInput({ ...known(name), ...more, label: { text: words }, hint: hint ? { text: hint } : undefined }),
    lines: (name: string, words: string, hint?: string): Html =>
      textarea({ ...known(name), rows: 3, label: { text: words }, hint: hint ? { text: hint } : undefined }),
    choice: (name: string, words: string, items: readonly SelectItem[], hint?: string): Html =>
      select({ ...known(name), label: { text: words }, hint: hint ? { text: hint } : undefined, items }),
    day: (id: string, words: string, hint: string): Html =>
      dateInput({
        id,
        namePrefix: id,
        values: form.typed,
        fieldset: { legend: { text: words } },
        hint: { text: hint },
        errorMessage: errorFor(refusal, id),
      }),
  }
}

export type FormParams = Filled & {
  readonly asked: Asked
  readonly action: string
  readonly send: string
  /** where a name in the error summary leads when it is not the field's own id */
  readonly ids?: Readonly<Record<string, string>>
}

/** A whole form: what is wrong on top, the fields, the button. */
export const wholeForm = (params: FormParams, fields: Piece): Html => html`
  ${errorSummaryFor(params.refusal, params.ids)}
  <form method="post" action="${params.action}" novalidate>
    ${csrfField(params.asked.csrf)} ${fields} ${button({ text: params.send, preventDoubleClick: true })}
  </form>
`

export const choose = (words: string): SelectItem => ({ value: '', text: words })

/** A whole number of working days, or null when left empty. */
export function typedLimit(form: Form): { readonly limit: number | null; readonly wrong: readonly Refusal[] } {
  const typed = form.text('limit')
  const limit = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
  if (typed === '') return { limit: null, wrong: [] }
  if (limit >= 1 && limit <= 60) return { limit, wrong: [] }
  return { limit: null, wrong: [refuse('limit', 'Target must be a number from 1 to 60', 'limit').refusal] }
}

/** Keys stand in addresses; these lead to other pages already. */
const taken = new Set(['add', 'absences'])

export function wrongKey(key: string): Refusal[] {
  if (key === '') return [refuse('key', 'Enter a short name', 'key').refusal]
  if (taken.has(key)) return [refuse('key', `“${key}” leads to another page. Enter another short name`, 'key').refusal]
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) && key.length <= 60) return []
  return [refuse('key', 'Short name must have only small letters, numbers and hyphens between them', 'key').refusal]
}

export const missing = (form: Form, name: string, words: string): Refusal[] =>
  form.text(name) ? [] : [refuse('missing', words, name).refusal]
