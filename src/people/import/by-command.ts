import type { Now } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { carryOutPlan, holdStill, planOf } from './do-import.ts'
import { insertImport, markDone, readNewestImport } from './import.sql.ts'
import { hashOfPlan } from './plan.ts'
import type { ImportKind } from './rows.ts'
import { undoImport, type Undone } from './undo.ts'
import type { Writing } from './write-state.ts'
import type { WrongLine } from '#platform/csv.ts'

export type ImportReport = {
  /** false: the file has errors, and nothing was imported */
  readonly ok: boolean
  /** to undo it by; null after a dry run, or where there was nothing to do */
  readonly import: string | null
  readonly joins: readonly string[]
  readonly changes: readonly string[]
  readonly leaves: readonly string[]
  readonly unchanged: number
  readonly newWards: readonly string[]
  readonly newGroups: readonly string[]
  readonly errors: readonly WrongLine[]
}

export type ImportAsked = {
  readonly kind: ImportKind
  readonly fileName: string
  readonly complete?: boolean
  readonly dryRun?: boolean
  readonly now: Now
  readonly disabled: Writing['disabled']
}

/**
 * Imports a file in one step, for the command line; a dry run reports the same and writes nothing. All or nothing: one
 * wrong line and nothing is written. In a transaction of the system.
 */
export async function importPeople(tx: Tx, csv: string, it: ImportAsked): Promise<ImportReport> {
  await holdStill(tx)
  const complete = it.complete ?? false
  const plan = await planOf(tx, csv, { kind: it.kind, complete, today: it.now.today, by: null })
  const names = (kind: string) => plan.changes.filter(change => change.kind === kind).map(change => change.after.name)
  const { unchanged, newWards, newGroups, errors } = plan
  const report = {
    joins: names('joins'),
    changes: names('changes'),
    leaves: names('leaves'),
    unchanged,
    newWards,
    newGroups,
  }
  const ok = errors.length === 0
  if (!ok || it.dryRun || plan.changes.length === 0) return { ok, import: null, ...report, errors }
  const id = await insertImport(tx, {
    kind: it.kind,
    complete,
    fileName: it.fileName.slice(-200),
    content: '',
    planHash: hashOfPlan(plan),
    madeBy: null,
    madeAt: it.now.at,
  })
  await markDone(tx, id, it.now.at)
  await carryOutPlan(tx, id, plan, { by: null, now: it.now, disabled: it.disabled })
  return { ok, import: id, ...report, errors }
}

/** Undoes an import, the newest one when none is named. */
export async function undoImportById(tx: Tx, id: string | undefined, writing: Writing): Promise<Result<Undone>> {
  await holdStill(tx)
  const wanted = id ?? (await readNewestImport(tx))?.id
  if (!wanted) return refuse('no-import', 'There is no import that could be undone')
  const done = await undoImport(tx, wanted, writing)
  return done.ok ? allow(done.value) : done
}
