import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { importHolidays } from '#clock/door.ts'
import { nowAt } from '#kernel/day.ts'
import { importMailboxes } from '#mailboxes/door.ts'
import { importMembers } from '#people/door.ts'
import type { Config } from '#platform/config.ts'
import type { Tx } from '#platform/db/database.ts'
import { recalculateInside } from '../timely.ts'
import { houseWith } from '#enquiries/door.ts'
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
  const { report, fine } = await asTheCouncil(config, tx => imports[what](tx, csv, dryRun))
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

/** A late holiday changes the clocks of open work at once; members are told by the worker. */
async function holidays(tx: Tx, csv: string, dryRun: boolean): Promise<Imported> {
  const now = nowAt(new Date())
  const done = await importHolidays(tx, csv, { by: null, at: now.at, dryRun })
  if (!done.ok) return { report: done.refusal, fine: false }
  const recalculated = dryRun
    ? 0
    : await recalculateInside(
        tx,
        houseWith(async () => {}),
        done.value.affectedDays,
        now,
      )
  return { report: { ...done.value, recalculated }, fine: true }
}
