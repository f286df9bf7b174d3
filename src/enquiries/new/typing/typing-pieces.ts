import { inWords } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Suggestion, TextWarning } from '#mailboxes/door.ts'
import { button } from '#platform/views/components/button.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { sensitiveNote } from '../../sensitive/sensitive-note.ts'
import { tagOfStatus } from '../../page/status.ts'
import type { Alike } from '../../search/alike.sql.ts'

type Said = {
  readonly warning: TextWarning | undefined
  readonly suggested: readonly Suggestion[]
  readonly alike: readonly Alike[]
}

/** Beside the form while somebody types: whether it may be sensitive, what it seems to be about, if it was asked before. */
export const typingPieces = ({ warning, suggested, alike }: Said): Html => html`
  ${sensitiveNote(warning, restrictedButton)}
  ${alike.length > 0 &&
  html`<h3 class="govuk-heading-s">You may have asked this already</h3>
    ${alikeList(alike)}`}
  ${suggested.length > 0 && topicList(suggested)}
`

/** A button of the form it stands in: everything typed goes with it. */
const restrictedButton = button({
  text: 'Send it the restricted way',
  name: 'act',
  value: 'restrict',
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})

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
