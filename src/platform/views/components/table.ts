import { html, type Html, type Piece } from '#platform/views/html.ts'
import { attributes, classes, each, inside, type Attributes, type Content, type Maybe } from './content.ts'

export type TableCell = Content & {
  /** `numeric` aligns figures to the right */
  format?: string
  classes?: string
  colspan?: number
  rowspan?: number
  attributes?: Attributes
}

export type TableParams = {
  rows: readonly Maybe<readonly TableCell[]>[]
  head?: readonly TableCell[]
  caption?: string
  captionClasses?: string
  firstCellIsHeader?: boolean
  classes?: string
  attributes?: Attributes
}

/** Figures and facts in rows and columns. */
export function table(params: TableParams): Html {
  const all = { class: classes('govuk-table', params.classes), ...params.attributes }
  const rowHeaders = params.firstCellIsHeader
  return html`<table${attributes(all)}>
    ${caption(params)}
    ${
      params.head &&
      html`<thead class="govuk-table__head">
        ${row(params.head.map(it => header(it, 'col')))}
      </thead>`
    }
    <tbody class="govuk-table__body">
      ${each(params.rows, cells => row(cells.map((it, at) => (at === 0 && rowHeaders ? header(it, 'row') : cell(it)))))}
    </tbody>
  </table>`
}

const row = (cells: readonly Html[]): Html =>
  html`<tr class="govuk-table__row">
    ${cells}
  </tr>`

function caption(params: TableParams): Piece {
  if (!params.caption) return ''
  return html`<caption class="${classes('govuk-table__caption', params.captionClasses)}">
    ${params.caption}
  </caption>`
}

function header(it: TableCell, scope: 'col' | 'row'): Html {
  const format = scope === 'col' && it.format && `govuk-table__header--${it.format}`
  const all = { scope, class: classes('govuk-table__header', format, it.classes), ...spans(it), ...it.attributes }
  return html`<th${attributes(all)}>${inside(it)}</th>`
}

function cell(it: TableCell): Html {
  const format = it.format && `govuk-table__cell--${it.format}`
  const all = { class: classes('govuk-table__cell', format, it.classes), ...spans(it), ...it.attributes }
  return html`<td${attributes(all)}>${inside(it)}</td>`
}

const spans = (it: TableCell): Attributes => ({ colspan: it.colspan || undefined, rowspan: it.rowspan || undefined })
