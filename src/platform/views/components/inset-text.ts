import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type InsetTextParams = Content & { id?: string; classes?: string; attributes?: Attributes }

/** A passage set apart from the text around it. */
export function insetText(params: InsetTextParams): Html {
  const all = { id: params.id || undefined, class: classes('govuk-inset-text', params.classes), ...params.attributes }
  return html`<div${attributes(all)}>${inside(params)}</div>`
}
