import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import { actsOffered, type Offered } from './acts-offered.ts'
import { addressOf, type Opened } from './open-enquiry.ts'

/** So many acts have a button; the others wait under a line. */
const shownAtOnce = 4

/** What the viewer can do now; nothing that would be refused for who they are or how the enquiry stands. */
export function actsCard({ enquiry, actor, asked }: Opened): Html {
  const offered = actsOffered(enquiry, actor, asked.viewer)
  if (offered.length === 0)
    return card({ classes: 'os-card--quiet', text: 'You can read this enquiry. There is nothing for you to do on it.' })
  const [first, ...others] = offered
  const link = (it: Offered) => `${addressOf(enquiry)}/${it.name}`
  return card({
    heading: { text: 'What you can do' },
    html: html`${button({ text: first!.label, href: link(first!), classes: 'govuk-!-margin-bottom-3' })}
      <ul class="govuk-list">
        ${others.slice(0, shownAtOnce - 1).map(it => actLink(it, link(it)))}
      </ul>
      ${others.length >= shownAtOnce &&
      details({
        summaryText: 'More',
        classes: 'govuk-!-margin-bottom-0',
        html: html`<ul class="govuk-list govuk-!-margin-bottom-0">
          ${others.slice(shownAtOnce - 1).map(it => actLink(it, link(it)))}
        </ul>`,
      })}`,
  })
}

const actLink = ({ label }: Offered, href: string): Html =>
  html`<li><a class="govuk-link" href="${href}">${label}</a></li>`
