import type { Html } from '#platform/views/html.ts'
import { choices, type ChoicesParams } from './choices.ts'

export type CheckboxesParams = ChoicesParams & { values?: readonly (string | number)[] }

/** Any number out of a few. `values` are the chosen items' values. */
export function checkboxes(params: CheckboxesParams): Html {
  const chosen = new Set((params.values ?? []).map(String))
  return choices(
    { type: 'checkbox', block: 'govuk-checkboxes' },
    params,
    item => item.checked ?? chosen.has(String(item.value)),
  )
}
