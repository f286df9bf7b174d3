import { html, trusted, type Html } from '#platform/views/html.ts'
import { button, type ButtonParams } from './button.ts'
import { attributes, classes, type Attributes } from './content.ts'
import type { HintParams } from './hint.ts'
import type { LabelParams } from './label.ts'
import { textInput, type TextInputParams } from './text-input.ts'

export type SearchParams = {
  action: string
  method?: 'get' | 'post'
  csrf?: { name?: string; value: string }
  label?: LabelParams
  hint?: HintParams
  input?: Partial<TextInputParams>
  button?: ButtonParams
  /** a looking glass in place of the button's words, which are still read out */
  iconButton?: boolean
  layout?: 'stacked'
  classes?: string
  attributes?: Attributes
}

const glass = trusted(
  '<svg width="20" height="20" viewBox="0 0 21 20" fill="none" aria-hidden="true" focusable="false" ' +
    'xmlns="http://www.w3.org/2000/svg"><path d="M8.90102 14.4683C12.385 14.4683 15.2093 11.644 15.2093 ' +
    '8.16005C15.2093 4.6761 12.385 1.85181 8.90102 1.85181C5.41707 1.85181 2.59277 4.6761 2.59277 8.16005C2.59277 ' +
    '11.644 5.41707 14.4683 8.90102 14.4683Z" stroke="currentColor" stroke-width="2.22222"/>' +
    '<path d="M13.2349 12.8584L19.5909 19.2144" stroke="currentColor" stroke-width="2.22222"/></svg>',
)

/** A search box with its button. */
export function search(params: SearchParams): Html {
  const stacked = params.layout === 'stacked'
  const all = { class: classes('moj-search', stacked && 'moj-search--stacked', params.classes), ...params.attributes }
  return html`<search${attributes(all)}><form action="${params.action}" method="${params.method ?? 'get'}">
    ${params.csrf && html`<input type="hidden" name="${params.csrf.name ?? '_csrf'}" value="${params.csrf.value}" />`}
    ${box(params, stacked ? undefined : send(params, params.iconButton))} ${stacked && send(params, false)}
  </form></search>`
}

function box(params: SearchParams, afterInput: Html | undefined): Html {
  const { label, hint, input } = params
  return textInput({
    ...input,
    name: input?.name ?? 'search',
    type: input?.type ?? 'search',
    classes: classes('moj-search__input', input?.classes),
    label: label ? { ...label, classes: classes('moj-search__label', label.classes) } : {},
    hint: hint && { ...hint, classes: classes('moj-search__hint', hint.classes) },
    inputWrapper: { classes: 'moj-search__input-wrapper' },
    formGroup: { afterInput: afterInput && { html: afterInput } },
  })
}

function send(params: SearchParams, iconic: boolean | undefined): Html {
  const words = params.button?.text ?? 'search'
  const icon = html`${glass}<span class="govuk-visually-hidden">${words}</span>`
  return button({
    ...params.button,
    html: iconic ? icon : params.button?.html,
    classes: classes('moj-search__button', iconic && 'moj-search__button--icon', params.button?.classes),
  })
}
