import { inWords, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { select } from '#platform/views/components/select.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Listed } from '../list.sql.ts'
import { shortly } from '../page/due-words.ts'
import { tagOfStatus } from '../page/status.ts'
import type { Away } from './cover.sql.ts'

/** The word that stands for whoever has least. */
export const toLeast = 'least'

export type CoverShown = {
  readonly away: Away
  readonly work: readonly Listed[]
  /** who may be given it, whoever stands in first */
  readonly people: readonly { readonly value: string; readonly text: string }[]
  readonly picked: readonly string[]
  readonly to: string
  readonly today: Day
  readonly csrf: string
  readonly refusal?: Refusal | undefined
}

/** The open work of somebody who is away: chosen here, looked at on the next page, and only then moved. */
export const coverPage = (it: CoverShown): Page => ({
  title: `The work of ${it.away.name} while they are away`,
  ownHeading: true,
  wide: true,
  current: '/enquiries/board',
  back: { href: '/mailboxes/absences', text: 'Absence and cover' },
  body: html`${errorSummaryFor(it.refusal)}
    <h1 class="govuk-heading-l">The work of ${it.away.name} while they are away</h1>
    <p class="govuk-body-l">${when(it.away, it.today)}</p>
    <p class="govuk-body">${standsIn(it.away)}</p>
    ${it.work.length > 0 ? chooser(it) : nothing(it.away)}`,
})

const when = ({ fromOn, untilOn }: Away, today: Day): string =>
  `${fromOn > today ? 'Away from' : 'Away since'} ${inWords(fromOn)}${untilOn ? `, until ${inWords(untilOn)}` : ', until further notice'}.`

function standsIn({ coverName, coverAway }: Away): string {
  if (!coverName) return 'Nobody in particular stands in.'
  return coverAway
    ? `${coverName} was to stand in, but is away too: whoever covers for ${coverName} stands in, if anybody does.`
    : `${coverName} stands in, and may act on all of it as its handler.`
}

const nothing = ({ name }: Away): Html =>
  emptyState({
    heading: { text: 'Nothing to hand over' },
    text: `${name} holds no open enquiry that you may see. New work goes past them while they are away.`,
  })

const chooser = (it: CoverShown): Html =>
  html`<form method="post" action="/enquiries/cover/${it.away.id}" novalidate>
    ${csrfField(it.csrf)}
    <div id="pick">
      ${workList({
        caption: `Open enquiries of ${it.away.name}`,
        named: 1,
        columns: [
          { text: 'Select', hidden: true },
          { text: 'Enquiry' },
          { text: 'Mailbox' },
          { text: 'Due' },
          { text: 'Status' },
        ],
        rows: it.work.map(one => ({
          cells: [
            { html: pickBox(one, it.picked.includes(one.reference)) },
            {
              html: html`<span class="os-quiet os-reference">${one.reference}</span>
                <a class="govuk-link" href="/enquiries/${one.reference}" dir="auto">${one.subject}</a>`,
            },
            { text: one.mailboxName ?? '' },
            { text: one.dueOn ? shortly(one.dueOn, it.today) : 'Waiting for the member' },
            { html: tagOfStatus(one.status) },
          ],
        })),
      })}
    </div>
    <p class="govuk-body">Ticked for you is what is late, or due before they are back.</p>
    ${select({
      name: 'to',
      label: { text: 'Who should have the ticked ones?' },
      value: it.to,
      errorMessage: errorFor(it.refusal, 'to'),
      items: [
        { value: '', text: 'Select a person' },
        { value: toLeast, text: 'Whoever of the mailbox is present and has least' },
        ...it.people,
      ],
    })}
    <p class="govuk-body">You see what would change before anything does. Due dates stay as they are.</p>
    ${button({ text: 'Continue' })}
  </form>`

const pickBox = ({ reference }: Listed, isPicked: boolean): Html =>
  html`<label class="os-pick"
    ><input type="checkbox" name="pick" value="${reference}" ${isPicked && html` checked`} /><span
      class="govuk-visually-hidden"
      >Select ${reference}</span
    ></label
  >`
