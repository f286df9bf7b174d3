import type { Page } from '#platform/http/answer.ts'
import type { Around } from '#platform/http/server.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { assetUrl } from '#platform/views/assets/build.ts'
import { backLink } from '#platform/views/components/back-link.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { notificationBanner } from '#platform/views/components/notification-banner.ts'
import { siteFooter } from '#platform/views/components/site-footer.ts'
import { siteHeader } from '#platform/views/components/site-header.ts'
import { skipLink } from '#platform/views/components/skip-link.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { helpFor } from '../help/help-for.ts'
import { menuFor, morePath, type Counts } from './sections.ts'

/** The frame around every page: who is signed in, the sections open to them, what was just done, and the page itself. */
export function layoutFor(house: House) {
  return (page: Page, around: Around): string => `<!doctype html>\n${document(page, around, house).text}`
}

type House = {
  readonly council: string
  /** letters are kept to be read, and there is a section for them */
  readonly demonstration: boolean
  /** what the menu counts now */
  readonly counts: () => Counts
}

const document = (page: Page, around: Around, house: House): Html => html`<html lang="en-GB" class="govuk-template">
  <head>
    <meta charset="utf-8" />
    <title>${page.invalid && 'Error: '}${page.title} – One Stop – ${house.council}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#123c45" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="${assetUrl('favicon.svg')}" type="image/svg+xml" />
    <link rel="stylesheet" href="${assetUrl('one-stop.css')}" />
    <script type="module" src="${assetUrl('one-stop.js')}"></script>
  </head>
  <body class="govuk-template__body">
    ${skipLink({ text: 'Skip to main content', href: '#main' })}
    ${siteHeader({ council: house.council, navigation: navigation(page, around, house), account: account(around) })}
    <div class="os-page">
      <div class="govuk-width-container">
        ${page.back &&
        html`<nav aria-label="Back">${backLink({ text: page.back.text ?? 'Back', href: page.back.href })}</nav>`}
        <main class="govuk-main-wrapper" id="main">
          ${around.flash && notificationBanner({ type: 'success', text: around.flash })}
          ${around.warning && notificationBanner({ titleText: 'Not done', role: 'alert', text: around.warning })}
          ${page.wide
            ? inside(page)
            : html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${inside(page)}</div></div>`}
          ${helpWith(around)}
        </main>
      </div>
    </div>
    ${siteFooter({ links: footerLinks })}
  </body>
</html>`

const inside = (page: Page): Html =>
  html`${page.ownHeading ? nothing : html`<h1 class="govuk-heading-l">${page.title}</h1>`}${page.body}`

/** Where one may hesitate, the part of the guide that helps is one step away. */
function helpWith({ path, viewer }: Around): Html {
  const href = helpFor(path, viewer)
  return href
    ? html`<p class="govuk-body-s os-help-with"><a class="govuk-link" href="${href}">Help with this page</a></p>`
    : nothing
}

/** The sections of a working day; what does not fit beside them stands on a page of its own, one step away. */
function navigation({ current }: Page, { viewer, path }: Around, { demonstration, counts }: House) {
  const { first, more } = menuFor(viewer, demonstration, counts())
  const here = current ?? path.split('?')[0]
  const items = first.map(({ text, href }) => ({ text, href, current: path === href, active: here === href }))
  if (!more) return items
  const active = here === morePath || more.sections.some(({ href }) => href === here)
  return [...items, { text: more.text, href: morePath, current: path === morePath, active }]
}

function account({ viewer, csrf }: Around): Html {
  if (viewer.via === 'public') return html`<a class="govuk-link" href="/sign-in">Sign in</a>`
  return html`${mayDo(viewer, 'people.profile') && html`<a class="govuk-link" href="/people/me">${viewer.name}</a>`}
  ${viewer.via === 'session' && signOut(csrf)}`
}

const signOut = (csrf: string): Html =>
  html`<form method="post" action="/sign-out">
    ${csrfField(csrf)}<button class="os-header__sign-out">Sign out</button>
  </form>`

const footerLinks = [
  { text: 'Help', href: '/help' },
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'Cookies', href: '/cookies' },
  { text: 'Contact', href: '/contact' },
  { text: 'Status', href: '/status' },
]
