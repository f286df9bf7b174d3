import { html, trusted, type Html } from '#platform/views/html.ts'
import { attributes, classes, inside, type Attributes, type Content } from './content.ts'

export type WorkListColumn = {
  text: string
  /** instead of the text: a link that sorts, say */
  html?: Html
  format?: 'numeric'
  classes?: string
  /** read out but not shown, for a column of marks or buttons */
  hidden?: boolean
  sorted?: 'ascending' | 'descending'
}

export type WorkListRow = { cells: readonly Content[]; classes?: string; attributes?: Attributes }

export type WorkListParams = {
  /** what the list holds, read out before it */
  caption: string
  columns: readonly WorkListColumn[]
  /** the column that names its row, usually by a link; the first one unless told */
  named?: number
  rows: readonly WorkListRow[]
  classes?: string
}

/**
 * A list of work as a table; on a narrow screen each row becomes a card with its columns' names beside the values. The
 * roles are written out because some browsers forget a table's meaning when it is laid out as blocks.
 */
export function workList(params: WorkListParams): Html {
  const { columns, named = 0 } = params
  const frames = columns.map((it, at) => frameOf(it, at === named))
  return html`<table class="${classes('govuk-table os-list', params.classes)}" role="table">
    <caption class="govuk-visually-hidden">
      ${params.caption}
    </caption>
    <thead class="os-list__head" role="rowgroup">
      <tr role="row">
        ${columns.map(columnHead)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${params.rows.map(it => row(it, frames))}
    </tbody>
  </table>`
}

function columnHead(column: WorkListColumn): Html {
  const all = {
    scope: 'col',
    role: 'columnheader',
    class: cellClasses('os-list__column', column),
    'aria-sort': column.sorted,
  }
  const words = column.hidden
    ? html`<span class="govuk-visually-hidden">${column.text}</span>`
    : (column.html ?? column.text)
  return html`<th${attributes(all)}>${words}</th>`
}

/** What stands around every cell of a column: the same in every row, so it is made once and not a thousand times. */
type Frame = { readonly before: Html; readonly behind: Html }

function frameOf(column: WorkListColumn, isName: boolean): Frame {
  const label = column.hidden ? undefined : column.text
  const own = isName
    ? { scope: 'row', role: 'rowheader', class: cellClasses('os-list__name', column), 'data-label': label }
    : { role: 'cell', class: cellClasses('os-list__cell', column), 'data-label': label }
  const name = isName ? 'th' : 'td'
  return { before: trusted(`<${name}${attributes(own).text}>`), behind: trusted(`</${name}>`) }
}

function row(it: WorkListRow, frames: readonly Frame[]): Html {
  const cells = it.cells.map((content, at) => html`${frames[at]?.before}${inside(content)}${frames[at]?.behind}`)
  return html`<tr role="row" class="${classes('os-list__row', it.classes)}" ${attributes(it.attributes)}>
    ${cells}
  </tr>`
}

const cellClasses = (own: string, column: WorkListColumn | undefined): string =>
  classes(own, column?.format && `os-list__figure`, column?.classes)
