import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, each, heading, inside, type Attributes, type Content, type Maybe } from './content.ts'

export type SideNavigationItem = Content & { href: string; active?: boolean; attributes?: Attributes }

export type SideNavigationSection = {
  heading: Content & { headingLevel?: number; classes?: string; attributes?: Attributes }
  items: readonly Maybe<SideNavigationItem>[]
}

export type SideNavigationParams = {
  items?: readonly Maybe<SideNavigationItem>[]
  sections?: readonly SideNavigationSection[]
  label?: string
  classes?: string
  attributes?: Attributes
}

/** Pages that belong together, at the side, perhaps in sections. */
export function sideNavigation(params: SideNavigationParams): Html {
  const all = {
    class: classes('moj-side-navigation', params.classes),
    'aria-label': params.label || undefined,
    ...params.attributes,
  }
  return html`<nav${attributes(all)}>${params.sections ? params.sections.map(section) : list(params.items)}</nav>`
}

function section({ heading: title, items }: SideNavigationSection): Html {
  const all = { class: classes('moj-side-navigation__title', title.classes), ...title.attributes }
  return html`${heading(title.headingLevel ?? 4, all, inside(title))}${list(items)}`
}

const list = (items: readonly Maybe<SideNavigationItem>[] | undefined): Html =>
  html`<ul class="moj-side-navigation__list">
    ${each(items, item)}
  </ul>`

function item(it: SideNavigationItem): Html {
  const all = {
    class: classes('moj-side-navigation__item', it.active && 'moj-side-navigation__item--active'),
    ...it.attributes,
  }
  const link = { href: it.href, 'aria-current': it.active && 'location' }
  return html`<li${attributes(all)}><a${attributes(link)}>${inside(it)}</a></li>`
}
