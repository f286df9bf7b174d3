import { numberInWords } from '#kernel/text.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { csrfField, errorSummaryFor } from '#platform/views/components/form.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { subNavigation } from '#platform/views/components/sub-navigation.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Listed, Order } from '../list.sql.ts'
import { addressFields, addressOf } from './address.ts'
import { chips, sortWords } from './chips.ts'
import { headOf } from './columns.ts'
import { filterPanel } from './filter-panel.ts'
import { isNarrowed, isSearch, type Narrowing } from './narrowing.ts'
import type { Registers } from './registers.ts'
import { countOf, numberUpTo, type ViewCounts } from './view-counts.sql.ts'
import { viewNamed, viewNames } from './views.ts'
import { takeForm, workRow, type RowDrawing } from './work-row.ts'

export type WorkList = RowDrawing & {
  readonly narrowing: Narrowing
  readonly order: Order
  readonly lines: readonly Listed[]
  /** where the next page begins */
  readonly next: string | undefined
  readonly counts: ViewCounts
  /** how many match, counted up to a limit */
  readonly matches: number
  readonly registers: Registers
  /** the panel with everything to filter by stands open */
  readonly filters: boolean
  readonly csrf: string
  readonly typed?: (name: string) => string | undefined
  readonly refusal?: Refusal | undefined
}

/** The work in order of risk: what is latest first, then what is due soon, what waits for a member last. */
export const workListPage = (list: WorkList): Page => ({
  title: `${nameOf(list.narrowing)} – Work list`,
  ownHeading: true,
  wide: true,
  current: '/enquiries',
  body: html`${errorSummaryFor(list.refusal)}
    <h1 class="govuk-heading-l">Work list</h1>
    ${viewLinks(list)} ${searchLine(list.narrowing)} ${list.filters && filterPanel(list)}
    ${chips(list.narrowing, list.registers)} ${list.lines.length > 0 ? lines(list) : nothingThere(list)}`,
})

const nameOf = (narrowing: Narrowing): string => (isSearch(narrowing) ? 'Search' : viewNamed(narrowing.view).text)

const viewLinks = ({ narrowing, counts }: WorkList): Html =>
  subNavigation({
    label: 'Views of the work list',
    items: viewNames
      .filter(view => !viewNamed(view).seldom || counts[view] > 0 || view === narrowing.view)
      .map(view => ({
        html: html`${viewNamed(view).text} <span class="os-count">${countOf(counts, view)}</span>`,
        href: `/enquiries?view=${view}`,
        active: !isSearch(narrowing) && narrowing.view === view,
      })),
  })

/** Words to look for go with everything else that narrows the list. */
const searchLine = (it: Narrowing): Html =>
  html`<form class="os-narrow" method="get" action="/enquiries" role="search">
    ${addressFields(it)
      .filter(([name]) => name !== 'q')
      .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <div class="os-narrow__line">
      ${textInput({ name: 'q', type: 'search', label: { text: 'Search by words or number' }, value: it.q })}
      ${button({ text: 'Search', classes: 'govuk-button--secondary' })}
      ${button({ text: 'Filters', href: `${addressOf(it)}&filters=open#filters`, classes: 'govuk-button--secondary' })}
    </div>
  </form>`

const lines = (list: WorkList): Html => html`${resultsLine(list)}
${list.takes && html`<form id="${takeForm}" method="post">${csrfField(list.csrf)}</form>`}
${workList({
  caption: `${nameOf(list.narrowing)}, ${sortWords(list.order)}`,
  classes: 'os-list--work',
  named: list.picks ? 1 : 0,
  columns: [
    ...(list.picks ? [{ text: 'Select', hidden: true, classes: 'os-list__pick' }] : []),
    { text: 'Enquiry' },
    ...list.columns.map(name => headOf(name, list.order, sort => addressOf({ ...list.narrowing, sort }))),
    ...(list.takes ? [{ text: 'Act', hidden: true }] : []),
  ],
  rows: list.lines.map(it => workRow(it, list)),
})}
${(list.next !== undefined || list.narrowing.after) && paging(list)}`

/** What is shown out of what, and in which order. */
function resultsLine({ lines, matches, narrowing, next, order }: WorkList): Html {
  const shown = numberInWords(lines.length)
  const all = numberUpTo(matches)
  const isWhole = next === undefined && !narrowing.after
  const where = isSearch(narrowing) ? ' in everything you may see, closed ones too' : ''
  return html`<p class="os-results">
    <span
      >Showing <strong>${isWhole ? `all ${shown}` : `${shown} of ${all}`}</strong>${where}, ${sortWords(order)}</span
    >
    <a class="govuk-link" href="/enquiries/columns">Columns</a>
  </p>`
}

/** Forward line by line, and back to the beginning: a list that changes all the time has no page numbers. */
const paging = ({ narrowing, next }: WorkList): Html =>
  pagination({
    landmarkLabel: 'Pages of the work list',
    ...(narrowing.after && { previous: { text: 'First page', href: addressOf(narrowing) } }),
    ...(next !== undefined && { next: { href: addressOf(narrowing, next) } }),
  })

function nothingThere({ narrowing }: WorkList): Html {
  const { empty } = viewNamed(narrowing.view)
  if (!isNarrowed(narrowing)) return emptyState({ heading: { text: empty.heading }, text: empty.words })
  const text = isSearch(narrowing)
    ? 'Try fewer words, or only the number, or take away what else narrows the list.'
    : 'Look in all you may see, search, choose another status, or take away what narrows the list.'
  return emptyState({
    heading: { text: 'Nothing matches' },
    text,
    action: html`<a class="govuk-link" href="/enquiries?view=${narrowing.view}">Show the whole view</a>`,
  })
}
