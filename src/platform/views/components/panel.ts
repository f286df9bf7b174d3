import { html, type Html, type Piece } from '#platform/views/html.ts'
import { button } from './button.ts'
import { attributes, classes, hasContent, heading, inside, type Attributes, type Content } from './content.ts'

type PanelAction = {
  text: string
  href?: string
  type?: 'button' | 'submit' | 'reset'
  classes?: string
  attributes?: Attributes
}

export type PanelParams = Content & {
  titleText?: string
  titleHtml?: Html
  headingLevel?: number
  classes?: string
  attributes?: Attributes
  /** only on an interruption (`govuk-panel--interruption`) */
  actions?: { items?: readonly PanelAction[]; classes?: string; attributes?: Attributes }
}

/** The confirmation at the end of something, or with that class an interruption on the way. */
export function panel(params: PanelParams): Html {
  const interrupts = params.classes?.includes('govuk-panel--interruption')
  const names = classes('govuk-panel', !interrupts && 'govuk-panel--confirmation', params.classes)
  const title = inside({ html: params.titleHtml, text: params.titleText })
  return html`<div${attributes({ class: names, ...params.attributes })}>
    ${heading(params.headingLevel || 1, { class: 'govuk-panel__title' }, title)}
    ${hasContent(params) && html`<div class="govuk-panel__body">${inside(params)}</div>`}
    ${interrupts && actions(params.actions)}
  </div>`
}

function actions(params: PanelParams['actions']): Piece {
  if (!params) return ''
  const all = { class: classes('govuk-panel__actions', params.classes), ...params.attributes }
  const links = (params.items ?? []).map(it => html`${action(it)} `)
  const group = links.length > 0 && html`<div class="govuk-button-group">${links}</div>`
  return html`<div${attributes(all)}>${group}</div>`
}

function action(it: PanelAction): Html {
  if (it.href && it.type !== 'button') {
    const all = { class: classes('govuk-link govuk-link--inverse', it.classes), href: it.href, ...it.attributes }
    return html`<a${attributes(all)}>${it.text}</a>`
  }
  return button({ ...it, type: it.type || 'button', classes: classes('govuk-button--inverse', it.classes) })
}
