import { inWords } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Suggestion } from '#mailboxes/door.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { tagOfStatus } from '../../page/status.ts'
import type { Alike } from '../../search/alike.sql.ts'

/** What stands beside the form while somebody types: what it seems to be about, and whether it was asked before. */
export const typingPieces = (suggested: readonly Suggestion[], alike: readonly Alike[]): Html => html`
  ${alike.length > 0 &&
  html`<h3 class="govuk-heading-s">You may have asked this already</h3>
    ${alikeList(alike)}`}
  ${suggested.length > 0 && topicList(suggested)}
`

const topicList = (suggested: readonly Suggestion[]): Html => html`
  <h3 class="govuk-heading-s">It seems to be about</h3>
  <ul class="govuk-list govuk-list--bullet">
    ${suggested.map(it => html`<li><strong>${it.name}</strong>, because ${it.reason}</li>`)}
  </ul>
  <p class="govuk-body os-quiet">You choose on the next page.</p>
`

/** Each opens where the member follows it; in a new window, so that nothing typed is left. */
export const alikeList = (alike: readonly Alike[]): Html =>
  alike.length === 0
    ? nothing
    : html`<ul class="govuk-list govuk-list--spaced">
        ${alike.map(
          it => html`<li>
            <a class="govuk-link" href="/enquiries/${it.reference}/track" target="_blank" rel="noopener" dir="auto"
              >${shortened(it.subject, 120)} <span class="govuk-visually-hidden">(opens in a new tab)</span></a
            ><br />
            <span class="os-quiet">${it.reference}, ${inWords(it.receivedOn)}</span> ${tagOfStatus(it.status)}
          </li>`,
        )}
      </ul>`
