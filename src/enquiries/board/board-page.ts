import { addDays, fromToInWords } from '#kernel/day.ts'
import { counted, numberInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { figures, type Figure } from '#platform/views/components/figures.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { shortly } from '../page/due-words.ts'
import type { Standing } from './board.sql.ts'
import { gauges } from './gauges.ts'
import { peopleTable } from './people-table.ts'
import type { Board } from './read-board.ts'
import { listOf } from './standing.ts'

export type BoardShown = Board & {
  /** gives its work out */
  readonly runs: boolean
  readonly csrf: string
  /** the way back to the other boards, where there are any */
  readonly several: boolean
}

/** How the work of one mailbox stands, for who runs it. Every number leads to the enquiries it counts. */
export const boardPage = (it: BoardShown): Page => ({
  title: `${it.mailbox.name} – Board`,
  ownHeading: true,
  wide: true,
  current: '/enquiries/board',
  ...(it.several && { back: { href: '/enquiries/board', text: 'All boards' } }),
  body: html`<span class="govuk-caption-l">Board of the mailbox</span>
    <h1 class="govuk-heading-l">${it.mailbox.name}</h1>
    ${it.standing.open + it.standing.lane === 0 ? nothingOpen : numbers(it)}
    <h2 class="govuk-heading-m" id="capacity">Can it be done in time?</h2>
    ${gauges(it)} ${riskiest(it)}
    <h2 class="govuk-heading-m" id="people">Who has how much</h2>
    ${it.runs && actions(it)} ${peopleTable(it)}
    <h2 class="govuk-heading-m" id="ahead">What is likely to come</h2>
    ${ahead(it)}`,
})

const nothingOpen = emptyState({
  heading: { text: 'Everything is answered' },
  text: 'Nothing is open in this mailbox, and nobody wrote after an answer.',
})

const names: readonly (readonly [keyof Standing, string, string, Figure['tone']?])[] = [
  ['overdue', 'Overdue', 'past the day they were due', 'late'],
  ['soon', 'Due soon', 'today or in 2 working days', 'soon'],
  ['unassigned', 'Unassigned', 'nobody has them yet', 'soon'],
  ['likelyLate', 'Likely late', 'at 50% or more', 'soon'],
  ['assigned', 'Not accepted', 'given to somebody'],
  ['waiting', 'Waiting', 'for a member’s reply'],
  ['partner', 'With a partner', 'the clock runs on'],
  ['review', 'In review', 'for a second reading'],
  ['lane', 'After an answer', 'somebody wrote again'],
  ['open', 'Open', 'in all'],
]

/** A number of nothing is calm, whatever it would mean otherwise. */
const toned = (n: number, tone: Figure['tone']) => ({ ...(tone && { tone: n > 0 ? tone : ('good' as const) }) })

function numbers({ standing, mailbox, horizon, quarantine }: Board): Html {
  const items = names.map(([name, label, note, tone]) => ({
    label,
    value: { text: numberInWords(standing[name]) },
    note: { text: note },
    href: listOf(name, { mailbox: mailbox.key }, horizon),
    ...toned(standing[name], tone),
  }))
  const mail: Figure[] =
    quarantine === undefined
      ? []
      : [
          {
            label: 'Quarantine',
            value: { text: numberInWords(quarantine) },
            note: { text: 'mail to be decided' },
            href: `/mail/quarantine?mailbox=${mailbox.id}`,
            ...toned(quarantine, 'soon'),
          },
        ]
  return figures({ items: [...items, ...mail], classes: 'os-figures--board' })
}

/** Work is moved only after it was looked at: the buttons lead to what would change. */
const actions = ({ mailbox, standing, csrf }: BoardShown): Html =>
  html`<div class="govuk-button-group os-board__acts">
    ${standing.unassigned > 0 && plans(`/enquiries/board/${mailbox.key}/share-out`, 'Share out what nobody has', csrf)}
    ${plans(`/enquiries/board/${mailbox.key}/even-out`, 'Even out the load', csrf)}
    <a class="govuk-link" href="/mailboxes/absences">Absence and cover</a>
    <a class="govuk-link" href="/mailboxes/${mailbox.key}">Who answers, and how new work is given out</a>
  </div>`

const plans = (action: string, text: string, csrf: string): Html =>
  html`<form method="post" action="${action}">
    ${csrfField(csrf)} ${button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`

/** Those likeliest to be late, while there is time. */
const riskiest = ({ riskiest, mailbox, horizon }: Board): Html | false =>
  riskiest.length > 0 &&
  html`<h2 class="govuk-heading-m" id="risk">Most likely to be late</h2>
    ${table({
      caption: 'Open enquiries most likely to be late',
      captionClasses: 'govuk-visually-hidden',
      classes: 'os-stacking-table',
      head: [{ text: 'Enquiry' }, { text: 'With' }, { text: 'Due' }, { text: 'Risk', format: 'numeric' }],
      rows: riskiest.map(it => [
        {
          html: html`<a class="govuk-link" href="/enquiries/${it.reference}" dir="auto">${it.subject}</a><br /><span
              class="os-quiet os-reference"
              >${it.reference}</span
            >`,
        },
        { text: it.holderName ?? 'Nobody yet' },
        { text: it.dueOn ? shortly(it.dueOn, horizon.today) : '' },
        { text: `${it.latePercent}%`, format: 'numeric' as const },
      ]),
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="/enquiries?view=all&amp;mailbox=${mailbox.key}&amp;sort=risk"
        >All open ones in this order</a
      >
      · <a class="govuk-link" href="/enquiries/board/risk">How risk is worked out, and whether it can be believed</a>
    </p>`

function ahead({ forecast, weeks }: Board): Html {
  if (!forecast)
    return html`<p class="govuk-body">Too few to say: a forecast needs at least 20 weeks in which something came.</p>`
  return html`${table({
    caption: 'What is expected to come in each of the next four weeks',
    captionClasses: 'govuk-visually-hidden',
    head: [
      { text: 'Week' },
      { text: 'Expected', format: 'numeric' },
      { text: '8 in 10 weeks between', format: 'numeric' },
    ],
    rows: forecast.weeks.map((it, at) => [
      { text: fromToInWords(weeks[at]!, addDays(weeks[at]!, 6)) },
      { text: numberInWords(it.expected), format: 'numeric' },
      { text: `${numberInWords(it.low)} and ${numberInWords(it.high)}`, format: 'numeric' },
    ]),
  })}
  ${details({
    summaryText: 'How this is worked out',
    html: html`<p class="govuk-body">
      What came in the eight weeks before, for each working day, times the working days of the week ahead: a bank
      holiday makes a week smaller. It counts what was received and what was opened again, by the day it was put on
      record. How far it may be off was tried on ${counted(forecast.tried, 'past week')}: the same sum, held against
      what came. Eight in ten of them fell within the range.
    </p>`,
  })}`
}
