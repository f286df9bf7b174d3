import { parseDay, type Day } from '#kernel/day.ts'
import { oneLine } from '#kernel/text.ts'
import { readCsv, type CsvLine, type WrongLine } from '#platform/csv.ts'
import type { Tx } from '#platform/db/database.ts'
import { isAddress } from './address.ts'
import { addPeople, changePerson } from './appoint.ts'
import { insertGroup, insertWard, readGroups, readWards } from './council.sql.ts'
import { keyOf } from './council.ts'
import { saveMembers } from './member.sql.ts'
import { readAddresses, readPersonByAddress } from './person.sql.ts'
import type { Person } from './person.ts'

export type ImportReport = {
  /** false: the file has errors, and nothing was imported */
  readonly ok: boolean
  readonly added: number
  readonly changed: number
  /** wards and groups that were not there before */
  readonly newWards: readonly string[]
  readonly newGroups: readonly string[]
  /** what is wrong with the file, line by line */
  readonly errors: readonly WrongLine[]
}

type Row = { line: number; name: string; email: string; ward: string; group: string; fromOn: Day; untilOn: Day | null }

/** The columns of the file. `group` and `until` may be empty or missing. */
export const importColumns = ['name', 'email', 'ward', 'group', 'from', 'until'] as const

/**
 * Reads members from CSV with a heading line (`name,email,ward,group,from,until`; days as 2026-05-08). A known email
 * address changes that person, a new one adds one. All or nothing: one wrong line and nothing is written. A dry run
 * reports the same and writes nothing.
 */
export async function importMembers(tx: Tx, csv: string, { dryRun = false } = {}): Promise<ImportReport> {
  const { rows, errors } = readRows(csv)
  const known = await knownOf(tx, rows)
  errors.push(...twiceIn(rows, known))
  const report = {
    ok: errors.length === 0,
    added: rows.filter(row => !known.has(row)).length,
    changed: known.size,
    newWards: lacking(
      rows.map(row => row.ward),
      await readWards(tx),
    ),
    newGroups: lacking(
      rows.map(row => row.group),
      await readGroups(tx),
    ),
    errors: errors.toSorted((a, b) => a.line - b.line),
  }
  if (errors.length > 0) return { ...report, added: 0, changed: 0 }
  if (!dryRun) await write(tx, rows, known, report)
  return report
}

type Known = ReadonlyMap<Row, Person>

/** Who of the rows is there already, by any of their addresses. */
async function knownOf(tx: Tx, rows: readonly Row[]): Promise<Known> {
  const known = new Map<Row, Person>()
  for (const row of rows) {
    const person = await readPersonByAddress(tx, row.email)
    if (person) known.set(row, person)
  }
  return known
}

/** Somebody with two addresses could stand in the file twice, and the second row would undo the first. */
function twiceIn(rows: readonly Row[], known: Known): WrongLine[] {
  const wrong: WrongLine[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const person = known.get(row)
    if (person && seen.has(person.id))
      wrong.push({ line: row.line, words: `${person.name} stands in the file twice, with two addresses` })
    if (person) seen.add(person.id)
  }
  return wrong
}

async function write(tx: Tx, rows: readonly Row[], known: Known, { newWards, newGroups }: ImportReport): Promise<void> {
  for (const name of newWards) await insertWard(tx, { key: keyOf(name), name })
  for (const name of newGroups) await insertGroup(tx, name)
  const wards = idsByName(await readWards(tx))
  const groups = idsByName(await readGroups(tx))
  const members = []
  for (const row of rows) {
    const ids = { wardId: wards.get(row.ward.toLowerCase())!, groupId: groups.get(row.group.toLowerCase()) ?? null }
    members.push({ personId: await settled(tx, row, known.get(row)), ...ids, fromOn: row.fromOn, untilOn: row.untilOn })
  }
  await saveMembers(tx, members)
}

/** The person of a row, added or brought up to date; what the file does not say of somebody stays. */
async function settled(tx: Tx, row: Row, known: Person | undefined): Promise<string> {
  if (!known) return (await addPeople(tx, [{ name: row.name, email: row.email, roles: ['member'] }]))[0]!
  const roles = [...new Set([...known.roles, 'member' as const])]
  const otherAddresses = await readAddresses(tx, known.id)
  await changePerson(tx, known.id, { ...known, name: row.name, roles, otherAddresses }, null)
  return known.id
}

function readRows(csv: string): { rows: Row[]; errors: WrongLine[] } {
  const { lines, broken } = readCsv(csv)
  const errors: WrongLine[] = broken ? [broken] : []
  const rows: Row[] = []
  const seen = new Set<string>()
  for (const { line, cells } of lines) {
    const row = readRow(line, cells)
    const wrong =
      typeof row === 'string' ? row : seen.has(row.email) ? `${row.email} stands in the file twice` : undefined
    if (wrong !== undefined) errors.push({ line, words: wrong })
    else if (typeof row !== 'string') rows.push(row)
    if (typeof row !== 'string') seen.add(row.email)
  }
  if (rows.length === 0 && errors.length === 0) errors.push({ line: 1, words: 'There are no members in the file' })
  return { rows, errors }
}

function readRow(line: number, cells: CsvLine['cells']): Row | string {
  const cell = (name: (typeof importColumns)[number]): string => oneLine(cells[name] ?? '')
  const [fromOn, untilOn] = [parseDay(cell('from')), parseDay(cell('until'))]
  if (cell('name') === '' || cell('name').length > 200) return 'Enter a name of at most 200 characters'
  if (!isAddress(cell('email'))) return `Enter an email address for ${cell('name')}, like name@council.example`
  if (cell('ward') === '') return `Enter the ward of ${cell('name')}`
  if (!fromOn) return `Enter the day ${cell('name')} took office, like 2026-05-08`
  if (cell('until') !== '' && !untilOn) return `Enter the last day of ${cell('name')} like 2027-05-06, or nothing`
  if (untilOn && untilOn < fromOn) return `The last day of ${cell('name')} is before the first`
  return {
    line,
    name: cell('name'),
    email: cell('email').toLowerCase(),
    ward: cell('ward'),
    group: cell('group'),
    fromOn,
    untilOn: untilOn ?? null,
  }
}

/** Names that are not there yet, each once, as it is first spelt. */
function lacking(names: readonly string[], there: readonly { name: string }[]): string[] {
  const known = new Set(['', ...there.map(it => it.name.toLowerCase())])
  const isNew = (name: string): boolean => !known.has(name.toLowerCase()) && Boolean(known.add(name.toLowerCase()))
  return names.filter(isNew)
}

const idsByName = (rows: readonly { id: string; name: string }[]): Map<string, string> =>
  new Map(rows.map(row => [row.name.toLowerCase(), row.id]))
