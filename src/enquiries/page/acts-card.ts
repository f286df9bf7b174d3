import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { mayExcludeFrom } from '../exclude/exclude.ts'
import { actsOffered, type Offered } from './acts-offered.ts'
import { addressOf, type Opened } from './open-enquiry.ts'

/** So many acts are seen at once; the others wait under a line. */
const shownAtOnce = 3

/** What the viewer can do now; nothing that would be refused for who they are or how the enquiry stands. */
export function actsCard({ enquiry, actor, asked, secondPerson }: Opened): Html {
  const offered = [
    ...actsOffered(enquiry, actor, asked.viewer, secondPerson),
    ...(mayExcludeFrom(actor.parts, asked.viewer) ? [keepOut] : []),
  ]
  if (offered.length === 0)
    return card({
      classes: 'os-card--quiet',
      html: html`<p class="govuk-body">You can read this enquiry. There is nothing for you to do on it.</p>
        ${copyLink(enquiry, asked)}`,
    })
  const link = (it: Offered) => `${addressOf(enquiry)}/${it.name}`
  const [main, others] = mainFirst(offered)
  const shown = others.slice(0, shownAtOnce)
  const further = others.slice(shownAtOnce)
  return card({
    heading: { text: 'What you can do' },
    html: html`${main && button({ text: main.label, href: link(main), classes: 'govuk-!-margin-bottom-3' })}
    ${actLinks(shown, link)} ${further.length > 0 && details({ summaryText: 'More', html: actLinks(further, link) })}
    ${copyLink(enquiry, asked)}`,
  })
}

/** A copy that leaves out what others must not read: no act on the enquiry, which stays as it is. */
const copyLink = ({ reference }: Opened['enquiry'], { viewer }: Opened['asked']): Html =>
  mayDo(viewer, 'privacy.redact')
    ? html`<p class="govuk-body">
        <a class="govuk-link" href="/privacy/copies/${reference}">Prepare a redacted copy</a>
      </p>`
    : nothing

const keepOut: Offered = { name: 'exclusions', label: 'Keep somebody out of it' }

/** The step that the work itself asks for has the button; whether an answer was enough is nobody's default. */
const mainActs = ['accept', 'take', 'answer', 'submit', 'send-reviewed', 'allocate', 'move']

function mainFirst(offered: readonly Offered[]): [Offered | undefined, readonly Offered[]] {
  const [first, ...others] = offered
  return first && mainActs.includes(first.name) ? [first, others] : [undefined, offered]
}

const actLinks = (offered: readonly Offered[], link: (it: Offered) => string): Html =>
  html`<ul class="govuk-list govuk-list--spaced">
    ${offered.map(it => html`<li><a class="govuk-link" href="${link(it)}">${it.label}</a></li>`)}
  </ul>`
