import { html, type Html } from '#platform/views/html.ts'
import { button, type ButtonParams } from './button.ts'
import { attributes, classes, each, type Attributes, type Maybe } from './content.ts'

export type ButtonMenuParams = {
  button?: { text?: string; classes?: string }
  alignMenu?: 'left' | 'right'
  items: readonly Maybe<ButtonParams>[]
  classes?: string
  attributes?: Attributes
}

/** Several buttons, folded into a menu where JavaScript runs. */
export function buttonMenu(params: ButtonMenuParams): Html {
  const all = {
    class: classes('moj-button-menu', params.classes),
    'data-module': 'moj-button-menu',
    ...params.attributes,
    'data-button-text': params.button?.text,
    'data-button-classes': params.button?.classes,
    'data-align-menu': params.alignMenu,
  }
  const item = (it: ButtonParams) =>
    button({ ...it, classes: classes('moj-button-menu__item govuk-button--secondary', it.classes) })
  return html`<div${attributes(all)}>${each(params.items, item)}</div>`
}
