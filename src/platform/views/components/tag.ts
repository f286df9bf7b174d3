import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type TagParams = Content & { classes?: string; attributes?: Attributes }

/** A status in a word or two. */
export function tag(params: TagParams): Html {
  const all = { class: classes('govuk-tag', params.classes), ...params.attributes }
  return html`<strong${attributes(all)}>${inside(params)}</strong>`
}
