import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content, type Maybe } from './content.ts'

export type NavigationItem = Content & {
  href?: string
  /** this very page */
  current?: boolean
  /** this page is somewhere under it */
  active?: boolean
  attributes?: Attributes
}

export type ServiceNavigationParams = {
  serviceName?: string
  serviceUrl?: string
  navigation?: readonly Maybe<NavigationItem>[]
  navigationLabel?: string
  navigationId?: string
  navigationClasses?: string
  menuButtonText?: string
  menuButtonLabel?: string
  collapseNavigationOnMobile?: boolean
  ariaLabel?: string
  slots?: {
    start?: Html
    end?: Html | { html?: Html; align?: string }
    navigationStart?: Html
    navigationEnd?: Html
  }
  classes?: string
  attributes?: Attributes
}

/** The name of the product and its main sections, on every page. */
export function serviceNavigation(params: ServiceNavigationParams): Html {
  const end = endOf(params)
  const all = {
    class: classes('govuk-service-navigation', params.classes),
    'data-module': 'govuk-service-navigation',
    ...params.attributes,
  }
  const content = html`<div
    class="${classes('govuk-width-container', end.inline && 'govuk-service-navigation__inlining-container')}"
  >
    ${params.slots?.start}
    <div class="govuk-service-navigation__container">${serviceName(params)} ${navigation(params)}</div>
    ${end.html}
  </div>`
  if (!params.serviceName && !params.slots?.start && !end.html) return html`<div${attributes(all)}>${content}</div>`
  const landmark = { 'aria-label': params.ariaLabel ?? 'Service information', ...all }
  return html`<section${attributes(landmark)}>${content}</section>`
}

function endOf({ slots }: ServiceNavigationParams): { html?: Html; inline: boolean } {
  const end = slots?.end
  if (!end) return { inline: false }
  return 'text' in end ? { html: end, inline: false } : { html: end.html, inline: end.align === 'inline' }
}

function serviceName(params: ServiceNavigationParams): Piece {
  if (!params.serviceName) return ''
  const name = params.serviceUrl
    ? html`<a href="${params.serviceUrl}" class="govuk-service-navigation__link">${params.serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${params.serviceName}</span>`
  return html`<span class="govuk-service-navigation__service-name">${name}</span>`
}

function navigation(params: ServiceNavigationParams): Piece {
  const items = (params.navigation ?? []).filter(item => Boolean(item)) as NavigationItem[]
  const { navigationStart, navigationEnd } = params.slots ?? {}
  if (items.length === 0 && !navigationStart && !navigationEnd) return ''
  const id = params.navigationId || 'navigation'
  const all = {
    'aria-label': params.navigationLabel || menuText(params),
    class: classes('govuk-service-navigation__wrapper', params.navigationClasses),
  }
  return html`<nav${attributes(all)}>
    ${(params.collapseNavigationOnMobile ?? items.length > 1) && menuButton(params, id)}
    <ul class="govuk-service-navigation__list" id="${id}">${navigationStart} ${items.map(item)} ${navigationEnd}</ul>
  </nav>`
}

const menuText = (params: ServiceNavigationParams): string => params.menuButtonText || 'Menu'

function menuButton(params: ServiceNavigationParams, id: string): Html {
  const text = menuText(params)
  const all = {
    type: 'button',
    class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
    'aria-controls': id,
    'aria-label': params.menuButtonLabel && params.menuButtonLabel !== text ? params.menuButtonLabel : undefined,
    hidden: true,
    'aria-hidden': 'true',
  }
  return html`<button${attributes(all)}>${text}</button>`
}

function item(it: NavigationItem): Html {
  const active = it.active || it.current
  const words = active
    ? html`<strong class="govuk-service-navigation__active-fallback">${inside(it)}</strong>`
    : inside(it)
  const current = { 'aria-current': active && (it.current ? 'page' : 'true') }
  const link = { class: 'govuk-service-navigation__link', href: it.href, ...current, ...it.attributes }
  const text = { class: 'govuk-service-navigation__text', ...current }
  return html`<li
    class="${classes('govuk-service-navigation__item', active && 'govuk-service-navigation__item--active')}"
  >
    ${it.href ? html`<a${attributes(link)}>${words}</a>` : inside(it) && html`<span${attributes(text)}>${words}</span>`}
  </li>`
}
