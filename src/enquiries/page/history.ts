import type { Reference } from '#kernel/reference.ts'
import { timeline } from '#platform/views/components/timeline.ts'
import { html, type Html } from '#platform/views/html.ts'
import { eventSentence } from './event-sentence.ts'
import { doerInWords } from './names.ts'
import type { Whole } from './read-enquiry.ts'

/** Everything that happened, newest first. */
export const history = (
  { history, namesById }: Pick<Whole, 'history' | 'namesById'>,
  /** its reference, for whoever may read the audit trail */
  trail?: Reference,
): Html =>
  html`<h2 class="govuk-heading-m govuk-!-margin-top-7" id="timeline">What happened</h2>
    ${timeline({
      headingLevel: 3,
      items: history.toReversed().map(it => {
        const { words, detail, tone } = eventSentence(it, namesById)
        return {
          label: { text: words },
          // what was received came from whoever raised it: they did not receive it
          byline: { text: doerInWords(it, namesById), ...(it.event.type === 'received' && { lead: 'from' }) },
          datetime: { timestamp: it.at },
          ...(detail && { text: detail }),
          ...(tone && { classes: `os-timeline__item--${tone}` }),
        }
      }),
    })}
    ${trail &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="/audit/enquiries/${trail}">Who saw it, in the audit trail</a>
    </p>`}`
