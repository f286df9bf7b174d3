import { newId } from '#kernel/id.ts'
import { allow, refuse, type Refusal, type Result } from '#kernel/result.ts'
import { openMailboxes, topics } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import { refusalOfZod } from '#platform/http/given.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import type { House } from '../../house.ts'
import type { EnquiryPages } from '../../routes.ts'
import { queryOf } from '../address.ts'
import { actBehind, bulkActNamed, bulkActNames, isBulkAct, type BulkActName } from './bulk-acts.ts'
import { bulkPage } from './bulk-page.ts'
import { beginBulk, beginUndo } from './begin-bulk.ts'
import { bulkById, insertBulk, lastBulks, peopleFor, undoOf } from './bulk.sql.ts'
import { mostAtOnce, type Bulk } from './bulk.ts'
import { choosePage } from './choose-page.ts'
import { foresee } from './foresee.ts'
import { lastPage } from './last-page.ts'
import { readBulk } from './read-bulk.ts'
import { selectionIn, type Selection } from './selection.ts'

const may = 'enquiries.bulk'

/** One act over many: choose it, look at what would happen, let it run, see what became of each, take it back. */
export function bulkRoutes(deps: EnquiryPages): Route[] {
  const inside = (handle: (tx: Tx, asked: Asked) => Promise<Answer>) => (asked: Asked) =>
    asked.transact(tx => handle(tx, asked))
  const one = '/enquiries/bulk/:id'
  return [
    { method: 'GET', path: '/enquiries/bulk', may, handle: inside((tx, asked) => choose(tx, asked, deps.house)) },
    { method: 'POST', path: '/enquiries/bulk', may, handle: inside((tx, asked) => plan(tx, asked, deps.house)) },
    { method: 'GET', path: '/enquiries/bulk/last', may, handle: inside(last) },
    { method: 'GET', path: one, may, handle: inside(show) },
    { method: 'POST', path: `${one}/confirm`, may, handle: inside((tx, asked) => confirm(tx, asked, deps)) },
    { method: 'POST', path: `${one}/undo`, may, handle: inside((tx, asked) => undo(tx, asked, deps)) },
  ]
}

async function choose(tx: Tx, asked: Asked, house: House): Promise<Answer> {
  const selection = await selectionIn(tx, asked, house, queryOf(asked.path))
  return selection.found.length > 0 ? page(await choosing(tx, asked, selection)) : noneMeant(selection)
}

const noneMeant = ({ matching }: Selection): Answer =>
  turnBack(`/enquiries?${matching}`, 'Select at least one enquiry first')

async function choosing(tx: Tx, asked: Asked, selection: Selection, refusal?: Refusal) {
  const { found, which, fields, matching } = selection
  const [people, mailboxes, allTopics] = await Promise.all([
    peopleFor(
      tx,
      found.map(it => it.id),
    ),
    openMailboxes(tx, asked.now.today),
    topics(tx),
  ])
  const byId = ({ id, name }: { id: string; name: string }) => ({ value: id, text: name })
  return choosePage({
    n: found.length,
    which,
    fields,
    acts: bulkActNames.filter(name => mayDo(asked.viewer, actBehind(name).may)),
    people: people.map(({ id, name, mailboxes }) => ({ value: id, text: `${name} (${mailboxes})` })),
    mailboxes: mailboxes.map(byId),
    topics: allTopics.map(byId),
    back: `/enquiries?${matching}`,
    csrf: asked.csrf,
    typed: asked.form,
    refusal,
  })
}

/** Keeps what was chosen with what the rules say to it, enquiry by enquiry; nothing is changed. */
async function plan(tx: Tx, asked: Asked, house: House): Promise<Answer> {
  const { form, viewer, now } = asked
  const params = new URLSearchParams(
    Object.keys(form.typed).flatMap(name => form.texts(name).map(text => [name, text])),
  )
  const selection = await selectionIn(tx, asked, house, params)
  const found = selection.found.slice(0, mostAtOnce)
  if (found.length === 0) return noneMeant(selection)
  const chosen = chosenIn(asked)
  if (!chosen.ok) return pageAgain(await choosing(tx, asked, selection, chosen.refusal))
  const { act, given } = chosen.value
  const references = found.map(it => it.reference)
  const items = await foresee(tx, house, viewer, references, act, given, { now })
  const id = isId(form.text('id')) ? form.text('id') : newId()
  await insertBulk(
    tx,
    { id, personId: viewer.person!, act, given, matching: selection.matching, madeAt: now.at },
    items,
  )
  return redirect(`/enquiries/bulk/${id}`)
}

function chosenIn({ form, viewer }: Asked): Result<{ act: BulkActName; given: object }> {
  const act = form.text('act')
  if (!isBulkAct(act) || !mayDo(viewer, actBehind(act).may)) return refuse('no-act', 'Select what to do', 'act')
  const { given, fields } = bulkActNamed(act)
  const parsed = actBehind(act).shape.safeParse(given(form))
  if (parsed.success) return allow({ act, given: parsed.data as object })
  return { ok: false, refusal: asTyped(refusalOfZod(parsed.error), fields) }
}

/** The act calls a field by its own name; on this page it stands under another. */
const asTyped = (refusal: Refusal, fields: Readonly<Record<string, string>>): Refusal => ({
  ...refusal,
  ...(refusal.field !== undefined && { field: fields[refusal.field] ?? refusal.field }),
  ...(refusal.also && { also: refusal.also.map(it => asTyped(it, fields)) }),
})

async function last(tx: Tx, asked: Asked): Promise<Answer> {
  return page(lastPage(await lastBulks(tx, asked.viewer.person!, 50)))
}

async function show(tx: Tx, asked: Asked): Promise<Answer> {
  const bulk = await theirs(tx, asked)
  return bulk ? page(bulkPage(await readBulk(tx, asked, bulk))) : missing
}

const theirs = async (tx: Tx, { params: { id = '' } }: Asked): Promise<Bulk | undefined> =>
  isId(id) ? bulkById(tx, id) : undefined

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Pressed twice, it runs once. */
async function confirm(tx: Tx, asked: Asked, deps: EnquiryPages): Promise<Answer> {
  const bulk = await theirs(tx, asked)
  if (!bulk) return missing
  await beginBulk(tx, asked, deps, bulk)
  return redirect(`/enquiries/bulk/${bulk.id}`)
}

async function undo(tx: Tx, asked: Asked, deps: EnquiryPages): Promise<Answer> {
  const bulk = await theirs(tx, asked)
  if (!bulk || bulk.state !== 'done' || bulk.undoes) return missing
  await beginUndo(tx, asked, deps, bulk)
  return redirect(`/enquiries/bulk/${(await undoOf(tx, bulk.id)) ?? bulk.id}`)
}
