import { parseDay, type Day } from '#kernel/day.ts'
import { listInWords, oneLine } from '#kernel/text.ts'
import { readCsv, type CsvLine, type WrongLine } from '#platform/csv.ts'
import { isAddress } from '../address.ts'
import { labelOf, roleNames, type Role } from '../roles.ts'
import type { State } from './state.ts'

export type ImportKind = 'members' | 'officers'

/** One line of the file: who, and what it says of them. */
export type Row = { readonly line: number; readonly says: Partial<State> & Pick<State, 'name' | 'email'> }

export type ReadFile = { readonly rows: readonly Row[]; readonly errors: readonly WrongLine[] }

/** The columns a file may have, and those it must have. */
export const columnsOf: Record<ImportKind, { readonly all: readonly string[]; readonly must: readonly string[] }> = {
  members: { all: ['name', 'email', 'ward', 'group', 'from', 'until'], must: ['name', 'email', 'ward', 'from'] },
  officers: { all: ['name', 'email', 'title', 'phone', 'roles'], must: ['name', 'email', 'roles'] },
}

/** The roles an officer can be given by a file: the others need more than a line says. */
export const officerRoles: readonly Role[] = roleNames.filter(role => role !== 'member' && role !== 'partner')

/** Reads a file of members or officers. Every mistake is named, with its line and column. */
export function readRows(kind: ImportKind, csv: string): ReadFile {
  const { lines, columns, broken } = readCsv(csv)
  if (broken) return { rows: [], errors: [broken] }
  const lacking = columnsOf[kind].must.filter(name => !columns.includes(name))
  if (lacking.length > 0) return { rows: [], errors: [{ line: 1, words: headingWords(kind, lacking) }] }
  const errors: WrongLine[] = []
  const rows: Row[] = []
  const seen = new Map<string, number>()
  for (const line of lines) {
    const { row, wrong } = kind === 'members' ? memberRow(line) : officerRow(line)
    const before = seen.get(row.says.email)
    if (before !== undefined)
      wrong.push({ column: 'email', words: `${row.says.email} stands on line ${before} already` })
    seen.set(row.says.email, line.line)
    errors.push(...wrong.map(it => ({ line: line.line, ...it })))
    if (wrong.length === 0) rows.push(row)
  }
  if (lines.length === 0) errors.push({ line: 1, words: `There are no ${kind} in the file` })
  return { rows, errors }
}

const headingWords = (kind: ImportKind, lacking: readonly string[]): string =>
  `The first line must name the columns. Add ${listInWords(lacking)}. It may have ${listInWords(columnsOf[kind].all)}`

type Wrong = { readonly column: string; readonly words: string }
type ReadRow = { readonly row: Row; readonly wrong: Wrong[] }

const cellsOf =
  ({ cells }: CsvLine) =>
  (name: string): string =>
    oneLine(cells[name] ?? '')

/** Name and address, which both kinds begin with. */
function whoIs(cell: (name: string) => string): { says: Row['says']; wrong: Wrong[] } {
  const [name, email] = [cell('name'), cell('email').toLowerCase()]
  const wrong: Wrong[] = []
  if (name === '' || name.length > 200) wrong.push({ column: 'name', words: 'Enter a name of at most 200 characters' })
  if (!isAddress(email))
    wrong.push({
      column: 'email',
      words: `Enter an email address for ${name || 'this line'}, like name@council.example`,
    })
  return { says: { name, email }, wrong }
}

function memberRow(line: CsvLine): ReadRow {
  const cell = cellsOf(line)
  const { says, wrong } = whoIs(cell)
  const who = says.name || 'this member'
  const [fromOn, untilOn] = [dayIn(cell('from')), dayIn(cell('until'))]
  const say = (column: string, words: string) => wrong.push({ column, words })
  if (cell('ward') === '') say('ward', `Enter the ward of ${who}`)
  if (!fromOn) say('from', `Enter the day ${who} took office, like 8/5/2026 or 2026-05-08`)
  if (cell('until') !== '' && !untilOn) say('until', `Enter the last day of ${who}, like 6/5/2027, or nothing`)
  if (fromOn && untilOn && untilOn < fromOn) say('until', `The last day of ${who} is before the first`)
  const seat = { ward: cell('ward'), group: cell('group') || null, fromOn: fromOn ?? null, untilOn: untilOn ?? null }
  return { row: { line: line.line, says: { ...says, ...seat } }, wrong }
}

/** As the standard writes it, or as a British spreadsheet does: day first. */
function dayIn(text: string): Day | undefined {
  const [, date = '', month = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return parseDay(year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text)
}

function officerRow(line: CsvLine): ReadRow {
  const cell = cellsOf(line)
  const { says, wrong } = whoIs(cell)
  const words = cell('roles')
    .split(/[,;|/]/)
    .map(it => it.trim())
    .filter(Boolean)
  const roles = words.map(roleCalled)
  const odd = words.find((_, at) => roles[at] === undefined)
  if (words.length === 0) wrong.push({ column: 'roles', words: `Enter at least one role for ${says.name}` })
  if (odd !== undefined) wrong.push({ column: 'roles', words: oddRole(odd) })
  for (const [column, most] of [
    ['title', 200],
    ['phone', 50],
  ] as const)
    if (cell(column).length > most) wrong.push({ column, words: `Enter at most ${most} characters` })
  // a column the file does not have says nothing, an empty cell says none
  const said = Object.fromEntries(['title', 'phone'].filter(it => it in line.cells).map(it => [it, cell(it)]))
  const given = roles.filter(role => role !== undefined)
  return { row: { line: line.line, says: { ...says, ...said, roles: [...new Set(given)] } }, wrong }
}

/** By its key or by what people call it. */
const roleCalled = (word: string): Role | undefined =>
  officerRoles.find(role => [role, labelOf(role).toLowerCase()].includes(word.toLowerCase()))

const oddRole = (word: string): string =>
  `There is no role “${word}” for officers. Enter ${listInWords(officerRoles, 'or')}`
