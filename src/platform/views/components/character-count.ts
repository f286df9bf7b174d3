import { html, type Html } from '#platform/views/html.ts'
import { classes, inside, translations, type Attributes } from './content.ts'
import { fieldId } from './form-group.ts'
import { hint } from './hint.ts'
import { textarea, type TextareaParams } from './textarea.ts'

type Plurals = Readonly<Record<string, string>>

export type CharacterCountParams = TextareaParams & {
  maxlength?: number | string
  maxwords?: number | string
  /** percentage of the limit at which the count begins to show */
  threshold?: number | string
  countType?: string
  countMessage?: { classes?: string }
  /** shown without JavaScript, `%{count}` being the limit */
  textareaDescriptionText?: string
  charactersUnderLimitText?: Plurals
  charactersAtLimitText?: string
  charactersOverLimitText?: Plurals
  wordsUnderLimitText?: Plurals
  wordsAtLimitText?: string
  wordsOverLimitText?: Plurals
}

/** A textarea that tells how much may still be written. The limit is not enforced here, only told. */
export function characterCount(params: CharacterCountParams): Html {
  const id = fieldId(params)
  return textarea({
    ...params,
    id,
    describedBy: `${id}-info`,
    classes: classes('govuk-js-character-count', params.classes),
    formGroup: {
      classes: classes('govuk-character-count', params.formGroup?.classes),
      attributes: { ...counting(params), ...params.formGroup?.attributes },
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: html`${message(params, id)}${inside(params.formGroup?.afterInput)}` },
    },
  })
}

const countTypeOf = (params: CharacterCountParams): string | undefined =>
  params.countType || (params.maxwords ? 'words' : undefined)

function message(params: CharacterCountParams, id: string): Html {
  const limit = params.maxwords || params.maxlength
  const unit = countTypeOf(params) === 'words' ? 'words' : 'characters'
  const words = params.textareaDescriptionText || `You can enter up to %{count} ${unit}`
  return hint({
    id: `${id}-info`,
    classes: classes('govuk-character-count__message', params.countMessage?.classes),
    text: limit ? words.replace('%{count}', String(limit)) : undefined,
  })
}

function counting(params: CharacterCountParams): Attributes {
  const noLimit = !params.maxwords && !params.maxlength
  const description = params.textareaDescriptionText
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': params.maxlength,
    'data-maxwords': params.maxwords,
    'data-threshold': params.threshold,
    'data-count-type': countTypeOf(params),
    ...translations('textarea-description', noLimit && description ? { other: description } : undefined),
    ...translations('characters-under-limit', params.charactersUnderLimitText),
    ...translations('characters-at-limit', params.charactersAtLimitText),
    ...translations('characters-over-limit', params.charactersOverLimitText),
    ...translations('words-under-limit', params.wordsUnderLimitText),
    ...translations('words-at-limit', params.wordsAtLimitText),
    ...translations('words-over-limit', params.wordsOverLimitText),
  }
}
