import { inWords } from '#kernel/day.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import { mayAct } from '../act.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'
import type { Whole } from '../page/read-enquiry.ts'
import { contributionIn, type Contribution } from './contribution.ts'
import { chaseContribution, withdrawContribution } from './follow-contributions.ts'
import { standingTag } from './standing.ts'

/** Who was asked for a part of the answer, what, and how it stands; the answer waits while one is open. */
export const contributionsCard = (opened: Opened, { contributions }: Whole): Html | false =>
  contributions.length > 0 &&
  card({
    heading: { text: 'Contributions' },
    html: html`<ul class="govuk-list govuk-list--spaced">
      ${contributions.map(it => html`<li>${contribution(opened, it)}</li>`)}
    </ul>`,
  })

function contribution(opened: Opened, it: Contribution): Html {
  const { enquiry, asked, calendar } = opened
  const fact = contributionIn(enquiry, it.id)
  if (!fact) return html``
  return html`<strong><bdi>${it.ofName}</bdi></strong>
    <span class="os-quiet">${it.ofPerson === null && 'outside the council, '}by ${inWords(it.dueOn)}</span>
    ${standingTag(fact, asked.now.today, calendar)}
    <ol class="govuk-list govuk-list--number os-quiet govuk-!-margin-bottom-1">
      ${it.questions.map(question => html`<li dir="auto">${question}</li>`)}
    </ol>
    ${!fact.endedOn && buttons(opened, it)}`
}

function buttons({ enquiry, actor, asked }: Opened, { id, ofName }: Contribution): Html | false {
  if (!mayDo(asked.viewer, chaseContribution.may) || !mayAct(enquiry, actor, chaseContribution).ok) return false
  const whom = html`<span class="govuk-visually-hidden">: ${ofName}</span>`
  return html`<form method="post" action="${addressOf(enquiry)}/chase-contribution">
    ${csrfField(asked.csrf)}
    <input type="hidden" name="version" value="${enquiry.version}" />
    <input type="hidden" name="contribution" value="${id}" />
    <div class="os-saved-list__acts">
      ${button({
        html: html`${chaseContribution.label}${whom}`,
        classes: 'govuk-button--secondary os-button--small govuk-!-margin-bottom-0',
        preventDoubleClick: true,
      })}
      <a class="govuk-link" href="${addressOf(enquiry)}/withdraw-contribution?contribution=${id}"
        >${withdrawContribution.label}${whom}</a
      >
    </div>
  </form>`
}
