import type { TextWarning } from '#mailboxes/door.ts'
import { alert } from '#platform/views/components/alert.ts'
import { details } from '#platform/views/components/details.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'

/**
 * What is said beside a text that may be private: what it seems to tell of and why that is asked about, and the restricted
 * way, as `offered` offers it. What leads to nobody but is seen by everybody is only mentioned.
 */
export function sensitiveNote(warning: TextWarning | undefined, offered: Html = nothing): Html {
  if (!warning) return nothing
  if (!warning.warns) return html`<p class="govuk-body os-quiet">${warning.words}. ${gentleWhy(warning)}</p>`
  return alert({
    variant: 'warning',
    title: 'This may be sensitive',
    showTitleAsHeading: true,
    html: html`<p class="govuk-body">${warning.words}.</p>
      ${offered} ${whyAsked(warning)}`,
  })
}

const gentleWhy = ({ found }: TextWarning): Html => html`${found[0] && `${found[0].why}.`}`

/** Kept folded: most people know why, and the way on stands above it. */
const whyAsked = ({ found }: TextWarning): Html =>
  details({
    summaryText: 'Why we ask',
    classes: 'govuk-!-margin-bottom-0',
    html: html`<ul class="govuk-list govuk-list--bullet">
        ${found.filter(it => it.warns).map(it => html`<li>It seems to tell of ${it.words}. ${it.why}.</li>`)}
      </ul>
      <p class="govuk-body">Words can be innocent. If these are, go on as you were.</p>`,
  })
