import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type SkipLinkParams = Content & { href?: string; classes?: string; attributes?: Attributes }

/** The first link of a page, past the navigation to the content. */
export function skipLink(params: SkipLinkParams): Html {
  const all = {
    href: params.href || '#content',
    class: classes('govuk-skip-link', params.classes),
    ...params.attributes,
    'data-module': 'govuk-skip-link',
  }
  return html`<a${attributes(all)}>${inside(params)}</a>`
}
