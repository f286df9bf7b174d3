import { inWords, type Day } from '#kernel/day.ts'
import { listInWords } from '#kernel/text.ts'
import { card } from '#platform/views/components/card.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import { isOpen, isPaused, owedAnswer, type Enquiry } from '../enquiry.ts'
import type { ClimbedEvent, Recorded } from '../events.ts'
import type { NamesById } from '../page/event-sentence.ts'
import type { LadderStep } from './ladder-step.ts'
import { hearers, rungWords } from './rung.ts'

type Shown = {
  readonly enquiry: Enquiry
  readonly ladder: readonly LadderStep[]
  readonly history: readonly Recorded[]
  readonly namesById: NamesById
  readonly today: Day
}

/** Who was told what and when in this round, what an answer is owed to, and what comes next on which day. */
export function ladderCard(it: Shown): Html | false {
  const climbed = climbedIn(it)
  const next = isOpen(it.enquiry) ? it.ladder.filter(step => !step.climbed) : []
  const owed = owedAnswer(it.enquiry)
  if (climbed.length === 0 && next.length === 0 && !owed) return false
  return card({
    heading: { text: 'Escalation' },
    html: html`${owed && owedLine(owed.dueOn, it.today)}
    ${climbed.length > 0 &&
    html`<ul class="govuk-list govuk-list--spaced">
      ${climbed.map(one => html`<li>${told(one, it.namesById)}</li>`)}
    </ul>`}
    ${isPaused(it.enquiry) && html`<p class="govuk-body">While the question waits for the member, nothing climbs.</p>`}
    ${next.length > 0 && ahead(next)}`,
  })
}

type Climb = { readonly event: ClimbedEvent; readonly on: Day }

const climbedIn = ({ history, enquiry }: Shown): Climb[] =>
  history.flatMap(({ event, on }) => (event.type === 'climbed' && event.round === enquiry.round ? { event, on } : []))

/** The letter went on a later day where nobody looked before: both days are said then. */
const told = ({ event, on }: Climb, names: NamesById): Html =>
  html`<strong>${event.because === 'chased' ? 'The member chased again' : rungWords[event.rung]}</strong><br />
    ${who(event, names)}<br />
    <span class="os-quiet"
      >${inWords(on)}${event.trueOn !== on && `, so it stood since ${inWords(event.trueOn)}`}</span
    >`

function who({ rung, told, nextUpdateOn }: ClimbedEvent, { person }: NamesById): string {
  if (rung === 'new-date' && nextUpdateOn) return `The member was told: news by ${inWords(nextUpdateOn)}`
  if (rung === 'leadership' && told.length > 0) return 'The leadership team sees it until it is answered'
  return `${told.length > 0 ? listInWords(told.map(person)) : 'Member services'} told`
}

/** The next step stands in the open; the rest of the ladder is folded away. */
const ahead = ([first, ...rest]: readonly LadderStep[]): Html =>
  html`<p class="govuk-body govuk-!-margin-bottom-1">
      <strong>Next, unless it is dealt with before:</strong><br />${stepAhead(first!)}
    </p>
    ${rest.length > 0 &&
    html`<details class="govuk-details govuk-!-margin-bottom-0">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">And then</span></summary>
      <div class="govuk-details__text">
        <ul class="govuk-list govuk-list--spaced">
          ${rest.map(step => html`<li>${stepAhead(step)}</li>`)}
        </ul>
      </div>
    </details>`}`

const stepAhead = ({ rung, on }: LadderStep): Html => html`${inWords(on)}: ${hearers[rung]} will be told`

const owedLine = (dueOn: Day, today: Day): Html =>
  html`<p class="govuk-body">
    ${statusTag({ tone: dueOn < today ? 'late' : 'soon', text: dueOn < today ? 'Owed and broken' : 'Owed' })} A word to
    the member by ${inWords(dueOn)}, because they chased again.
  </p>`
