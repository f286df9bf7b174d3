import { refuse, type Refusal } from '#kernel/result.ts'
import { oneLine, shortened } from '#kernel/text.ts'
import { textOfCsv } from '#platform/csv.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { PeopleDeps } from '../deps.ts'
import { isId } from '../given-id.ts'
import { carryOutPlan, holdStill, planOf } from './do-import.ts'
import {
  insertImport,
  markDone,
  readChanges,
  readImport,
  readImports,
  updatePlanHash,
  type Import,
} from './import.sql.ts'
import { donePage, importsPage, previewPage } from './pages.ts'
import { hashOfPlan, type Asks } from './plan.ts'
import type { ImportKind } from './rows.ts'
import { undoImport } from './undo.ts'
import type { Writing } from './write-state.ts'

const may = 'people.administer'

/** Importing members and officers: choose a file, see what it would do, do it, and put it back. */
export const importRoutes = (deps: PeopleDeps): Route[] => [
  { method: 'GET', path: '/people/imports', may, handle: asked => show(asked) },
  { method: 'POST', path: '/people/imports', may, mostBytes: 12 * 1024 * 1024, handle: preview },
  { method: 'GET', path: '/people/imports/:id', may, handle: asked => one(asked, deps) },
  { method: 'POST', path: '/people/imports/:id/do', may, handle: asked => carryOut(asked, deps) },
  { method: 'POST', path: '/people/imports/:id/undo', may, handle: asked => undo(asked, deps) },
]

async function show(asked: Asked, refusal?: Refusal): Promise<Answer> {
  const done = await asked.transact(readImports)
  const shown = importsPage({ csrf: asked.csrf, form: asked.form, done, refusal })
  return refusal ? pageAgain(shown) : page(shown)
}

async function preview(asked: Asked): Promise<Answer> {
  const [file] = asked.form.files('file')
  const kind = asked.form.text('kind') as ImportKind
  if (kind !== 'members' && kind !== 'officers')
    return show(asked, refuse('no-kind', 'Select what is in the file', 'kind').refusal)
  if (!file || file.unread) return show(asked, refuse('no-file', 'Select a CSV file of at most 10 MB', 'file').refusal)
  const content = textOfCsv(file.bytes).replaceAll('\0', '')
  const complete = asked.form.text('complete') === 'yes'
  const id = await asked.transact(async tx => {
    const plan = await planOf(tx, content, asksOf(asked, kind, complete))
    return insertImport(tx, {
      kind,
      complete,
      content,
      fileName: shortened(oneLine(file.name) || 'members.csv', 200),
      planHash: hashOfPlan(plan),
      madeBy: asked.viewer.person,
      madeAt: asked.now.at,
    })
  })
  return redirect(`/people/imports/${id}`)
}

const asksOf = ({ now, viewer }: Asked, kind: ImportKind, complete: boolean): Asks => ({
  kind,
  complete,
  today: now.today,
  by: viewer.person,
})

const given = async (tx: Tx, { params }: Asked): Promise<Import | undefined> =>
  isId(params.id ?? '') ? readImport(tx, params.id!) : undefined

/** What it would do, or what it did. As the system: what leavers hold is counted, too. */
const one = (asked: Asked, deps: PeopleDeps): Promise<Answer> =>
  inTransaction(asked.db, 'system', async tx => {
    const it = await given(tx, asked)
    if (!it) return missing
    if (it.doneAt) return page(donePage({ csrf: asked.csrf, it, changes: await readChanges(tx, it.id) }))
    const plan = await planOf(tx, it.content, asksOf(asked, it.kind, it.complete))
    const leavers = plan.changes.filter(change => change.after.disabled && change.person)
    const held = new Map<string, string>()
    for (const { person } of leavers) held.set(person!, (await deps.consequences(tx, person!, asked.now)).join(' '))
    return page(previewPage({ csrf: asked.csrf, it, plan, held }))
  })

const carryOut = (asked: Asked, deps: PeopleDeps): Promise<Answer> =>
  inTransaction(asked.db, 'system', async tx => {
    const it = await given(tx, asked)
    if (!it) return missing
    const back = `/people/imports/${it.id}`
    if (it.doneAt) return redirect(back)
    await holdStill(tx)
    const plan = await planOf(tx, it.content, asksOf(asked, it.kind, it.complete))
    if (plan.errors.length > 0 || !hashOfPlan(plan).equals(it.planHash)) {
      await updatePlanHash(tx, it.id, hashOfPlan(plan))
      return turnBack(back, 'Somebody changed these people meanwhile. Look again at what would happen')
    }
    if (!(await markDone(tx, it.id, asked.now.at))) return redirect(back)
    await carryOutPlan(tx, it.id, plan, writingOf(asked, deps))
    await noted(tx, asked, deps, 'people.imported', it)
    return redirect(back, 'The import is done')
  })

const undo = (asked: Asked, deps: PeopleDeps): Promise<Answer> =>
  inTransaction(asked.db, 'system', async tx => {
    const it = await given(tx, asked)
    if (!it) return missing
    await holdStill(tx)
    const done = await undoImport(tx, it.id, writingOf(asked, deps))
    const back = `/people/imports/${it.id}`
    if (!done.ok) return turnBack(back, done.refusal.words)
    await noted(tx, asked, deps, 'people.import-undone', it)
    return redirect(back, done.value.kept.length > 0 ? 'The import is undone, but not in full' : 'The import is undone')
  })

const writingOf = ({ viewer, now }: Asked, deps: PeopleDeps): Writing => ({
  by: viewer.person,
  now,
  disabled: deps.disabled,
})

const noted = (tx: Tx, asked: Asked, deps: PeopleDeps, act: string, { id, kind, complete }: Import): Promise<void> =>
  deps.record(tx, {
    at: asked.now.at,
    actor: asked.viewer.person,
    act,
    subject: { kind: 'import', id },
    details: { kind, complete },
  })
