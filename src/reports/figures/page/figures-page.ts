import { inWords, instantInWords, type Day } from '#kernel/day.ts'
import { counted, listInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { button } from '#platform/views/components/button.ts'
import { datePicker } from '#platform/views/components/date-picker.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { select } from '#platform/views/components/select.ts'
import { subNavigation } from '#platform/views/components/sub-navigation.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { dimensions, dimensionWords, type Dimension } from '../dimension.ts'
import type { Told } from '../figures.ts'
import { measures } from '../measures.ts'
import type { Registers } from '../registers.ts'
import { addressOf, figuresPath, pathOf, type Asking } from './asking.ts'
import { asTyped, periodInWords, periodWords } from './chosen-period.ts'
import { figureTable, measuresOf } from './figure-table.ts'
import { groups, type GroupName } from './groups.ts'
import type { Limits } from './in-words.ts'

export type FiguresView = {
  readonly asking: Asking
  readonly told: Told
  readonly registers: Registers
  readonly limits: Limits
  readonly mayMembers: boolean
  readonly fewest: number
  readonly today: Day
  /** the last comparison with the events; undefined before the first night */
  readonly compared: { readonly at: Date; readonly mendedCount: number } | undefined
}

/** How the council answers: one calm table, what each figure counts beside it, and the way to the enquiries behind it. */
export function figuresPage(view: FiguresView): Page {
  const { asking, told } = view
  const title = 'Figures'
  const body = html`${errorSummaryFor(asking.refusal)}
    <h1 class="govuk-heading-l govuk-!-margin-bottom-2">${title}</h1>
    <p class="govuk-body">${about(view)}</p>
    ${chooser(view)} ${chosen(view)}
    ${subNavigation({
      label: 'Which figures',
      items: (Object.keys(groups) as GroupName[]).map(name => ({
        text: groups[name].label,
        href: pathOf(figuresPath, addressOf(asking, { show: name === 'overview' ? '' : name, sort: '', order: '' })),
        active: name === asking.show,
      })),
    })}
    ${told.all.n === 0
      ? nothingThere(view)
      : html`${scrolling(figureTable(asking, told, view.limits))} ${files(asking)}`}
    ${definitions(view)}`
  return { title, body, ownHeading: true, wide: true, current: figuresPath }
}

const about = ({ asking, told }: FiguresView): Html =>
  html`<strong>${periodInWords(asking.period)}</strong>: ${counted(told.all.n, 'enquiry', 'enquiries')} received, as
    they stand today.`

/** A GET form: what it leads to is an address to keep and pass on. */
const chooser = ({ asking, registers, mayMembers }: FiguresView): Html => {
  const open = dimensions.filter(it => it !== 'member' || mayMembers)
  return html`<form class="os-figure-chooser os-no-print" method="get" action="${figuresPath}" novalidate>
    ${asking.show !== 'overview' && html`<input type="hidden" name="show" value="${asking.show}" />`}
    <div class="os-figure-chooser__fields">
      ${select({
        name: 'period',
        label: { text: 'Received' },
        value: asking.name,
        items: Object.entries(periodWords).map(([value, text]) => ({ value, text })),
      })}
      ${select({
        name: 'by',
        label: { text: 'Broken down by' },
        value: asking.by,
        items: open.map(value => ({ value, text: dimensionWords[value] })),
      })}
      ${button({ text: 'Show' })}
    </div>
    ${details({
      summaryText: 'Own dates and filters',
      open: asking.name === 'own' || asking.refusal !== undefined || Object.keys(asking.within).length > 0,
      html: html`<div class="os-figure-chooser__fields">
        ${dateBox('from', 'First day', asking)} ${dateBox('to', 'Last day', asking)}
        ${open.map(by => narrowing(by, asking, registers))}
      </div>`,
    })}
  </form>`
}

const dateBox = (name: 'from' | 'to', label: string, { typed, period, refusal, name: chosen }: Asking): Html =>
  datePicker({
    name,
    label: { text: label },
    ...(name === 'from' && { hint: { text: 'For own dates, like 29/12/2026' } }),
    value: chosen === 'own' && refusal ? typed[name] : asTyped(period[name]),
    errorMessage: errorFor(refusal, name),
    classes: 'govuk-input--width-10',
  })

function narrowing(by: Dimension, { within }: Asking, registers: Registers): Html {
  const keys = within[by] ?? []
  const value = keys.join(',')
  const known = registers.all(by)
  const several = keys.length > 1 && { value, text: `${keys.length} chosen` }
  const other = keys.length === 1 &&
    known.every(it => it.key !== value) && { value, text: registers.entryOf(by, registers.idsOf(by, keys)[0]!).label }
  return select({
    name: by,
    label: { text: dimensionWords[by] },
    value,
    items: [{ value: '', text: 'All' }, several, other, ...known.map(it => ({ value: it.key, text: it.label }))],
  })
}

/** What narrows the figures, each with the way to leave it out. */
function chosen({ asking, registers }: FiguresView): Html {
  const all = Object.entries(asking.within) as [Dimension, readonly string[]][]
  if (all.length === 0) return nothing
  return html`<ul class="govuk-list os-figure-chosen">
    ${all.map(([by, keys]) => {
      const labels = keys.map(key => registers.entryOf(by, registers.idsOf(by, [key])[0]!).label)
      return html`<li>
        ${dimensionWords[by]}: <strong>${listInWords(labels, 'or')}</strong>
        <a class="govuk-link os-no-print" href="${pathOf(figuresPath, addressOf(asking, { [by]: '' }))}"
          >Leave out<span class="govuk-visually-hidden"> the filter ${dimensionWords[by].toLowerCase()}</span></a
        >
      </li>`
    })}
  </ul>`
}

const nothingThere = ({ asking }: FiguresView): Html =>
  emptyState({
    heading: { text: 'Nothing was received' },
    text: `No enquiry that you may count was received from ${inWords(asking.period.from)} to ${inWords(asking.period.to)}${Object.keys(asking.within).length > 0 ? ' within these filters' : ''}.`,
    action: html`<a class="govuk-link" href="${figuresPath}">Show the last 12 months</a>`,
  })

const files = (asking: Asking): Html => {
  const words = addressOf(asking, { show: '', sort: '', order: '' })
  return html`<p class="govuk-body os-no-print">
    All figures of these rows:
    <a class="govuk-link" href="${pathOf('/reports/figures.csv', words)}">as CSV</a>,
    <a class="govuk-link" href="${pathOf('/reports/figures.xlsx', words)}">for Excel</a>
  </p>`
}

/** The one definition of each measure, unfolded beside what it says. */
const definitions = ({ asking, limits, fewest, compared }: FiguresView): Html => html`<section class="os-definitions">
  <h2 class="govuk-heading-m" id="definitions">What these figures count</h2>
  <dl>
    ${measuresOf(asking).map(
      it => html`<dt><strong>${it.label}</strong></dt>
        <dd>${it.definition}</dd>`,
    )}
  </dl>
  <p class="govuk-body">
    Shares in target are on target from ${limits.green}%, nearly from ${limits.amber}%, and below it otherwise. Of fewer
    than ${fewest} there is too little to say. Restricted matters count in a row of their own, whatever they are about.
  </p>
  ${details({
    summaryText: 'All definitions',
    html: html`<dl>
      ${measures.map(
        it => html`<dt><strong>${it.label}</strong></dt>
          <dd>${it.definition}</dd>`,
      )}
    </dl>`,
  })}
  <p class="govuk-body os-quiet">
    Worked out from what happened to each enquiry.
    ${compared &&
    html`Compared with every event on ${instantInWords(compared.at)}:
    ${compared.mendedCount === 0
      ? 'nothing differed.'
      : `${counted(compared.mendedCount, 'enquiry', 'enquiries')} mended.`}`}
  </p>
</section>`
