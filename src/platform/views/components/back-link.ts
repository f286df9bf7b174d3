import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type BackLinkParams = Content & { href?: string; classes?: string; attributes?: Attributes }

/** The way back to the page before, above the main content. */
export function backLink(params: BackLinkParams): Html {
  const all = { href: params.href || '#', class: classes('govuk-back-link', params.classes), ...params.attributes }
  return html`<a${attributes(all)}>${inside(params) || 'Back'}</a>`
}
