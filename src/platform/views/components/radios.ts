import type { Html } from '#platform/views/html.ts'
import { choices, type ChoicesParams } from './choices.ts'

export type RadiosParams = Omit<ChoicesParams, 'describedBy'> & { value?: string | number }

/** One out of a few. `value` is the chosen item's value. */
export function radios(params: RadiosParams): Html {
  return choices(
    { type: 'radio', block: 'govuk-radios' },
    params,
    item => item.checked ?? (Boolean(params.value) && String(item.value) === String(params.value)),
  )
}
