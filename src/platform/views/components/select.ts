import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, each, type Attributes, type Maybe } from './content.ts'
import { field, fieldId, flanked, type FieldParams } from './form-group.ts'

export type SelectItem = {
  value?: string | number | boolean
  text: string
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}

export type SelectParams = FieldParams & {
  items: readonly Maybe<SelectItem>[]
  /** the chosen item's value, or its text when it has no value */
  value?: string | number
}

/** One out of a list. */
export function select(params: SelectParams): Html {
  return field(params, describedBy => flanked(params.formGroup, control(params, describedBy)))
}

function control(params: SelectParams, describedBy: string | undefined): Html {
  const all = {
    class: classes('govuk-select', params.classes, params.errorMessage && 'govuk-select--error'),
    id: fieldId(params),
    name: params.name,
    disabled: params.disabled,
    'aria-describedby': describedBy,
    ...params.attributes,
  }
  return html`<select${attributes(all)}>${each(params.items, item => option(item, params.value))}</select>`
}

function option(item: SelectItem, chosen: string | number | undefined): Html {
  const all = {
    value: item.value === undefined ? undefined : String(item.value),
    selected: item.selected ?? (Boolean(chosen) && String(item.value ?? item.text) === String(chosen)),
    disabled: item.disabled,
    ...item.attributes,
  }
  return html`<option${attributes(all)}>${item.text}</option>`
}
