import { inWords, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Asked } from '../enquiry.ts'
import type { Contribution } from './contribution.ts'

type Line = { readonly asked: Contribution; readonly reference: Reference; readonly fact: Asked }

/** The parts of answers that somebody was asked for. What is open stands first, the most urgent on top. */
export const askedOfYouPage = (lines: readonly Line[], today: Day): Page => ({
  title: 'Asked of you',
  wide: true,
  current: '/contributions',
  body:
    lines.length === 0
      ? emptyState({
          heading: { text: 'Nobody has asked you for anything' },
          text: 'When a colleague needs a part of an answer from you, it stands here and you get an email.',
        })
      : table({
          caption: 'Parts of answers that colleagues need from you',
          captionClasses: 'govuk-visually-hidden',
          head: [{ text: 'Question' }, { text: 'How it stands' }],
          rows: inOrder(lines).map(it => [{ html: question(it) }, { html: standing(it, today) }]),
        }),
})

const inOrder = (lines: readonly Line[]): Line[] =>
  lines.toSorted(
    (a, b) =>
      Number(a.fact.endedOn !== undefined) - Number(b.fact.endedOn !== undefined) ||
      a.asked.dueOn.localeCompare(b.asked.dueOn),
  )

const question = ({ asked, reference, fact }: Line): Html =>
  html`<span class="os-quiet os-reference">${reference}</span><br />
    ${fact.endedOn
      ? html`<span dir="auto">${shortened(asked.questions[0]!, 120)}</span>`
      : html`<a class="govuk-link" href="/contributions/${asked.id}" dir="auto"
          >${shortened(asked.questions[0]!, 120)}</a
        >`}
    ${asked.questions.length > 1 && html`<span class="os-quiet">and ${asked.questions.length - 1} more</span>`}<br />
    <span class="os-quiet">Needed by ${inWords(asked.dueOn)}</span>`

const standing = ({ fact }: Line, today: Day): Html => {
  if (fact.ended === 'given') return statusTag({ tone: 'done', text: 'Sent' })
  if (fact.endedOn) return statusTag({ tone: 'quiet', text: 'No longer needed' })
  return fact.dueOn < today ? statusTag({ tone: 'late', text: 'Late' }) : statusTag({ tone: 'active', text: 'Open' })
}
