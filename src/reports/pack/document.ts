import { inWords, type Day } from '#kernel/day.ts'
import type { Chart } from '#platform/views/chart/chart.ts'

/**
 * What a pack says, block by block. It is frozen like this: page, PDF and spreadsheet draw the very same blocks, and what
 * was said stays said, whatever later words would be.
 */
export type PackDocument = {
  readonly title: string
  /** what the whole is, in a sentence */
  readonly subtitle: string
  readonly sections: readonly Section[]
}

export type Section = { readonly id: string; readonly heading: string; readonly blocks: readonly Block[] }

export type Block =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly string[] }
  | { readonly kind: 'figures'; readonly items: readonly Headline[] }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | Table
  | Cases

export type Headline = {
  readonly label: string
  readonly value: string
  readonly note: string
  readonly tone?: 'good' | 'soon' | 'late'
}

export type Cell = string | number | { readonly on: Day } | null
export type Column = {
  readonly text: string
  readonly numeric?: boolean
  /** behind each number of it when it is read, such as `%` */
  readonly suffix?: string
}

export type Table = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** what stands there when there are no rows */
  readonly empty: string
}

/** A table of single enquiries. A restricted one is its reference alone, also when it became so after the freezing. */
export type Cases = {
  readonly kind: 'cases'
  readonly caption: string
  /** of what stands beside the reference */
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly reference: string; readonly cells: readonly Cell[] }[]
  readonly empty: string
}

/** A cell as it is read. */
export function cellInWords(cell: Cell | undefined, column: Column): string {
  if (cell === null || cell === undefined) return '–'
  if (typeof cell === 'string') return cell
  if (typeof cell === 'object') return inWords(cell.on)
  const rounded = Math.round(cell * 10) / 10
  return `${rounded.toLocaleString('en-GB')}${column.suffix ?? ''}`
}

/** Every table of a document with where it stands: charts have theirs, cases are tables. */
export type FoundTable = { readonly section: Section; readonly table: Table }

export const tablesOf = ({ sections }: PackDocument): FoundTable[] =>
  sections.flatMap(section =>
    section.blocks.flatMap(block => {
      if (block.kind === 'table') return { section, table: block }
      if (block.kind === 'cases') return { section, table: tableOfCases(block) }
      return []
    }),
  )

/** Cases as an ordinary table, the reference in front. */
export const tableOfCases = ({ columns, rows, ...it }: Cases): Table => ({
  ...it,
  kind: 'table',
  columns: [{ text: 'Reference' }, ...columns],
  rows: rows.map(({ reference, cells }) => [reference, ...cells]),
})

/** The same document with nothing but the reference of those that are restricted now. */
export function guarded(document: PackDocument, restricted: ReadonlySet<string>): PackDocument {
  const guard = (block: Block): Block =>
    block.kind === 'cases'
      ? {
          ...block,
          rows: block.rows.map(row =>
            restricted.has(row.reference)
              ? { ...row, cells: row.cells.map((_, at) => (at === 0 ? 'Restricted' : null)) }
              : row,
          ),
        }
      : block
  return {
    ...document,
    sections: document.sections.map(section => ({ ...section, blocks: section.blocks.map(guard) })),
  }
}

export const referencesIn = ({ sections }: PackDocument): string[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(it => (it.kind === 'cases' ? it.rows.map(row => row.reference) : [])))
