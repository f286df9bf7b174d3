import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { DeskPart } from './part.ts'

type Shown = DeskPart & { readonly now: { readonly count: number; readonly words: string } | undefined }

/** What waits for the data protection officer, part by part. */
export const deskPage = (parts: readonly Shown[]): { title: string; body: Html } => ({
  title: 'Data protection',
  body: html`<p class="govuk-body-l">
      Sensitive matters, what people ask about their own data, and the proof of it all.
    </p>
    <ul class="govuk-list govuk-list--spaced">
      ${parts.map(drawPart)}
    </ul>`,
})

const drawPart = ({ text, href, means, now }: Shown): Html => html`<li>
  <a class="govuk-link govuk-!-font-size-24" href="${href}">${text}</a> ${now && drawWaiting(now)}<br />${means}
</li>`

const drawWaiting = ({ count, words }: { count: number; words: string }): Html =>
  count > 0 ? tag({ text: words, classes: 'govuk-tag--yellow' }) : html`<span class="govuk-hint">${words}</span>`
