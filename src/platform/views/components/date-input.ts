import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, each, inside, type Attributes, type Content, type Maybe } from './content.ts'
import type { ErrorMessageParams } from './error-message.ts'
import { fieldset, type FieldsetParams } from './fieldset.ts'
import { explanation, formGroup } from './form-group.ts'
import type { HintParams } from './hint.ts'
import { textInput } from './text-input.ts'

export type DateInputItem = {
  id?: string
  name?: string
  label?: string
  value?: string | number
  classes?: string
  autocomplete?: string
  pattern?: string
  inputmode?: string
  attributes?: Attributes
  /** true marks only the parts that say so; false keeps a part unmarked */
  error?: boolean
}

export type DateInputParams = {
  id: string
  namePrefix?: string
  /** values by the name of the part, with the prefix when there is one */
  values?: Readonly<Record<string, string | number | undefined>>
  day?: DateInputItem | false
  month?: DateInputItem | false
  year?: DateInputItem | false
  items?: readonly Maybe<DateInputItem>[]
  hint?: HintParams
  errorMessage?: ErrorMessageParams
  fieldset?: FieldsetParams
  formGroup?: { classes?: string; attributes?: Attributes; beforeInputs?: Content; afterInputs?: Content }
  classes?: string
  attributes?: Attributes
}

const parts = ['day', 'month', 'year'] as const

/** A date in three boxes. An error summary links to the first box, whose id is `id-day`. */
export function dateInput(params: DateInputParams): Html {
  const { words, describedBy } = explanation({ ...params, describedBy: params.fieldset?.describedBy })
  const all = { class: classes('govuk-date-input', params.classes), ...params.attributes, id: params.id || undefined }
  const items = params.items?.length ? params.items : parts.map(part => partOf(params, part))
  const someMarked = items.some(item => item && isMarked(item))
  const group = html`${words}<div${attributes(all)}>
    ${inside(params.formGroup?.beforeInputs)}
    ${each(items, item => box(params, item, someMarked))}
    ${inside(params.formGroup?.afterInputs)}
  </div>`
  const set = params.fieldset && fieldset({ ...params.fieldset, role: 'group', describedBy, html: group })
  return formGroup(params, set ?? group)
}

function partOf(params: DateInputParams, part: (typeof parts)[number]): Maybe<DateInputItem> {
  if (params[part] === undefined) return { name: part, value: params.values?.[part] }
  return params[part] && { ...params[part], name: params[part].name ?? part }
}

const isMarked = (item: DateInputItem): boolean => Boolean(item.error || item.classes?.includes('govuk-input--error'))

function box(params: DateInputParams, item: DateInputItem, someMarked: boolean): Html {
  const name = `${params.namePrefix ? `${params.namePrefix}-` : ''}${item.name}`
  const part = partBehind(params, item)
  const own = part && params[part]
  return html`<div class="govuk-date-input__item">
    ${textInput({
      label: { text: item.label || capitalised(item.name ?? ''), classes: 'govuk-date-input__label' },
      id: item.id || `${params.id}-${item.name}`,
      classes: classes('govuk-date-input__input', ...boxClasses(params, item, someMarked)),
      name,
      value: item.value ?? (own ? own.value : undefined) ?? params.values?.[name],
      inputmode: item.inputmode || 'numeric',
      autocomplete: item.autocomplete,
      pattern: item.pattern,
      attributes: item.attributes,
    })}
  </div>`
}

function boxClasses(params: DateInputParams, item: DateInputItem, someMarked: boolean): Maybe<string>[] {
  const has = (name: string) => item.classes?.includes(name)
  const wrong = item.error || (item.error !== false && params.errorMessage && !someMarked)
  const width = partBehind(params, item) === 'year' ? 4 : 2
  return [
    wrong && !has('govuk-input--error') && 'govuk-input--error',
    !has('govuk-input--width-') && `govuk-input--width-${width}`,
    item.classes,
  ]
}

/** Day, month or year, by its own name or by the name it was given. */
function partBehind(params: DateInputParams, item: DateInputItem): (typeof parts)[number] | undefined {
  return parts.find(part => item.name === part || (item.name && item.name === (params[part] || undefined)?.name))
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
