import { counted } from '#kernel/text.ts'
import { attribute, isOn, tags } from '../zip/xml.ts'
import { found, named, type Hidden } from './hidden.ts'
import { partsLike, type Parts } from './office-parts.ts'

/** What a workbook hides (ECMA-376, part 1, section 18). */
export function hiddenInXlsx(parts: Parts): Hidden[] {
  const [book = ''] = partsLike(parts, /^xl\/workbook\.xml$/)
  const sheets = tags(book, 'sheet').filter(it => /^(very)?hidden$/i.test(attribute(it, 'state') ?? ''))
  const cells = partsLike(parts, /^xl\/(worksheets|chartsheets|dialogsheets|macrosheets)\/[^/]+\.xml$/)
  const away = cells.flatMap(it => tags(it, 'row', 'col')).filter(isOutOfSight)
  const names = tags(book, 'definedName').filter(it => !attribute(it, 'name')?.startsWith('_xlnm.'))
  const formats = partsLike(parts, /^xl\/styles\.xml$/).flatMap(it => tags(it, 'numFmt'))
  return [
    ...hiddenSheets(sheets.map(it => attribute(it, 'name') ?? '')),
    ...hiddenRows(away.filter(it => isRow(it)).length, away.filter(it => !isRow(it)).length),
    ...pivots(count(parts, /^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/)),
    ...links(count(parts, /^xl\/externalLinks\/[^/]+\.xml$/)),
    ...connections(count(parts, /^xl\/(connections|queryTables\/[^/]+)\.xml$/)),
    ...comments(
      partsLike(parts, /^xl\/(comments|threadedComments)/).flatMap(it => tags(it, 'comment', 'threadedComment')).length,
    ),
    ...(count(parts, /^xl\/revisions\//) > 0 ? [found('tracked-changes', 'Tracked changes of cells')] : []),
    ...(formats.some(it => /^;+$/.test(attribute(it, 'formatCode') ?? ''))
      ? [found('hidden-numbers', 'A format of cells that shows nothing of what is in them')]
      : []),
    ...definedNames(names.map(it => attribute(it, 'name') ?? '')),
  ]
}

const isRow = (tag: string): boolean => /^<(?:[\w-]+:)?row\b/.test(tag)

const isOutOfSight = (tag: string): boolean =>
  isOn(attribute(tag, 'hidden')) || ['0', '0.0'].includes(attribute(tag, isRow(tag) ? 'ht' : 'width') ?? '')

/** What an OpenDocument spreadsheet hides (OpenDocument 1.3, part 3). */
export function hiddenInOds(parts: Parts): Hidden[] {
  const [content = ''] = partsLike(parts, /^content\.xml$/)
  const unseen = stylesWith(content, 'table-properties', 'display', 'false')
  const sheets = tags(content, 'table').filter(it => unseen.has(attribute(it, 'style-name') ?? ''))
  const away = (name: string) =>
    tags(content, name).filter(it => ['collapse', 'filter'].includes(attribute(it, 'visibility') ?? ''))
  return [
    ...hiddenSheets(sheets.map(it => attribute(it, 'name') ?? '')),
    ...hiddenRows(away('table-row').length, away('table-column').length),
    ...pivots(tags(content, 'data-pilot-table').length),
    ...links(tags(content, 'table-source', 'cell-range-source').length),
    ...comments(tags(content, 'annotation').length),
    ...changes(tags(content, 'tracked-changes').length),
    ...definedNames(tags(content, 'named-range', 'named-expression').map(it => attribute(it, 'name') ?? '')),
  ]
}

/** The styles of a part that have a property with a value. */
export function stylesWith(content: string, properties: string, key: string, value: string): Set<string> {
  const those = new Set<string>()
  let style = ''
  for (const tag of tags(content, 'style', properties)) {
    if (attribute(tag, 'family')) style = attribute(tag, 'name') ?? ''
    else if (attribute(tag, key) === value) those.add(style)
  }
  return those
}

const count = ({ names }: Parts, pattern: RegExp): number => names.filter(it => pattern.test(it)).length

const hiddenSheets = (names: readonly string[]): Hidden[] =>
  names.length > 0 ? [found('hidden-sheets', `${counted(names.length, 'hidden sheet')}: ${named(names)}`)] : []

function hiddenRows(rows: number, columns: number): Hidden[] {
  const words = [
    rows > 0 && counted(rows, 'hidden row'),
    columns > 0 && counted(columns, 'group of hidden columns', 'groups of hidden columns'),
  ]
  const said = words.filter(it => it !== false)
  return said.length > 0 ? [found('hidden-rows', said.join(' and '))] : []
}

const pivots = (n: number): Hidden[] =>
  n > 0 ? [found('pivot-data', `${counted(n, 'pivot table')} with a copy of the data behind it`)] : []

const links = (n: number): Hidden[] =>
  n > 0 ? [found('linked-files', `${counted(n, 'link')} to other files, with values copied from them`)] : []

const connections = (n: number): Hidden[] =>
  n > 0 ? [found('data-connections', 'Connections to databases or other sources of data')] : []

const definedNames = (names: readonly string[]): Hidden[] =>
  names.length > 0 ? [found('names', `${counted(names.length, 'name')} given to cells: ${named(names)}`)] : []

export const comments = (n: number): Hidden[] => (n > 0 ? [found('comments', counted(n, 'comment'))] : [])

export const changes = (n: number): Hidden[] => (n > 0 ? [found('tracked-changes', 'Tracked changes')] : [])
