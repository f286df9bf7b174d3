import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, each, type Attributes, type Content, type Maybe } from './content.ts'

export type Tab = {
  id?: string
  label: string
  attributes?: Attributes
  panel: Content & { attributes?: Attributes }
}

export type TabsParams = {
  id?: string
  idPrefix?: string
  title?: string
  items?: readonly Maybe<Tab>[]
  classes?: string
  attributes?: Attributes
}

/** Panels of which one is seen at a time where JavaScript runs; else a list of contents with all of them. */
export function tabs(params: TabsParams): Html {
  const all = {
    id: params.id || undefined,
    class: classes('govuk-tabs', params.classes),
    ...params.attributes,
    'data-module': 'govuk-tabs',
  }
  const idOf = (tab: Tab, number: number) => tab.id || `${params.idPrefix}-${number}`
  return html`<div${attributes(all)}>
    <h2 class="govuk-tabs__title">${params.title ?? 'Contents'}</h2>
    ${
      Boolean(params.items?.length) &&
      html`<ul class="govuk-tabs__list">
        ${each(params.items, (tab, n) => entry(tab, n, idOf(tab, n)))}
      </ul>`
    }
    ${each(params.items, (tab, number) => panel(tab, number, idOf(tab, number)))}
  </div>`
}

function entry(tab: Tab, number: number, id: string): Html {
  const names = classes('govuk-tabs__list-item', number === 1 && 'govuk-tabs__list-item--selected')
  const all = { class: 'govuk-tabs__tab', href: `#${id}`, ...tab.attributes }
  return html`<li class="${names}"><a${attributes(all)}>${tab.label}</a></li>`
}

function panel(tab: Tab, number: number, id: string): Html {
  const names = classes('govuk-tabs__panel', number > 1 && 'govuk-tabs__panel--hidden')
  return html`<div${attributes({ class: names, id, ...tab.panel?.attributes })}>${content(tab.panel)}</div>`
}

function content(panel: Content | undefined): Piece {
  if (panel?.html?.text) return panel.html
  return panel?.text && html`<p class="govuk-body">${panel.text}</p>`
}
