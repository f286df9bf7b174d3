import { inWords, type Day } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Member } from '#people/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { figures } from '#platform/views/components/figures.ts'
import { pageHeaderActions } from '#platform/views/components/page-header-actions.ts'
import { search } from '#platform/views/components/search.ts'
import { select } from '#platform/views/components/select.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { workList, type WorkListRow } from '#platform/views/components/work-list.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { Listed } from '../list.sql.ts'
import { listTag } from '../track/member-tag.ts'
import type { OwnFigures } from './own-figures.ts'
import { promisedCard } from './promised-card.ts'
import type { PromisedToMember } from './promised.sql.ts'

export type Mine = {
  /** whose list it can be */
  readonly members: readonly Member[]
  /** whose list it is; several when an assistant looks at all of them */
  readonly chosen: readonly Member[]
  /** the viewer is the one member */
  readonly own: boolean
  readonly mayRaise: boolean
  readonly q: string
  readonly waiting: readonly Listed[]
  readonly open: readonly Listed[]
  readonly closed: readonly Listed[]
  /** where the next page of closed ones begins; undefined at the end */
  readonly moreClosed: string | undefined
  readonly figures: OwnFigures | undefined
  /** what they were promised and still wait for */
  readonly promised: readonly PromisedToMember[]
  readonly today: Day
}

/** The member's enquiries: first what waits for them, then what is open, then what is over. */
export function minePage(it: Mine): Page {
  const isEmpty = it.waiting.length + it.open.length + it.closed.length === 0
  const body = html`
    ${heading(it)} ${(!isEmpty || it.q || it.members.length > 1) && finder(it)}
    ${isEmpty ? (it.q ? nothingFound(it) : invitation(it)) : lists(it)}
  `
  return { title: titleOf(it), body, ownHeading: true, wide: true, current: '/enquiries/mine' }
}

const titleOf = ({ own }: Mine): string => (own ? 'My enquiries' : 'Members’ enquiries')

const heading = (it: Mine): Html =>
  pageHeaderActions({
    heading: { text: titleOf(it), classes: 'govuk-heading-l' },
    items: it.mayRaise ? [{ text: 'Raise an enquiry', href: '/enquiries/new' }] : [],
  })

const ownFigures = ({ items, meanings }: OwnFigures): Html => html`
  <h2 class="govuk-heading-m">The last 12 months</h2>
  ${figures({ items })}
  ${details({
    summaryText: 'What these figures count',
    html: html`<dl>
      ${meanings.map(
        ([name, meaning]) =>
          html`<dt><strong>${name}</strong></dt>
            <dd class="govuk-!-margin-left-0 govuk-!-margin-bottom-2">${meaning}</dd>`,
      )}
    </dl>`,
  })}
`

const searchLabel = { text: 'Search by words or number' }

/** Whose enquiries, where that is a question, and which of them. */
const finder = ({ members, chosen, q }: Mine): Html =>
  members.length === 1
    ? search({
        action: '/enquiries/mine',
        label: searchLabel,
        input: { name: 'q', value: q, classes: 'govuk-input--width-20' },
        button: { text: 'Search', classes: 'govuk-button--secondary' },
      })
    : html`<search>
        <form method="get" action="/enquiries/mine">
          ${select({
            name: 'member',
            label: { text: 'Whose enquiries?' },
            items: [
              { value: '', text: 'All members' },
              ...members.map(it => ({ value: it.id, text: `${it.name}, ${it.ward}` })),
            ],
            value: chosen.length === 1 ? chosen[0]!.id : '',
          })}
          ${textInput({ name: 'q', type: 'search', label: searchLabel, value: q, classes: 'govuk-input--width-20' })}
          ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
        </form>
      </search>`

const lists = (it: Mine): Html => html`
  ${section('Needs your attention', it.waiting, it, it.q === '' ? 'Nothing waits for you.' : '')}
  ${section('Open', it.open, it, '', lateWords(it))} ${promisedCard(it.promised, it)}
  ${it.figures && it.figures.received > 0 && !it.q && ownFigures(it.figures)} ${section('Closed', it.closed, it, '')}
  ${it.moreClosed &&
  html`<p class="govuk-body"><a class="govuk-link" href="${it.moreClosed}">Show older closed enquiries</a></p>`}
`

/** What a councillor wants to know first. */
function lateWords({ open, today }: Mine): Html | false {
  const late = open.filter(row => listTag(row, today).tone === 'late').length
  return late > 0 && html`<p class="govuk-body">${late === 1 ? '1 of them is late.' : `${late} of them are late.`}</p>`
}

function section(
  title: string,
  rows: readonly Listed[],
  it: Mine,
  whenEmpty: string,
  before: Html | false = false,
): Html {
  if (rows.length === 0 && !whenEmpty) return nothing
  return html`<h2 class="govuk-heading-m">${title}</h2>
    ${before}
    ${rows.length === 0
      ? html`<p class="govuk-body os-quiet">${whenEmpty}</p>`
      : workList({
          caption: title,
          columns: [
            { text: 'Enquiry' },
            ...(it.chosen.length > 1 ? [{ text: 'Member' }] : []),
            { text: 'Status' },
            { text: title === 'Closed' ? 'Who had it' : 'Who has it' },
            { text: dateTitle(title), classes: 'os-nowrap' },
          ],
          rows: rows.map(row => line(row, it)),
        })}`
}

const dateTitle = (title: string): string => (title === 'Closed' ? 'Closed' : title === 'Open' ? 'Due' : 'Since')

function line(row: Listed, { chosen, today }: Mine): WorkListRow {
  const name = html`<a class="govuk-link" href="/enquiries/${row.reference}/track"
      ><bdi>${shortened(row.subject, 140)}</bdi></a
    >
    <span class="os-quiet os-reference">${row.reference}</span>`
  const late = listTag(row, today).tone === 'late'
  return {
    cells: [
      { html: name },
      ...(chosen.length > 1 ? [{ text: row.memberName }] : []),
      { html: statusTag(needsWords(row, today)) },
      { text: [row.holderName, row.mailboxName ?? 'Member services'].filter(Boolean).join(', ') },
      { text: dateOf(row) },
    ],
    ...(late && { classes: 'os-list__row--late' }),
  }
}

const needsWords = (row: Listed, today: Day) =>
  row.status === 'answered' ? { text: 'Does this answer it?', tone: 'soon' as const } : listTag(row, today)

function dateOf({ status, dueOn, answeredOn, closedOn, receivedOn }: Listed): string {
  const on = status === 'closed' ? closedOn : status === 'answered' ? answeredOn : (dueOn ?? receivedOn)
  return on ? inWords(on) : ''
}

const nothingFound = ({ q }: Mine): Html =>
  emptyState({
    heading: { text: 'Nothing found' },
    html: html`No enquiry has “<bdi>${shortened(q, 100)}</bdi>” in its subject or as its reference.`,
    action: html`<a class="govuk-link" href="/enquiries/mine">Show all enquiries</a>`,
  })

const invitation = ({ mayRaise, own }: Mine): Html =>
  emptyState({
    heading: { text: own ? 'You have not asked the council anything yet' : 'Nothing has been raised yet' },
    text: 'Ask about anything a resident brings you. You see here who deals with it and when you get an answer. You can also simply email the council: it appears here all the same.',
    action: mayRaise
      ? button({ text: 'Raise an enquiry', href: '/enquiries/new', classes: 'govuk-!-margin-bottom-0' })
      : nothing,
  })
