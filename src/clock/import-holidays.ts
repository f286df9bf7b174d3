import { parseDay, yearOf, type Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Refused, type Result } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'
import { readCsv, type CsvLine } from '#platform/csv.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { newestVersion, type DayOff } from '#clock/calendar.sql.ts'
import { daysOffOf, editCalendar, type Editor } from '#clock/edit-calendar.ts'
import type { Nation } from '#clock/working-day-calendar.ts'

export type ImportedHolidays = {
  readonly added: readonly DayOff[]
  readonly renamed: readonly DayOff[]
  readonly unchanged: number
  /** in the calendar, in a year the file speaks of, but not in the file: perhaps moved, for a person to look at */
  readonly notInFile: readonly DayOff[]
  /** the version made; undefined in a dry run and when there was nothing to change */
  readonly version: number | undefined
  /** days worked now that were not, or the other way round; see `editCalendar` */
  readonly affectedDays: readonly Day[]
}

export type ImportOptions = Editor & { readonly dryRun?: boolean }

const nations: readonly string[] = ['england-and-wales', 'scotland', 'northern-ireland']

/**
 * Takes bank holidays over from CSV with the columns `date` (2026-12-25 or 25/12/2026), `name` and, optionally,
 * `nation` (the council's own when absent). Adds what is missing and takes new names; removes nothing. All or nothing:
 * a line that cannot be read refuses the file, naming every such line.
 */
export async function importHolidays(
  tx: Tx,
  csvText: string,
  options: ImportOptions,
): Promise<Result<ImportedHolidays>> {
  const read = readHolidays(csvText, await setting(tx, 'council.nation'))
  if (!read.ok) return read
  const listed = read.value
  const compared = compare(listed, await holidaysInForce(tx, listed))
  const nothingMade = { ...compared, version: undefined, affectedDays: [] }
  const changing = [...compared.added, ...compared.renamed]
  if (options.dryRun || changing.length === 0) return allow(nothingMade)
  const why = `${counted(listed.length, 'bank holiday')} imported`
  const edited = await editCalendar(tx, { add: changing, remove: compared.renamed, why }, options)
  return edited.ok ? allow({ ...compared, ...edited.value }) : edited
}

async function holidaysInForce(tx: Tx, listed: readonly DayOff[]): Promise<DayOff[]> {
  const version = await newestVersion(tx)
  const days = await daysOffOf(tx, [...new Set(listed.flatMap(it => it.nation ?? []))], version)
  return days.filter(it => it.nation)
}

function compare(listed: readonly DayOff[], inForce: readonly DayOff[]) {
  const known = new Map(inForce.map(it => [`${it.nation} ${it.on}`, it]))
  const years = new Set(listed.map(it => `${it.nation} ${yearOf(it.on)}`))
  const inFile = new Set(listed.map(it => `${it.nation} ${it.on}`))
  const nameNow = (it: DayOff): string | undefined => known.get(`${it.nation} ${it.on}`)?.name
  return {
    added: listed.filter(it => nameNow(it) === undefined),
    renamed: listed.filter(it => nameNow(it) !== undefined && nameNow(it) !== it.name),
    unchanged: listed.filter(it => nameNow(it) === it.name).length,
    notInFile: inForce.filter(it => years.has(`${it.nation} ${yearOf(it.on)}`) && !inFile.has(`${it.nation} ${it.on}`)),
  }
}

function readHolidays(csvText: string, ownNation: Nation): Result<DayOff[]> {
  const lines = readLines(csvText)
  if (!lines.ok) return lines
  const read = lines.value.map(it => readHoliday(it, ownNation))
  const refused = refuseAll(read.flatMap(it => (it.ok ? [] : [it.refusal])))
  return refused ?? allow(read.flatMap(it => (it.ok ? [it.value] : [])))
}

function readLines(csvText: string): Result<readonly CsvLine[]> {
  const { lines, broken } = readCsv(csvText)
  if (broken) return refuse('not-csv', broken.words)
  const first = lines[0]?.cells
  if (!first) return refuse('no-lines', 'The file has no bank holidays in it')
  if (!('date' in first && 'name' in first))
    return refuse('no-columns', 'The first line must name the columns: date, name')
  return allow(lines)
}

function readHoliday({ line, cells }: CsvLine, ownNation: Nation): Result<DayOff> {
  const on = parseDay(isoOf(cells.date ?? ''))
  const nation = cells.nation || ownNation
  const refused = (words: string): Refused => refuse('line-wrong', `Line ${line}: ${words}`)
  if (!on) return refused(`“${cells.date}” is not a date; write 2026-12-25 or 25/12/2026`)
  if (!cells.name) return refused('the name is missing')
  if (!nations.includes(nation)) return refused(`“${nation}” is not one of ${nations.join(', ')}`)
  return allow({ on, name: cells.name, nation: nation as Nation })
}

function isoOf(date: string): string {
  const [, dayOfMonth, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date) ?? []
  return year ? `${year}-${month!.padStart(2, '0')}-${dayOfMonth!.padStart(2, '0')}` : date
}
