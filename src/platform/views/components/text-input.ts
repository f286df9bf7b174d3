import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, hasContent, inside, type Attributes, type Content } from './content.ts'
import { field, fieldId, type FieldParams } from './form-group.ts'

type Affix = Content & { classes?: string; attributes?: Attributes }

export type TextInputParams = FieldParams & {
  type?: string
  value?: string | number
  inputmode?: string
  prefix?: Affix
  suffix?: Affix
  inputWrapper?: { classes?: string; attributes?: Attributes }
  spellcheck?: boolean
  autocomplete?: string
  autocapitalize?: string
  pattern?: string
}

/** One line of text. */
export function textInput(params: TextInputParams): Html {
  return field(params, describedBy => wrapped(params, control(params, describedBy)))
}

function control(params: TextInputParams, describedBy: string | undefined): Html {
  const all = {
    class: classes('govuk-input', params.classes, params.errorMessage && 'govuk-input--error'),
    id: fieldId(params),
    name: params.name,
    type: params.type || 'text',
    spellcheck: params.spellcheck === undefined ? undefined : String(params.spellcheck),
    value: params.value,
    disabled: params.disabled,
    'aria-describedby': describedBy,
    autocomplete: params.autocomplete,
    autocapitalize: params.autocapitalize,
    pattern: params.pattern,
    inputmode: params.inputmode,
    ...params.attributes,
  }
  return html`<input${attributes(all)}>`
}

function wrapped(params: TextInputParams, input: Html): Html {
  const { prefix, suffix, formGroup, inputWrapper } = params
  if (![prefix, suffix, formGroup?.beforeInput, formGroup?.afterInput].some(hasContent)) return input
  const all = { class: classes('govuk-input__wrapper', inputWrapper?.classes), ...inputWrapper?.attributes }
  return html`<div${attributes(all)}>
    ${inside(formGroup?.beforeInput)} ${affix('prefix', prefix)}
    ${input}
    ${affix('suffix', suffix)} ${inside(formGroup?.afterInput)}
  </div>`
}

function affix(place: 'prefix' | 'suffix', it: Affix | undefined): Piece {
  if (!hasContent(it)) return ''
  const all = { class: classes(`govuk-input__${place}`, it.classes), 'aria-hidden': 'true', ...it.attributes }
  return html`<div${attributes(all)}>${inside(it)}</div>`
}
