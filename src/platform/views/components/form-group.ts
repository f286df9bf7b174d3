import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, idList, inside, type Attributes, type Content } from './content.ts'
import { errorMessage, type ErrorMessageParams } from './error-message.ts'
import { hint, type HintParams } from './hint.ts'
import { label, type LabelParams } from './label.ts'

export type FormGroupParams = {
  classes?: string
  attributes?: Attributes
  beforeInput?: Content
  afterInput?: Content
}

/** What every field with one control has. The id is the name unless told otherwise. */
export type FieldParams = {
  id?: string
  name: string
  label: LabelParams
  hint?: HintParams
  errorMessage?: ErrorMessageParams
  formGroup?: FormGroupParams
  describedBy?: string
  classes?: string
  attributes?: Attributes
  disabled?: boolean
}

export const fieldId = (params: { id?: string; name: string }): string => params.id || params.name

/** A label, its hint and error, and the control, which is given the ids that describe it. */
export function field(params: FieldParams, control: (describedBy: string | undefined) => Piece): Html {
  const id = fieldId(params)
  const told = explanation({ ...params, id })
  return formGroup(params, html`${label({ ...params.label, for: id })}${told.words}${control(told.describedBy)}`)
}

/** The box around a field, marked when something is wrong inside it. */
export function formGroup(
  params: { errorMessage?: ErrorMessageParams; formGroup?: { classes?: string; attributes?: Attributes } },
  content: Piece,
): Html {
  const error = params.errorMessage && 'govuk-form-group--error'
  const all = { class: classes('govuk-form-group', error, params.formGroup?.classes), ...params.formGroup?.attributes }
  return html`<div${attributes(all)}>${content}</div>`
}

/** Hint and error under ids made from the field's, and the list of ids that describe the field. */
export function explanation(params: {
  id: string
  describedBy?: string
  hint?: HintParams
  errorMessage?: ErrorMessageParams
}): { words: Piece; describedBy: string | undefined } {
  const hintId = params.hint && `${params.id}-hint`
  const errorId = params.errorMessage && `${params.id}-error`
  return {
    words: [
      params.hint && hint({ ...params.hint, id: hintId }),
      params.errorMessage && errorMessage({ ...params.errorMessage, id: errorId }),
    ],
    describedBy: idList(params.describedBy, hintId, errorId),
  }
}

/** The control between whatever is set before and after it. */
export const flanked = (group: FormGroupParams | undefined, control: Piece): Piece =>
  html`${inside(group?.beforeInput)} ${control} ${inside(group?.afterInput)}`
