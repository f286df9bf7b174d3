import { numberInWords } from '#kernel/text.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { assetUrl } from '#platform/views/assets/build.ts'
import { csrfField, errorSummaryFor } from '#platform/views/components/form.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { subNavigation } from '#platform/views/components/sub-navigation.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Listed, Order } from '../list.sql.ts'
import { addressFields, addressOf, addressWords } from './address.ts'
import { chips, sortWords } from './chips.ts'
import { headOf } from './columns.ts'
import { ways } from './keys/keys.ts'
import { filterPanel } from './filter-panel.ts'
import { isNarrowed, isSearch, type Narrowing } from './narrowing.ts'
import type { Registers } from './registers.ts'
import { countOf, numberUpTo, type ViewCounts } from './view-counts.sql.ts'
import { viewNamed, viewNames } from './views.ts'
import { pickForm, takeForm, workRow, type RowDrawing } from './work-row.ts'

/** What the lines are drawn with, which is known before everything is counted. */
type Lines = RowDrawing & {
  readonly narrowing: Narrowing
  readonly order: Order
  readonly lines: readonly Listed[]
}

export type WorkList = Lines & {
  /** the lines, drawn */
  readonly table: Html
  /** where the next page begins */
  readonly next: string | undefined
  readonly counts: ViewCounts
  /** single keys do something */
  readonly keys: boolean
  readonly saved: readonly { readonly name: string; readonly address: string; readonly n: number }[]
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
    <div id="views" data-live="30">${viewLinks(list)} ${savedLinks(list)}</div>
    ${searchLine(list.narrowing)} ${list.filters && filterPanel(list)} ${chips(list.narrowing, list.registers)}
    <div data-list data-keys="${list.keys ? 'on' : 'off'}" data-ways="${waysByLetter}">
      <div id="lines" data-live="30">${list.lines.length > 0 ? lines(list) : nothingThere(list)}</div>
    </div>
    <script type="module" src="${assetUrl('list.js')}"></script>`,
})

const waysByLetter = JSON.stringify(Object.fromEntries(ways.map(({ letter, href }) => [letter, href])))

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

/** The lists somebody saved, or that were shared with them, each with its count. */
const savedLinks = ({ saved, narrowing }: WorkList): Html | false =>
  saved.length > 0 &&
  html`<nav class="os-saved" aria-label="Saved views">
    <ul>
      ${saved.map(
        ({ name, address, n }) =>
          html`<li>
            <a
              class="govuk-link"
              href="/enquiries?${address}"
              ${address === addressWords(narrowing) && html` aria-current="page"`}
              >${name}</a
            >
            <span class="os-count">${numberUpTo(n)}</span>
          </li>`,
      )}
      <li><a class="govuk-link" href="/enquiries/views">Look after saved views</a></li>
    </ul>
  </nav>`

/** Words to look for go with everything else that narrows the list. */
const searchLine = (it: Narrowing): Html =>
  html`<form class="os-narrow" method="get" action="/enquiries" role="search">
    ${addressFields(it)
      .filter(([name]) => name !== 'q')
      .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <div class="os-narrow__line">
      ${textInput({ name: 'q', type: 'search', label: { text: 'Search by words or number' }, value: it.q })}
      ${button({ text: 'Search', classes: 'govuk-button--secondary' })}
      ${button({
        text: 'Filters',
        href: `${addressOf(it)}&filters=open#filters`,
        classes: 'govuk-button--secondary',
        attributes: { 'data-filters': true },
      })}
    </div>
  </form>`

const lines = (list: WorkList): Html => html`${resultsLine(list)}
${list.takes && html`<form id="${takeForm}" method="post">${csrfField(list.csrf)}</form>`} ${list.table}
${list.picks && bulkBar(list)} ${(list.next !== undefined || list.narrowing.after) && paging(list)}`

export const tableOf = (list: Lines): Html =>
  workList({
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
  })

/** What can be done to the ticked ones, or to all that match, whether they stand on this page or not. */
const bulkBar = ({ narrowing, matches }: WorkList): Html =>
  html`<form class="os-bulk" id="${pickForm}" method="get" action="/enquiries/bulk" aria-label="Do one thing to many">
    ${addressFields(narrowing).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <p class="govuk-body" data-ticked>Tick enquiries to do one thing to all of them</p>
    <button class="govuk-button govuk-button--secondary" type="button" data-tick-page hidden>Tick this page</button>
    ${button({ text: 'Act on the ticked ones', name: 'scope', value: 'ticked' })}
    ${button({
      text: `Act on all ${numberUpTo(matches)} that match`,
      name: 'scope',
      value: 'all',
      classes: 'govuk-button--secondary',
    })}
    <a class="govuk-link" href="/enquiries/bulk/last">What you did before</a>
  </form>`

/** What is shown out of what, and in which order. */
function resultsLine({ lines, matches, narrowing, next, order, picks }: WorkList): Html {
  const shown = numberInWords(lines.length)
  const all = numberUpTo(matches)
  const isWhole = next === undefined && !narrowing.after
  const where = isSearch(narrowing) ? ' in everything you may see, closed ones too' : ''
  return html`<p class="os-results">
    <span
      >Showing <strong>${isWhole ? `all ${shown}` : `${shown} of ${all}`}</strong>${where}, ${sortWords(order)}</span
    >
    ${listLinks(narrowing, picks, matches)}
  </p>`
}

/** What can be done with the list itself. */
const listLinks = (narrowing: Narrowing, picks: boolean, matches: number): Html =>
  html`<span class="os-results__links">
    ${picks &&
    html`<a class="govuk-link" href="/enquiries/bulk?scope=all&amp;${addressWords(narrowing)}"
      >Act on all ${numberUpTo(matches)}</a
    >`}
    <a class="govuk-link" href="/enquiries/views/new?${addressWords(narrowing)}">Save this view</a>
    <a class="govuk-link" href="/enquiries/columns">Columns</a>
    <a class="govuk-link" href="/enquiries/export?${addressWords(narrowing)}">Export</a>
    <a class="govuk-link" href="/enquiries/seen">Recently seen</a>
    <a class="govuk-link" href="/enquiries/keys">Keys</a>
  </span>`

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
