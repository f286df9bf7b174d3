import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, each, hasContent, heading, inside, translations } from './content.ts'
import type { Attributes, Content, Maybe } from './content.ts'

export type AccordionItem = { heading: Content; summary?: Content; content?: Content; expanded?: boolean }

export type AccordionParams = {
  /** unique on the page; the ids of its sections begin with it */
  id: string
  items: readonly Maybe<AccordionItem>[]
  headingLevel?: number
  hideAllSectionsText?: string
  hideSectionText?: string
  hideSectionAriaLabelText?: string
  showAllSectionsText?: string
  showSectionText?: string
  showSectionAriaLabelText?: string
  rememberExpanded?: boolean
  classes?: string
  attributes?: Attributes
}

/** Sections that fold where JavaScript runs, and are all open where it does not. */
export function accordion(params: AccordionParams): Html {
  const all = {
    class: classes('govuk-accordion', params.classes),
    'data-module': 'govuk-accordion',
    id: params.id,
    ...translations('hide-all-sections', params.hideAllSectionsText),
    ...translations('hide-section', params.hideSectionText),
    ...translations('hide-section-aria-label', params.hideSectionAriaLabelText),
    ...translations('show-all-sections', params.showAllSectionsText),
    ...translations('show-section', params.showSectionText),
    ...translations('show-section-aria-label', params.showSectionAriaLabelText),
    'data-remember-expanded': params.rememberExpanded === undefined ? undefined : String(params.rememberExpanded),
    ...params.attributes,
  }
  return html`<div${attributes(all)}>${each(params.items, (item, number) => section(params, item, number))}</div>`
}

function section(params: AccordionParams, item: AccordionItem, number: number): Html {
  const names = classes('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded')
  const button = html`<span class="govuk-accordion__section-button" id="${params.id}-heading-${number}"
    >${inside(item.heading)}</span
  >`
  return html`<div class="${names}">
    <div class="govuk-accordion__section-header">
      ${heading(params.headingLevel || 2, { class: 'govuk-accordion__section-heading' }, button)}
      ${summary(item.summary, `${params.id}-summary-${number}`)}
    </div>
    <div id="${params.id}-content-${number}" class="govuk-accordion__section-content">${paragraph(item.content)}</div>
  </div>`
}

function summary(content: Content | undefined, id: string): Piece {
  if (!hasContent(content)) return ''
  return html`<div class="govuk-accordion__section-summary govuk-body" id="${id}">${inside(content)}</div>`
}

function paragraph(content: Content | undefined): Piece {
  if (content?.html?.text) return content.html
  return content?.text && html`<p class="govuk-body">${content.text}</p>`
}
