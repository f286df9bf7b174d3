import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, each, inside, type Attributes, type Content, type Maybe } from './content.ts'

export type SubNavigationItem = Content & { href: string; active?: boolean; classes?: string; attributes?: Attributes }

export type SubNavigationParams = {
  items: readonly Maybe<SubNavigationItem>[]
  label?: string
  classes?: string
  attributes?: Attributes
}

/** The views of one thing, beside each other. */
export function subNavigation(params: SubNavigationParams): Html {
  const all = {
    class: classes('moj-sub-navigation', params.classes),
    'aria-label': params.label || 'Secondary navigation region',
    ...params.attributes,
  }
  return html`<nav${attributes(all)}><ul class="moj-sub-navigation__list">${each(params.items, item)}</ul></nav>`
}

function item(it: SubNavigationItem): Html {
  const all = {
    class: 'moj-sub-navigation__link',
    'aria-current': it.active && 'page',
    href: it.href,
    ...it.attributes,
  }
  return html`<li class="${classes('moj-sub-navigation__item', it.classes)}"><a${attributes(all)}>${inside(it)}</a></li>`
}
