import { html, type Html, type Piece } from '#platform/views/html.ts'
import { button, type ButtonParams } from './button.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

type CookieAction = Pick<ButtonParams, 'type' | 'name' | 'value' | 'href' | 'classes' | 'attributes'> & { text: string }

export type CookieMessage = Content & {
  headingText?: string
  headingHtml?: Html
  actions?: readonly CookieAction[]
  hidden?: boolean
  role?: string
  classes?: string
  attributes?: Attributes
}

export type CookieBannerParams = {
  messages: readonly CookieMessage[]
  ariaLabel?: string
  hidden?: boolean
  classes?: string
  attributes?: Attributes
}

/** What cookies are set, and the choice where there is one. */
export function cookieBanner(params: CookieBannerParams): Html {
  const all = {
    class: classes('govuk-cookie-banner', params.classes),
    'data-nosnippet': true,
    role: 'region',
    'aria-label': params.ariaLabel || 'Cookie banner',
    hidden: params.hidden,
    ...params.attributes,
  }
  return html`<div${attributes(all)}>${params.messages.map(message)}</div>`
}

function message(it: CookieMessage): Html {
  const all = {
    class: classes('govuk-cookie-banner__message', it.classes, 'govuk-width-container'),
    role: it.role || undefined,
    ...it.attributes,
    hidden: it.hidden,
  }
  const title = inside({ html: it.headingHtml, text: it.headingText })
  return html`<div${attributes(all)}>
    <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${title && html`<h2 class="govuk-cookie-banner__heading govuk-heading-m">${title}</h2>`}
      <div class="govuk-cookie-banner__content">${paragraph(it)}</div>
    </div></div>
    ${it.actions && html`<div class="govuk-button-group">${it.actions.map(action)}</div>`}
  </div>`
}

function paragraph(it: Content): Piece {
  if (it.html?.text) return it.html
  return it.text && html`<p class="govuk-body">${it.text}</p>`
}

function action(it: CookieAction): Html {
  if (!it.href || it.type === 'button') return button({ ...it, type: it.type || 'button' })
  return html`<a${attributes({ class: classes('govuk-link', it.classes), href: it.href, ...it.attributes })}>${it.text}</a>`
}
