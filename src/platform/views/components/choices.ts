import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, each, hasContent, idList, inside } from './content.ts'
import type { Attributes, Content, Maybe } from './content.ts'
import type { ErrorMessageParams } from './error-message.ts'
import { fieldset, type FieldsetParams } from './fieldset.ts'
import { explanation, formGroup } from './form-group.ts'
import { hint, type HintParams } from './hint.ts'
import { label } from './label.ts'

export type ChoiceItem = Content & {
  /** `idPrefix` for the first item, `idPrefix-2` for the second and so on, unless told */
  id?: string
  name?: string
  value?: string | number
  label?: { classes?: string; attributes?: Attributes }
  hint?: HintParams
  /** a word between two items, such as `or`; such an item has nothing else */
  divider?: string
  checked?: boolean
  disabled?: boolean
  /** shown below the item while it is chosen */
  conditional?: { html?: Html | false }
  behaviour?: string
  attributes?: Attributes
}

export type ChoicesParams = {
  name: string
  idPrefix?: string
  fieldset?: FieldsetParams
  hint?: HintParams
  errorMessage?: ErrorMessageParams
  formGroup?: { classes?: string; attributes?: Attributes; beforeInputs?: Content; afterInputs?: Content }
  items: readonly Maybe<ChoiceItem>[]
  classes?: string
  attributes?: Attributes
  describedBy?: string
}

type Kind = { type: 'radio' | 'checkbox'; block: 'govuk-radios' | 'govuk-checkboxes' }

/** What radios and checkboxes have in common: a group of choices, in a fieldset when it has a legend. */
export function choices(kind: Kind, params: ChoicesParams, isChosen: (item: ChoiceItem) => boolean): Html {
  const id = params.idPrefix || params.name
  const { words, describedBy } = explanation({ ...params, id, describedBy: described(params) })
  const itemDescribedBy = kind.type === 'checkbox' && !params.fieldset ? describedBy : undefined
  const all = { class: classes(kind.block, params.classes), ...params.attributes, 'data-module': kind.block }
  const group = html`${words}<div${attributes(all)}>
    ${inside(params.formGroup?.beforeInputs)}
    ${each(params.items, (item, number) => {
      const itemId = item.id || `${id}${number > 1 ? `-${number}` : ''}`
      const name = item.name || params.name
      return choice(kind, { ...item, id: itemId, name, checked: isChosen(item) }, itemDescribedBy)
    })}
    ${inside(params.formGroup?.afterInputs)}
  </div>`
  return formGroup(params, params.fieldset ? fieldset({ ...params.fieldset, describedBy, html: group }) : group)
}

const described = (params: ChoicesParams): string | undefined => params.fieldset?.describedBy || params.describedBy

function choice({ type, block }: Kind, item: ChoiceItem, describedBy: string | undefined): Html {
  if (item.divider) return html`<div class="${block}__divider">${item.divider}</div>`
  const hintId = hasContent(item.hint) && `${item.id}-item-hint`
  const all = {
    class: `${block}__input`,
    id: item.id,
    name: item.name,
    type,
    value: item.value ?? '',
    checked: item.checked,
    disabled: item.disabled,
    'data-aria-controls': item.conditional?.html && `conditional-${item.id}`,
    'data-behaviour': item.behaviour || undefined,
    'aria-describedby': idList(describedBy, hintId),
    ...item.attributes,
  }
  return html`<div class="${block}__item">
    <input${attributes(all)}>
    ${label({
      html: item.html,
      text: item.text,
      ...item.label,
      classes: classes(`${block}__label`, item.label?.classes),
      for: item.id,
    })}
    ${hintId && hint({ ...item.hint, id: hintId, classes: classes(`${block}__hint`, item.hint?.classes) })}
  </div>
  ${conditional(block, item)}`
}

function conditional(block: string, item: ChoiceItem): Piece {
  const content = item.conditional?.html
  if (!content || !content.text) return ''
  const names = classes(`${block}__conditional`, !item.checked && `${block}__conditional--hidden`)
  return html`<div class="${names}" id="conditional-${item.id}">${content}</div>`
}
