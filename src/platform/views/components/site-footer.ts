import { html, type Html } from '#platform/views/html.ts'
import { attributes } from './content.ts'

export type SiteFooterParams = { links: readonly { text: string; href: string }[]; words?: string }

/** Accessibility, privacy and the like, at the foot of every page. */
export function siteFooter({ links, words }: SiteFooterParams): Html {
  return html`<footer class="os-footer">
    <div class="govuk-width-container">
      <h2 class="govuk-visually-hidden">Support links</h2>
      <ul class="os-footer__links">
        ${links.map(link)}
      </ul>
      ${words && html`<p class="os-footer__words">${words}</p>`}
    </div>
  </footer>`
}

const link = ({ text, href }: { text: string; href: string }): Html =>
  html`<li><a${attributes({ class: 'govuk-link os-footer__link', href })}>${text}</a></li>`
