import { html, nothing, type Html } from '#platform/views/html.ts'
import { attributes, classes, hasContent, inside, type Attributes, type Content } from './content.ts'

export type LabelParams = Content & { for?: string; classes?: string; isPageHeading?: boolean; attributes?: Attributes }

/** The label of one field; as `isPageHeading` it is the page's h1 as well. */
export function label(params: LabelParams): Html {
  if (!hasContent(params)) return nothing
  const all = { class: classes('govuk-label', params.classes), ...params.attributes, for: params.for || undefined }
  const element = html`<label${attributes(all)}>${inside(params)}</label>`
  return params.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
