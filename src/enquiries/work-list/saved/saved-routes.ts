import { mailboxesById, partsOf } from '#mailboxes/door.ts'
import { allow, refuse, type Refusal, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { addressWords, queryOf } from '../address.ts'
import { inShort } from '../chips.ts'
import { narrowingIn } from '../narrowing.ts'
import { keepOwnList, ownList } from '../own-list.sql.ts'
import { registersFor, type Choice } from '../registers.ts'
import { viewNamed } from '../views.ts'
import { savePage, viewsPage } from './saved-pages.ts'
import { changeView, insertView, markDeleted, savedView, savedViews, type SavedView } from './saved-view.sql.ts'

const may = 'enquiries.worklist'
const dayMs = 86_400_000

/** Saving a list under a name, and looking after what was saved. */
export const savedRoutes = (): Route[] => [
  { method: 'GET', path: '/enquiries/views', may, handle: asked => asked.transact(tx => show(tx, asked)) },
  { method: 'GET', path: '/enquiries/views/new', may, handle: asked => asked.transact(tx => begin(tx, asked)) },
  { method: 'POST', path: '/enquiries/views', may, handle: asked => asked.transact(tx => save(tx, asked)) },
  {
    method: 'POST',
    path: '/enquiries/views/begin-as-usual',
    may,
    handle: asked => asked.transact(tx => beginWith(tx, asked, null)),
  },
  { method: 'GET', path: '/enquiries/views/:id', may, handle: forTheirs(change) },
  { method: 'POST', path: '/enquiries/views/:id', may, handle: forTheirs(keep) },
  { method: 'POST', path: '/enquiries/views/:id/delete', may, handle: forTheirs(remove) },
  { method: 'POST', path: '/enquiries/views/:id/restore', may, handle: forTheirs(restore) },
  {
    method: 'POST',
    path: '/enquiries/views/:id/begin',
    may,
    handle: forSeen((tx, asked, view) => beginWith(tx, asked, view.address)),
  },
]

type Handle = (tx: Tx, asked: Asked, view: SavedView) => Promise<Answer>

function forSeen(handle: Handle) {
  return (asked: Asked) =>
    asked.transact(async tx => {
      const id = asked.params.id ?? ''
      const view = /^[0-9a-f-]{36}$/.test(id) ? await savedView(tx, id) : undefined
      return view ? handle(tx, asked, view) : missing
    })
}

/** A shared view is changed by whoever saved it and by who runs the mailbox; for others there is nothing to change. */
function forTheirs(handle: Handle) {
  return forSeen(async (tx, asked, view) => (view.theirs ? handle(tx, asked, view) : missing))
}

async function show(tx: Tx, asked: Asked): Promise<Answer> {
  const since = new Date(asked.now.at.getTime() - 30 * dayMs)
  const [views, { beginsWith }] = await Promise.all([savedViews(tx, since), ownList(tx, asked.viewer.person!)])
  return page(viewsPage({ views, beginsWith, csrf: asked.csrf }))
}

const begin = async (tx: Tx, asked: Asked): Promise<Answer> =>
  page(await saving(tx, asked, asked.path.split('?', 2)[1] ?? ''))

const change: Handle = async (tx, asked, view) => page(await saving(tx, asked, view.address, view))

/** The page with what is saved in words; the address is read anew, so that nothing else can be kept in it. */
async function saving(tx: Tx, asked: Asked, words: string, view?: SavedView, refusal?: Refusal) {
  const narrowing = narrowingIn(queryOf(`?${words}`), () => 'all')
  const [registers, mailboxes] = await Promise.all([
    registersFor(tx, narrowing, asked.now.today),
    theirMailboxes(tx, asked),
  ])
  const which = inShort(viewNamed(narrowing.view).text, narrowing, registers)
  const { form: typed, csrf } = asked
  return savePage({ view, address: addressWords(narrowing), which, mailboxes, typed, csrf, refusal })
}

async function theirMailboxes(tx: Tx, { viewer, now }: Asked): Promise<Choice[]> {
  const parts = await partsOf(tx, viewer.person!, now.today)
  const named = await mailboxesById(tx, [...new Set(parts.map(it => it.mailboxId))])
  return named.map(({ id, name }) => ({ value: id, text: name }))
}

async function save(tx: Tx, asked: Asked): Promise<Answer> {
  const words = asked.form.text('address')
  const typed = typedIn(asked, await theirMailboxes(tx, asked))
  if (!typed.ok) return pageAgain(await saving(tx, asked, words, undefined, typed.refusal))
  const address = addressWords(narrowingIn(queryOf(`?${words}`), () => 'all'))
  await insertView(tx, { personId: asked.viewer.person!, ...typed.value, address }, asked.now.at)
  return redirect(`/enquiries?${address}`, `Saved as “${typed.value.name}”`)
}

const keep: Handle = async (tx, asked, view) => {
  const typed = typedIn(asked, await theirMailboxes(tx, asked))
  if (!typed.ok) return pageAgain(await saving(tx, asked, view.address, view, typed.refusal))
  await changeView(tx, view.id, typed.value)
  return redirect('/enquiries/views', `Saved as “${typed.value.name}”`)
}

function typedIn({ form }: Asked, mailboxes: readonly Choice[]): Result<{ name: string; mailboxId: string | null }> {
  const name = form.text('name').replace(/\s+/g, ' ')
  if (name === '' || name.length > 60) return refuse('no-name', 'Enter a name of at most 60 characters', 'name')
  const chosen = form.text('mailbox')
  if (chosen === '' || chosen === 'me') return allow({ name, mailboxId: null })
  const shared = mailboxes.some(it => it.value === chosen)
  return shared ? allow({ name, mailboxId: chosen }) : refuse('no-mailbox', 'Select one of your mailboxes', 'mailbox')
}

const remove: Handle = async (tx, asked, view) => {
  await markDeleted(tx, view.id, asked.now.at)
  return redirect('/enquiries/views', `Deleted “${view.name}”. You can take it back below`)
}

const restore: Handle = async (tx, _asked, view) => {
  await markDeleted(tx, view.id, null)
  return redirect('/enquiries/views', `“${view.name}” is back`)
}

async function beginWith(tx: Tx, asked: Asked, address: string | null): Promise<Answer> {
  await keepOwnList(tx, asked.viewer.person!, { beginsWith: address })
  return redirect('/enquiries/views', address === null ? 'It begins as usual again' : 'Your work list begins with it')
}
