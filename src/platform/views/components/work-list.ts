import { html, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type WorkListColumn = {
  text: string
  format?: 'numeric'
  classes?: string
  /** read out but not shown, for a column of marks or buttons */
  hidden?: boolean
}

export type WorkListRow = { cells: readonly Content[]; classes?: string; attributes?: Attributes }

export type WorkListParams = {
  /** what the list holds, read out before it */
  caption: string
  columns: readonly WorkListColumn[]
  /** the first cell names its row and is usually a link */
  rows: readonly WorkListRow[]
  classes?: string
}

/**
 * A list of work as a table; on a narrow screen each row becomes a card with its columns' names beside the values. The
 * roles are written out because some browsers forget a table's meaning when it is laid out as blocks.
 */
export function workList(params: WorkListParams): Html {
  return html`<table class="${classes('govuk-table os-list', params.classes)}" role="table">
    <caption class="govuk-visually-hidden">
      ${params.caption}
    </caption>
    <thead class="os-list__head" role="rowgroup">
      <tr role="row">
        ${params.columns.map(columnHead)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${params.rows.map(it => row(it, params.columns))}
    </tbody>
  </table>`
}

function columnHead(column: WorkListColumn): Html {
  const all = { scope: 'col', role: 'columnheader', class: cellClasses('os-list__column', column) }
  const words = column.hidden ? html`<span class="govuk-visually-hidden">${column.text}</span>` : column.text
  return html`<th${attributes(all)}>${words}</th>`
}

function row(it: WorkListRow, columns: readonly WorkListColumn[]): Html {
  const all = { role: 'row', class: classes('os-list__row', it.classes), ...it.attributes }
  return html`<tr${attributes(all)}>${it.cells.map((content, at) => cell(content, columns[at], at === 0))}</tr>`
}

function cell(content: Content, column: WorkListColumn | undefined, first: boolean): Html {
  const label = column && !column.hidden ? column.text : undefined
  if (first) {
    const all = { scope: 'row', role: 'rowheader', class: cellClasses('os-list__name', column), 'data-label': label }
    return html`<th${attributes(all)}>${inside(content)}</th>`
  }
  const all = { role: 'cell', class: cellClasses('os-list__cell', column), 'data-label': label }
  return html`<td${attributes(all)}>${inside(content)}</td>`
}

const cellClasses = (own: string, column: WorkListColumn | undefined): string =>
  classes(own, column?.format && `os-list__figure`, column?.classes)
