import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, each, inside, type Attributes, type Content, type Maybe } from './content.ts'

export type Breadcrumb = Content & { href?: string; attributes?: Attributes }

export type BreadcrumbsParams = {
  items: readonly Maybe<Breadcrumb>[]
  collapseOnMobile?: boolean
  classes?: string
  attributes?: Attributes
  labelText?: string
}

/** Where this page is; an item without an address is the page itself. */
export function breadcrumbs(params: BreadcrumbsParams): Html {
  const all = {
    class: classes(
      'govuk-breadcrumbs',
      params.classes,
      params.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    ),
    ...params.attributes,
    'aria-label': params.labelText ?? 'Breadcrumb',
  }
  return html`<nav${attributes(all)}><ol class="govuk-breadcrumbs__list">${each(params.items, crumb)}</ol></nav>`
}

function crumb(item: Breadcrumb): Html {
  if (!item.href) return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${inside(item)}</li>`
  const all = { class: 'govuk-breadcrumbs__link', href: item.href, ...item.attributes }
  return html`<li class="govuk-breadcrumbs__list-item"><a${attributes(all)}>${inside(item)}</a></li>`
}
