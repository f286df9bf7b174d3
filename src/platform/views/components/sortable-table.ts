import type { Html } from '#platform/views/html.ts'
import { table, type TableCell, type TableParams } from './table.ts'

export type SortableHead = TableCell & { sort?: 'ascending' | 'descending' | 'none' }
export type SortableCell = TableCell & { sortValue?: string | number }

export type SortableTableParams = Omit<TableParams, 'head' | 'rows'> & {
  head: readonly SortableHead[]
  rows: readonly (readonly SortableCell[])[]
}

/** A short table that can be sorted by the columns that say `sort`, where JavaScript runs. Long lists sort on the server. */
export function sortableTable(params: SortableTableParams): Html {
  return table({
    ...params,
    head: params.head.map(({ sort, ...cell }) => ({ ...cell, attributes: { ...cell.attributes, 'aria-sort': sort } })),
    rows: params.rows.map(row => row.map(sortable)),
    attributes: { 'data-module': 'moj-sortable-table', ...params.attributes },
  })
}

const sortable = ({ sortValue, ...cell }: SortableCell): TableCell => ({
  ...cell,
  attributes: { ...cell.attributes, 'data-sort-value': sortValue },
})
