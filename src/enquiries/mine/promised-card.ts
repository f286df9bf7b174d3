import { inWords, type Day } from '#kernel/day.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { PromisedToMember } from './promised.sql.ts'

type Whose = { readonly own: boolean; readonly today: Day }

/** What was promised and is still to come, with where it was said. */
export const promisedCard = (promised: readonly PromisedToMember[], { own, today }: Whose): Html | false =>
  promised.length > 0 &&
  html`<h2 class="govuk-heading-m" id="promised">${own ? 'Promised to me' : 'Promised to members'}</h2>
    <ul class="govuk-list os-rows">
      ${promised.map(
        it => html`<li class="govuk-!-margin-bottom-3">
          <a class="govuk-link" href="/enquiries/${it.reference}/track"><bdi>${it.words}</bdi></a>
          ${standing(it, today)}<br />
          <span class="os-quiet"
            >${it.who && html`<bdi>${it.who}</bdi>, `}by ${inWords(it.dueOn)},
            <span class="os-reference">${it.reference}</span></span
          >
        </li>`,
      )}
    </ul>`

function standing({ dueOn, moved }: PromisedToMember, today: Day): Html | false {
  if (dueOn < today) return statusTag({ tone: 'late', text: 'Not kept in time' })
  return moved && statusTag({ tone: 'soon', text: 'New date' })
}
