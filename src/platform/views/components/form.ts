import type { Refusal } from '#kernel/result.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { ErrorMessageParams } from './error-message.ts'
import { errorSummary } from './error-summary.ts'

/**
 * The error summary of a refused form, nothing when nothing was refused. Each line links to the field of the same name;
 * `ids` names another element where the field's id is not its name (a date in three boxes: `{ dueOn: 'dueOn-day' }`).
 */
export function errorSummaryFor(refusal: Refusal | undefined, ids: Readonly<Record<string, string>> = {}): Html {
  if (!refusal) return nothing
  const errorList = refusalsIn(refusal).map(({ words, field }) => ({
    text: words,
    href: field === undefined ? undefined : `#${ids[field] ?? field}`,
  }))
  return errorSummary({ titleText: 'There is a problem', errorList })
}

/** The error of one field as its `errorMessage`, undefined when that field was not refused. */
export function errorFor(refusal: Refusal | undefined, field: string): ErrorMessageParams | undefined {
  const found = refusal && refusalsIn(refusal).find(one => one.field === field)
  return found && { text: found.words }
}

/** The hidden field that proves a form came from our own page. */
export const csrfField = (token: string): Html => html`<input type="hidden" name="_csrf" value="${token}" />`

const refusalsIn = (refusal: Refusal): Refusal[] => [refusal, ...(refusal.also ?? []).flatMap(refusalsIn)]
