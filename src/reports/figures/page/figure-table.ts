import { statusTag } from '#platform/views/components/status-tag.ts'
import { workList, type WorkListColumn, type WorkListRow } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { dimensionWords } from '../dimension.ts'
import type { FigureRow } from '../figure.ts'
import type { Told } from '../figures.ts'
import type { Measure } from '../measure.ts'
import { measureNamed, type MeasureKey } from '../measures.ts'
import { addressOf, drillAddress, figuresPath, pathOf, type Asking } from './asking.ts'
import { groups } from './groups.ts'
import { restsOn, toneOf, valueInWords, type Limits } from './in-words.ts'

export const measuresOf = ({ show }: Pick<Asking, 'show'>): (Measure & { key: MeasureKey })[] =>
  groups[show].measures.map(key => measureNamed(key) as Measure & { key: MeasureKey })

/** The figures as a table: all of it first, then row by row. On a phone each row is a card. */
export function figureTable(asking: Asking, told: Told, limits: Limits): Html {
  const shown = measuresOf(asking)
  return workList({
    caption: `Figures by ${dimensionWords[asking.by].toLowerCase()}`,
    classes: 'os-figure-table',
    columns: [{ text: dimensionWords[asking.by] }, ...shown.map(it => headOf(it, asking))],
    rows: [
      line(told.all, 'Everything', undefined, shown, asking, limits),
      ...sorted(told.rows, asking).map(row => line(row, row.label, row.key, shown, asking, limits)),
    ],
  })
}

/** The head of a measure; pressing it sorts by it, one way and then the other. Members stand by name alone. */
function headOf({ key, label }: Measure & { key: MeasureKey }, asking: Asking): WorkListColumn {
  const column = { text: label, format: 'numeric' as const }
  if (asking.by === 'member') return column
  const isSorted = asking.sort === key
  const href = pathOf(figuresPath, addressOf(asking, { sort: key, order: isSorted && asking.falling ? 'up' : '' }))
  return {
    ...column,
    html: html`<a class="govuk-link os-list__sort" href="${href}">${label}</a>`,
    ...(isSorted && { sorted: asking.falling ? ('descending' as const) : ('ascending' as const) }),
  }
}

/** Rows with too few to say come last, whichever way. */
export function sorted(rows: readonly FigureRow[], { sort, falling }: Asking): readonly FigureRow[] {
  if (!sort) return rows
  const valueOf = (row: FigureRow): number | undefined => {
    const figure = row.values[sort]
    return 'tooFew' in figure ? undefined : figure.value
  }
  return rows.toSorted((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)]
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
    return falling ? other - one : one - other
  })
}

function line(
  row: FigureRow,
  label: string,
  key: string | undefined,
  shown: readonly (Measure & { key: MeasureKey })[],
  asking: Asking,
  limits: Limits,
): WorkListRow {
  return {
    cells: [
      { html: key === undefined ? html`<strong>${label}</strong>` : html`<bdi>${label}</bdi>` },
      ...shown.map(it => ({ html: cell(row, it, key, asking, limits) })),
    ],
    ...(key === undefined && { classes: 'os-figure-table__all' }),
  }
}

function cell(
  row: FigureRow,
  measure: Measure & { key: MeasureKey },
  key: string | undefined,
  asking: Asking,
  limits: Limits,
): Html {
  const figure = row.values[measure.key]
  const note = restsOn(measure, figure)
  if ('tooFew' in figure)
    return html`<span class="os-quiet"
      >–${note && html` ${link(drillAddress(asking, measure.key, 'all', key), note)}`}</span
    >`
  const tone = toneOf(measure, figure, limits)
  const part = measure.how.as === 'share' || measure.how.as === 'number' ? 'counted' : 'all'
  const value = valueInWords(measure, figure.value)
  const shown = figure.n === 0 ? value : link(drillAddress(asking, measure.key, part, key), value)
  return html`<span class="os-figure-value">${shown} ${tone && statusTag({ text: tone.words, tone: tone.tone })}</span>
    ${note && html`<span class="os-quiet">${note}</span>`}`
}

/** The headings of its row and column say what it is about: words hidden in each would double the page. */
const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`
