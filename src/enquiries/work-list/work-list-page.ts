import type { Calendar } from '#clock/door.ts'
import { shortened } from '#kernel/text.ts'
import type { Mailbox } from '#mailboxes/door.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { subNavigation } from '#platform/views/components/sub-navigation.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Listed } from '../list.sql.ts'
import { narrowingForm } from './narrowing-form.ts'
import { addressWith, isSearch, type Narrowing } from './narrowing.ts'
import { countOf, type ViewCounts } from './view-counts.sql.ts'
import { viewNamed, viewNames, type Me } from './views.ts'
import { workRow } from './work-row.ts'

export type WorkList = {
  readonly asked: Asked
  readonly me: Me
  readonly narrowing: Narrowing
  readonly lines: readonly Listed[]
  /** where the next page begins */
  readonly next: string | undefined
  readonly counts: ViewCounts
  readonly mailboxes: readonly Mailbox[]
  readonly calendar: Calendar
}

/** The work in order of risk: what is latest first, then what is due soon, what waits for a member last. */
export const workListPage = (list: WorkList): Page => ({
  title: `${nameOf(list.narrowing)} – Work list`,
  ownHeading: true,
  wide: true,
  current: '/enquiries',
  body: html`<h1 class="govuk-heading-l">Work list</h1>
    ${viewLinks(list)} ${narrowingForm(list.narrowing, list.mailboxes)} ${searchWords(list.narrowing)}
    ${list.lines.length > 0 ? lines(list) : nothingThere(list)}`,
})

const nameOf = (narrowing: Narrowing): string => (isSearch(narrowing) ? 'Search' : viewNamed(narrowing.view).text)

/** Says where was looked: a search leaves the view. */
const searchWords = (narrowing: Narrowing): Html | false =>
  isSearch(narrowing) &&
  html`<p class="govuk-body">
    Everything you may see with “<bdi>${shortened(narrowing.q, 100)}</bdi>” in its subject or as its number, closed ones
    too, newest first. <a class="govuk-link" href="/enquiries?view=${narrowing.view}">Leave the search</a>
  </p>`

const viewLinks = ({ narrowing, counts }: WorkList): Html =>
  subNavigation({
    label: 'Views of the work list',
    items: viewNames.map(view => ({
      html: html`${viewNamed(view).text} <span class="os-count">${countOf(counts, view)}</span>`,
      href: `/enquiries?view=${view}`,
      active: !isSearch(narrowing) && narrowing.view === view,
    })),
  })

const lines = (list: WorkList): Html => html`${workList({
  caption: `${nameOf(list.narrowing)}, ${isSearch(list.narrowing) ? 'newest' : 'most urgent'} first`,
  classes: 'os-list--work',
  columns: [
    { text: 'Enquiry' },
    { text: 'Member' },
    { text: 'With' },
    { text: 'Due', classes: 'os-list__brief' },
    { text: 'Status', classes: 'os-list__brief' },
    { text: 'Act', hidden: true },
  ],
  rows: list.lines.map(it => workRow(it, list)),
})}
${(list.next !== undefined || list.narrowing.after) && paging(list)}`

/** Forward line by line, and back to the beginning: a list that changes all the time has no page numbers. */
const paging = ({ narrowing, next }: WorkList): Html =>
  pagination({
    landmarkLabel: 'Pages of the work list',
    ...(narrowing.after && { previous: { text: 'First page', href: addressWith(narrowing) } }),
    ...(next !== undefined && { next: { href: addressWith(narrowing, { after: next }) } }),
  })

function nothingThere({ narrowing }: WorkList): Html {
  const narrowed = Boolean(narrowing.q || narrowing.mailbox || narrowing.status || narrowing.overdue)
  const { empty } = viewNamed(narrowing.view)
  if (!narrowed) return emptyState({ heading: { text: empty.heading }, text: empty.words })
  if (isSearch(narrowing))
    return emptyState({ heading: { text: 'Nothing matches' }, text: 'Try fewer words, or only the number.' })
  return emptyState({
    heading: { text: 'Nothing matches' },
    text: 'Look in all you may see, search, choose another status, or take away what narrows the list.',
    action: html`<a class="govuk-link" href="/enquiries?view=${narrowing.view}">Show the whole view</a>`,
  })
}
