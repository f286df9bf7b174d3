import type { Calendar } from '#clock/door.ts'
import { inWords, inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { html, type Html } from '#platform/views/html.ts'
import { standingTag } from '../contribution/standing.ts'
import type { Line } from './handed-to.ts'
import type { HandedOver } from './hand-over.sql.ts'

/** What a partner was handed: what is still with them first, by when it is due. */
export function handOversPage(lines: readonly Line[], today: Day, calendar: Calendar): Page {
  const open = lines.filter(line => line.open)
  return {
    title: 'Handed over to you',
    current: '/hand-overs',
    body: html`${open.length === 0 ? nothing : open.map(line => openCard(line, today, calendar))}
      ${over(lines.filter(line => !line.open))}
      <p class="govuk-body">
        What comes to your own mailbox stands on the <a class="govuk-link" href="/enquiries">work list</a>.
      </p>`,
  }
}

const nothing = emptyState({
  heading: { text: 'Nothing is with you' },
  text: 'When the council needs you to deal with an enquiry, it stands here and you get an email.',
})

const openCard = ({ it, reference }: Line, today: Day, calendar: Calendar): Html =>
  card({
    html: html`<h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href="/hand-overs/${it.id}" dir="auto">${shortened(it.wanted, 140)}</a>
      </h2>
      <p class="govuk-body govuk-!-margin-bottom-0">
        Answer by ${inWordsWithWeekday(it.dueOn)} ${standingTag(it, today, calendar)}<br />
        <span class="os-quiet"><span class="os-reference">${reference}</span>${subjectOf(it)}</span>
      </p>`,
  })

/** The subject, where it was among what was shared. */
const subjectOf = ({ shared }: HandedOver): Html | false => {
  const subject = shared.find(it => it.name === 'The subject')
  return subject !== undefined && html`, <bdi>${shortened(subject.words, 100)}</bdi>`
}

const over = (lines: readonly Line[]): Html | false =>
  lines.length > 0 &&
  details({
    summaryText: 'No longer with you',
    html: html`<ul class="govuk-list govuk-list--spaced">
      ${lines.map(
        ({ it, reference }) =>
          html`<li>
            <span dir="auto">${shortened(it.wanted, 140)}</span><br />
            <span class="os-quiet"><span class="os-reference">${reference}</span>, due ${inWords(it.dueOn)}</span>
          </li>`,
      )}
    </ul>`,
  })
