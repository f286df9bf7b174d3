import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, hasContent, inside, type Content } from './content.ts'

export type Figure = { label: string; value: Content; note?: Content; href?: string; tone?: 'good' | 'soon' | 'late' }

/** A few figures side by side, each with its name and what it rests on. */
export const figures = (params: { items: readonly Figure[]; classes?: string }): Html =>
  html`<dl class="${classes('os-figures', params.classes)}">${params.items.map(figure)}</dl>`

function figure(it: Figure): Html {
  const label = it.href ? html`<a${attributes({ class: 'govuk-link', href: it.href })}>${it.label}</a>` : it.label
  return html`<div class="${classes('os-figure', it.tone && `os-figure--${it.tone}`)}">
    <dt class="os-figure__label">${label}</dt>
    <dd class="os-figure__value">${inside(it.value)}</dd>
    ${hasContent(it.note) && html`<dd class="os-figure__note">${inside(it.note)}</dd>`}
  </div>`
}
