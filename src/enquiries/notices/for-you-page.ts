import { instantInWords } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import { eventSentence, type NamesById } from '../page/event-sentence.ts'
import { doerInWords } from '../page/names.ts'
import type { Notice, Watched } from './notice.sql.ts'

export const noticesOnPage = 30

export type ForYou = {
  /** one more than a page holds when there are older ones */
  readonly notices: readonly Notice[]
  readonly watched: readonly Watched[]
  readonly names: NamesById
  readonly csrf: string
  /** given: not the newest page */
  readonly before: string | undefined
}

/** What somebody was told, the newest first; under it what they watch, and the way to what they want by mail. */
export const forYouPage = (it: ForYou): Page => ({
  title: 'For you',
  current: '/enquiries/for-you',
  body: html`${it.notices.length === 0 ? nothingYet : news(it)} ${watchedList(it.watched)} ${byMail}`,
})

const nothingYet = emptyState({
  heading: { text: 'Nothing yet' },
  html: html`When work is given to you, a member replies, a colleague mentions you in a note, or something happens to an
  enquiry that you watch, it stands here.`,
})

function news({ notices, names, csrf, before }: ForYou): Html {
  const shown = notices.slice(0, noticesOnPage)
  const older = notices.length > noticesOnPage && `/enquiries/for-you?before=${shown.at(-1)!.id}`
  return html`<ol class="os-notices">
      ${shown.map(it => line(it, names))}
    </ol>
    ${(older || before) &&
    pagination({
      ...(before && { previous: { href: '/enquiries/for-you', text: 'Newest' } }),
      ...(older && { next: { href: older, text: 'Older' } }),
    })}
    ${shown.some(it => !it.read) &&
    html`<form method="post" action="/enquiries/for-you/read">
      ${csrfField(csrf)}
      ${button({ text: 'Mark all as read', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    </form>`}`
}

const line = ({ reference, subject, because, read, recorded, at }: Notice, names: NamesById): Html =>
  html`<li class="os-notices__item${!read && ' os-notices__item--new'}">
    ${!read && html`${statusTag({ tone: 'new', text: 'New' })} `}
    <a class="govuk-link govuk-!-font-weight-bold" href="/enquiries/${reference}"
      ><bdi>${shortened(subject, 120)}</bdi></a
    >
    <span class="os-reference os-quiet">${reference}</span><br />
    ${because === 'mentions'
      ? html`<bdi>${doerInWords(recorded, names)}</bdi> mentioned you in a note`
      : html`${eventSentence(recorded, names).words} (<bdi>${doerInWords(recorded, names)}</bdi>)`}
    <span class="os-quiet">· ${instantInWords(at)}</span>
  </li>`

const watchedList = (watched: readonly Watched[]): Html | false =>
  watched.length > 0 &&
  html`<h2 class="govuk-heading-m govuk-!-margin-top-7">What you watch</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${watched.map(
        it =>
          html`<li>
            <a class="govuk-link" href="/enquiries/${it.reference}"><bdi>${shortened(it.subject, 120)}</bdi></a>
            <span class="os-reference os-quiet">${it.reference}</span>
          </li>`,
      )}
    </ul>`

const byMail = html`<p class="govuk-body govuk-!-margin-top-7">
  <a class="govuk-link" href="/people/me/notices">Choose which of this comes by email as well</a>
</p>`
