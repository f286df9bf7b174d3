import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type HintParams = Content & { id?: string; classes?: string; attributes?: Attributes }

/** Help that stands between a label and its field. */
export function hint(params: HintParams): Html {
  const all = { id: params.id || undefined, class: classes('govuk-hint', params.classes), ...params.attributes }
  return html`<div${attributes(all)}>${inside(params)}</div>`
}
