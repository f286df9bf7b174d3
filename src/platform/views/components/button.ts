import { html, trusted, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type ButtonParams = Content & {
  name?: string
  type?: 'button' | 'submit' | 'reset'
  value?: string
  disabled?: boolean
  /** makes the button a link to there */
  href?: string
  classes?: string
  attributes?: Attributes
  preventDoubleClick?: boolean
  isStartButton?: boolean
  id?: string
}

const startIcon = trusted(
  '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" ' +
    'viewBox="0 0 33 40" aria-hidden="true" focusable="false">' +
    '<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>',
)

/** A button that sends its form, or a link that looks and acts like one. */
export function button(params: ButtonParams): Html {
  const all = {
    ...(params.href ? { href: params.href, role: 'button', draggable: 'false' } : sending(params)),
    class: classes('govuk-button', params.classes, params.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...params.attributes,
    id: params.id || undefined,
  }
  const words = params.html && params.isStartButton ? html`<span>${params.html}</span>` : inside(params)
  const content = html`${words}${params.isStartButton && startIcon}`
  return params.href ? html`<a${attributes(all)}>${content}</a>` : html`<button${attributes(all)}>${content}</button>`
}

function sending(params: ButtonParams): Attributes {
  return {
    type: params.type || 'submit',
    value: params.value || undefined,
    name: params.name || undefined,
    disabled: params.disabled,
    'aria-disabled': params.disabled ? 'true' : undefined,
    'data-prevent-double-click':
      params.preventDoubleClick === undefined ? undefined : String(params.preventDoubleClick),
  }
}
