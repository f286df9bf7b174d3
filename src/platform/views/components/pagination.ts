import { html, trusted, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, each, hasContent, inside, type Attributes, type Content, type Maybe } from './content.ts'

export type PaginationItem = {
  number?: number | string
  visuallyHiddenText?: string
  href?: string
  current?: boolean
  ellipsis?: boolean
  attributes?: Attributes
}

export type PaginationLink = Content & { labelText?: string; href: string; attributes?: Attributes }

export type PaginationParams = {
  items?: readonly Maybe<PaginationItem>[]
  previous?: PaginationLink
  next?: PaginationLink
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}

type Way = 'prev' | 'next'

const paths: Record<Way, string> = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const arrow = (way: Way): Html =>
  trusted(
    `<svg class="govuk-pagination__icon govuk-pagination__icon--${way}" xmlns="http://www.w3.org/2000/svg" ` +
      'height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">' +
      `<path d="${paths[way]}"></path></svg>`,
  )

/** Links to the pages of a list, or without items to the page before and after. */
export function pagination(params: PaginationParams): Html {
  const block = !params.items && Boolean(params.next || params.previous)
  const all = {
    class: classes('govuk-pagination', block && 'govuk-pagination--block', params.classes),
    'aria-label': params.landmarkLabel || 'Pagination',
    ...params.attributes,
  }
  return html`<nav${attributes(all)}>
    ${step('prev', params.previous, block)}
    ${
      params.items &&
      html`<ul class="govuk-pagination__list">
        ${each(params.items, item)}
      </ul>`
    }
    ${step('next', params.next, block)}
  </nav>`
}

function step(way: Way, link: PaginationLink | undefined, block: boolean): Piece {
  if (!link?.href) return ''
  const word = way === 'prev' ? 'Previous' : 'Next'
  const words = hasContent(link) ? inside(link) : html`${word}<span class="govuk-visually-hidden"> page</span>`
  const decorated = block && !link.labelText && 'govuk-pagination__link-title--decorated'
  const before = block || way === 'prev'
  const all = { class: 'govuk-link govuk-pagination__link', href: link.href, rel: way, ...link.attributes }
  return html`<div class="govuk-pagination__${way}"><a${attributes(all)}>
    ${before && arrow(way)}
    <span class="${classes('govuk-pagination__link-title', decorated)}">${words}</span>
    ${block && link.labelText && stepLabel(link.labelText)}
    ${!before && arrow(way)}
  </a></div>`
}

const stepLabel = (text: string): Html => html`<span class="govuk-visually-hidden">:</span>
  <span class="govuk-pagination__link-label">${text}</span>`

function item(it: PaginationItem): Piece {
  if (Object.keys(it).length === 0) return ''
  const names = classes(
    'govuk-pagination__item',
    it.current && 'govuk-pagination__item--current',
    it.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  return html`<li class="${names}">${it.ellipsis ? '⋯' : page(it)}</li>`
}

function page(it: PaginationItem): Html {
  const all = {
    class: 'govuk-link govuk-pagination__link',
    href: it.href,
    'aria-label': it.visuallyHiddenText ?? `Page ${it.number}`,
    'aria-current': it.current && 'page',
    ...it.attributes,
  }
  return html`<a${attributes(all)}>${it.number}</a>`
}
