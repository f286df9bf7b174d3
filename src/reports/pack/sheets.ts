import { csvOf, type Sheet } from '#platform/spreadsheet.ts'
import { tableOf } from '#platform/views/chart/chart.ts'
import { cellInWords, tablesOf, type Cell, type Column, type PackDocument, type Table } from './document.ts'

/** A pack as sheets: what it says in words first, then a sheet for each table. Numbers are numbers, to go on working with. */
export function sheetsOf(document: PackDocument): Sheet[] {
  const taken = new Set<string>()
  return [
    wordsSheet(document, sheetName('Summary', taken)),
    ...tablesOf(document).map(({ table }) => ({
      name: sheetName(table.caption, taken),
      heads: table.columns.map(headOf),
      rows: table.rows.length > 0 ? table.rows.map(row => [...row]) : [[table.empty]],
    })),
    ...chartTables(document).map(({ caption, columns, rows }) => ({
      name: sheetName(caption, taken),
      heads: columns.map(headOf),
      rows: rows.map(row => [...row]),
    })),
  ]
}

const headOf = ({ text, suffix }: Column): string => (suffix ? `${text},${suffix.replace('%', 'per cent')}` : text)

function wordsSheet(document: PackDocument, name: string): Sheet {
  const rows = document.sections.flatMap(({ heading, blocks }) =>
    blocks.flatMap((block): Cell[][] => {
      if (block.kind === 'words') return [[heading, block.text]]
      if (block.kind === 'points') return block.points.map(text => [heading, text])
      if (block.kind === 'figures') return block.items.map(it => [heading, `${it.label}: ${it.value}, ${it.note}`])
      return []
    }),
  )
  return { name, heads: [document.title, document.subtitle], rows }
}

const chartTables = ({ sections }: PackDocument): Table[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap(block => {
      if (block.kind !== 'chart') return []
      const { head, rows } = tableOf(block.chart)
      return [{ kind: 'table', caption: block.chart.title, columns: head.map(text => ({ text })), rows, empty: '' }]
    }),
  )

/** Spreadsheets take 31 characters, none of these, and each name once. */
function sheetName(text: string, taken: Set<string>): string {
  const plain =
    text
      .replace(/[[\]:*?/\\']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 31)
      .trim() || 'Sheet'
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : ` ${n}`
    const name = plain.slice(0, 31 - end.length) + end
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}

/** Every figure of a pack on a line of its own: section, table, row, column, value. */
export function csvOfPack(document: PackDocument): string {
  const tables = [
    ...tablesOf(document),
    ...chartTables(document).map(table => ({ section: { heading: 'Charts' }, table })),
  ]
  const rows = tables.flatMap(({ section, table }) =>
    table.rows.flatMap(row =>
      row
        .slice(1)
        .map((cell, at) => [
          section.heading,
          table.caption,
          cellInWords(row[0], table.columns[0]!),
          headOf(table.columns[at + 1]!),
          cell ?? null,
        ]),
    ),
  )
  const words = wordsSheet(document, '').rows.map(([heading, text]) => [heading ?? '', 'In words', '', '', text ?? ''])
  return csvOf({
    name: document.title,
    heads: ['Section', 'Table', 'Row', 'Column', 'Value'],
    rows: [...words, ...rows],
  })
}
