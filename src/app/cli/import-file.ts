import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { importHolidays } from '#clock/door.ts'
import { nowAt } from '#kernel/day.ts'
import { importMailboxes } from '#mailboxes/door.ts'
import { importMembers } from '#people/door.ts'
import type { Config } from '#platform/config.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import { openJobs } from '#platform/jobs/jobs.ts'
import { openLog } from '../ground.ts'
import { jobNames } from '../timetable.ts'
import type { Say } from './say.ts'
import { asTheCouncil } from './with-database.ts'

type Imported = { readonly report: object; readonly fine: boolean }

const options = { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } as const

const imports = { member: members, mailbox: mailboxes, holiday: holidays } as const

/** Imports a CSV file, or with --dry-run says what it would do. False when the file was refused. */
export async function importFile(
  what: keyof typeof imports,
  config: Config,
  args: readonly string[],
  say: Say,
): Promise<boolean> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  const [file] = positionals
  if (!file) throw new Error('Name the CSV file')
  const csv = await readFile(file, 'utf8')
  const dryRun = values['dry-run']
  const { report, fine } = await asTheCouncil(config, (tx, db) => imports[what](tx, csv, dryRun, db))
  say(JSON.stringify(report, null, values.json ? 0 : 2))
  return fine
}

async function members(tx: Tx, csv: string, dryRun: boolean): Promise<Imported> {
  const report = await importMembers(tx, csv, { dryRun })
  return { report, fine: report.errors.length === 0 }
}

async function mailboxes(tx: Tx, csv: string, dryRun: boolean): Promise<Imported> {
  const report = await importMailboxes(tx, csv, { actor: null, now: nowAt(new Date()) }, { dryRun })
  return { report, fine: report.ok }
}

/** A late holiday moves the dates of open work: the worker works them out again and tells the members, as after a page. */
async function holidays(tx: Tx, csv: string, dryRun: boolean, db: Database): Promise<Imported> {
  const done = await importHolidays(tx, csv, { by: null, at: new Date(), dryRun })
  if (!done.ok) return { report: done.refusal, fine: false }
  const { affectedDays } = done.value
  if (!dryRun && affectedDays.length > 0) {
    const jobs = await openJobs(db, jobNames, openLog(), { worker: false })
    await jobs.enqueue(tx, 'enquiries.recalculate', { affectedDays }).finally(() => jobs.stop())
  }
  return { report: done.value, fine: true }
}
