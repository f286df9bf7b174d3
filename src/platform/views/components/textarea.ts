import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes } from './content.ts'
import { field, fieldId, flanked, type FieldParams } from './form-group.ts'

export type TextareaParams = FieldParams & {
  rows?: number
  value?: string
  spellcheck?: boolean
  autocomplete?: string
}

/** Several lines of text. */
export function textarea(params: TextareaParams): Html {
  return field(params, describedBy => flanked(params.formGroup, control(params, describedBy)))
}

function control(params: TextareaParams, describedBy: string | undefined): Html {
  const all = {
    class: classes('govuk-textarea', params.errorMessage && 'govuk-textarea--error', params.classes),
    id: fieldId(params),
    name: params.name,
    rows: params.rows || 5,
    spellcheck: params.spellcheck === undefined ? undefined : String(params.spellcheck),
    disabled: params.disabled,
    'aria-describedby': describedBy,
    autocomplete: params.autocomplete || undefined,
    ...params.attributes,
  }
  // The HTML parser swallows one newline after the tag, so that a value beginning with one needs a second.
  return html`<textarea${attributes(all)}>${params.value?.startsWith('\n') && '\n'}${params.value}</textarea>`
}
