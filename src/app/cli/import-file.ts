import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importHolidays } from '#clock/door.ts'
import { nowAt, parseDay, type Day, type Now } from '#kernel/day.ts'
import { importMailboxes } from '#mailboxes/door.ts'
import { importPeople, importPlaces, undoImportById, type PlacesAsked } from '#people/door.ts'
import { textOfCsv } from '#platform/csv.ts'
import type { Config } from '#platform/config.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import { openJobs } from '#platform/jobs/jobs.ts'
import { openLog } from '../ground.ts'
import { leaves } from '../leavers.ts'
import { followedHouse } from '../reactions/reactions.ts'
import { byTheHundred, jobNames } from '../timetable.ts'
import type { Say } from './say.ts'
import { asTheCouncil } from './with-database.ts'

type Imported = { readonly report: object; readonly fine: boolean }

const options = {
  'dry-run': { type: 'boolean', default: false },
  complete: { type: 'boolean', default: false },
  from: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** A file as it was named and read. */
type Given = {
  readonly csv: string
  readonly fileName: string
  readonly dryRun: boolean
  readonly complete: boolean
  /** the first day it holds, where that was said */
  readonly fromOn: Day | undefined
}

const imports = {
  member: (tx: Tx, it: Given, db: Database) => people(tx, 'members', it, db),
  officer: (tx: Tx, it: Given, db: Database) => people(tx, 'officers', it, db),
  mailbox: mailboxes,
  holiday: holidays,
  postcode: (tx: Tx, it: Given) => places(tx, 'postcodes', it),
  boundary: (tx: Tx, it: Given) => places(tx, 'boundaries', it),
} as const

/** Imports a file, or with --dry-run says what it would do. False when the file was refused. */
export async function importFile(
  what: keyof typeof imports,
  config: Config,
  args: readonly string[],
  say: Say,
): Promise<boolean> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  const [file] = positionals
  if (!file) throw new Error('Name the file')
  const fromOn = values.from === undefined ? undefined : parseDay(values.from)
  if (values.from !== undefined && !fromOn) throw new Error('Give --from a day like 2026-05-07')
  const csv = textOfCsv(await readFile(file))
  const given = { csv, fileName: basename(file), dryRun: values['dry-run'], complete: values.complete, fromOn }
  const { report, fine } = await asTheCouncil(config, (tx, db) => imports[what](tx, given, db))
  say(JSON.stringify(report, null, values.json ? 0 : 2))
  return fine
}

/** Puts back what an import of people did: the newest, or the one named. False when there is none. */
export async function undoImport(config: Config, args: readonly string[], say: Say): Promise<boolean> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  const done = await asTheCouncil(config, (tx, db) =>
    leaving(db, disabled => undoImportById(tx, positionals[0], { by: null, now: nowAt(new Date()), disabled })),
  )
  say(JSON.stringify(done.ok ? done.value : done.refusal, null, values.json ? 0 : 2))
  return done.ok
}

async function people(tx: Tx, kind: 'members' | 'officers', it: Given, db: Database): Promise<Imported> {
  const report = await leaving(db, disabled =>
    importPeople(tx, it.csv, { ...it, kind, now: nowAt(new Date()), disabled }),
  )
  return { report, fine: report.ok }
}

/** Whoever can no longer sign in leaves work behind: it goes back, and what follows is enqueued as after a page. */
async function leaving<T>(
  db: Database,
  work: (disabled: (tx: Tx, person: string, now: Now) => Promise<void>) => Promise<T>,
): Promise<T> {
  const jobs = await openJobs(db, jobNames, openLog(), { worker: false, byTheHundred })
  const house = followedHouse(jobs)
  return work((tx, person, now) => leaves(tx, house, person, now)).finally(() => jobs.stop())
}

async function places(tx: Tx, kind: PlacesAsked['kind'], { csv, fileName, dryRun, fromOn }: Given): Promise<Imported> {
  const now = nowAt(new Date())
  const asked = { kind, text: csv, fileName: fileName.slice(-200), fromOn: fromOn ?? now.today, by: null, at: now.at }
  const report = await importPlaces(tx, { ...asked, dryRun })
  return { report, fine: report.ok }
}

async function mailboxes(tx: Tx, { csv, dryRun }: Given): Promise<Imported> {
  const report = await importMailboxes(tx, csv, { actor: null, now: nowAt(new Date()) }, { dryRun })
  return { report, fine: report.ok }
}

/** A late holiday moves the dates of open work: the worker works them out again and tells the members, as after a page. */
async function holidays(tx: Tx, { csv, dryRun }: Given, db: Database): Promise<Imported> {
  const done = await importHolidays(tx, csv, { by: null, at: new Date(), dryRun })
  if (!done.ok) return { report: done.refusal, fine: false }
  const { affectedDays } = done.value
  if (!dryRun && affectedDays.length > 0) {
    const jobs = await openJobs(db, jobNames, openLog(), { worker: false, byTheHundred })
    await jobs.enqueue(tx, 'enquiries.recalculate', { affectedDays }).finally(() => jobs.stop())
  }
  return { report: done.value, fine: true }
}
