import { html, type Html, type Piece } from '#platform/views/html.ts'
import { button, type ButtonParams } from './button.ts'
import { attributes, classes, each, heading, inside, type Attributes, type Content, type Maybe } from './content.ts'

export type PageHeaderActionsParams = {
  heading: Content & { level?: number; classes?: string }
  items?: readonly Maybe<ButtonParams>[]
  classes?: string
  attributes?: Attributes
}

/** The page's heading with what can be done about it. */
export function pageHeaderActions(params: PageHeaderActionsParams): Html {
  const all = { class: classes('moj-page-header-actions', params.classes), ...params.attributes }
  const title = { class: params.heading.classes ?? 'govuk-heading-xl' }
  return html`<div${attributes(all)}>
    <div class="moj-page-header-actions__title">
      ${heading(params.heading.level ?? 1, title, inside(params.heading))}
    </div>
    ${params.items && actions(params.items)}
  </div>`
}

const actions = (items: readonly Maybe<ButtonParams>[]): Piece => html`<div class="moj-page-header-actions__actions">
  <div class="moj-button-group moj-button-group--inline">${each(items, item => button(item))}</div>
</div>`
