import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type DetailsParams = Content & {
  summaryText?: string
  summaryHtml?: Html
  id?: string
  open?: boolean
  classes?: string
  attributes?: Attributes
}

/** Something folded away under a line that opens it. */
export function details(params: DetailsParams): Html {
  const all = {
    id: params.id || undefined,
    class: classes('govuk-details', params.classes),
    ...params.attributes,
    open: params.open,
  }
  const summary = inside({ html: params.summaryHtml, text: params.summaryText })
  return html`<details${attributes(all)}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary>
    <div class="govuk-details__text">${inside(params)}</div>
  </details>`
}
