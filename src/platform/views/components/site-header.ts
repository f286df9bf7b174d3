import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, type Maybe } from './content.ts'
import { logo } from './logo.ts'
import { serviceNavigation, type NavigationItem } from './service-navigation.ts'

export type SiteHeaderParams = {
  /** whose product this is, beside the word mark */
  council?: string
  homeUrl?: string
  navigation?: readonly Maybe<NavigationItem>[]
  /** who is signed in, with the ways to their own pages and out; forms are allowed (signing out is one) */
  account?: Html
  classes?: string
}

/** The band at the top of every page: word mark, council, sections, and who is signed in. */
export function siteHeader(params: SiteHeaderParams): Html {
  const home = { href: params.homeUrl ?? '/', class: 'os-header__home' }
  return html`<header class="${classes('os-header', params.classes)}">
    <div class="os-header__top govuk-width-container">
      <a${attributes(home)}>${logo()}</a>
      ${params.council && html`<span class="os-header__council">${params.council}</span>`}
      ${params.account && html`<div class="os-header__account">${params.account}</div>`}
    </div>
    ${params.navigation?.some(Boolean) && sections(params.navigation)}
  </header>`
}

const sections = (navigation: readonly Maybe<NavigationItem>[]): Html =>
  serviceNavigation({ navigation, navigationLabel: 'Main', classes: 'govuk-service-navigation--inverse' })
