import { html, type Html } from '#platform/views/html.ts'
import { buttonMenu, type ButtonMenuParams } from './button-menu.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type IdentityBarParams = {
  title?: Content
  menus?: readonly ButtonMenuParams[]
  classes?: string
  attributes?: Attributes
}

/** What the pages below are about, above all of them. */
export function identityBar(params: IdentityBarParams): Html {
  const all = { class: classes('moj-identity-bar', params.classes), ...params.attributes }
  const menu = (it: ButtonMenuParams) => html`<div class="moj-identity-bar__menu">${buttonMenu(it)}</div>`
  return html`<div${attributes(all)}><div class="moj-identity-bar__container">
    <div class="moj-identity-bar__details">
      ${params.title && html`<span class="moj-identity-bar__title">${inside(params.title)}</span>`}
    </div>
    ${params.menus && html`<div class="moj-identity-bar__actions">${params.menus.map(menu)}</div>`}
  </div></div>`
}
