import { addWorkingDays, type Calendar } from '#clock/door.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import { parseDay, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo, type Viewer } from '#platform/http/viewer.ts'
import type { House } from '../house.ts'
import { listEnquiries } from '../list.sql.ts'
import { nameBooks } from '../name-books.ts'
import type { EnquiryPages } from '../routes.ts'
import { addressOf, queryOf } from './address.ts'
import { columnRoutes } from './columns-routes.ts'
import { knownColumns, usualColumns } from './columns.ts'
import { dateFields } from './filter-panel.ts'
import { afterOf, filterOf, isNarrowed, narrowingIn, type Narrowing } from './narrowing.ts'
import { keyRoutes } from './keys/keys-routes.ts'
import { ownList, type OwnList } from './own-list.sql.ts'
import { allRegisters, registersFor } from './registers.ts'
import { savedNames } from './saved/saved-view.sql.ts'
import { savedRoutes } from './saved/saved-routes.ts'
import { seenRoutes } from './seen/seen-routes.ts'
import { countViews } from './view-counts.sql.ts'
import { usualView, type Me } from './views.ts'
import { tableOf, workListPage, type WorkList } from './work-list-page.ts'

const pageLength = 50

export const workListRoutes = (deps: EnquiryPages): Route[] => [
  { method: 'GET', path: '/enquiries', may: 'enquiries.worklist', handle: asked => showWork(asked, deps) },
  { method: 'GET', path: '/enquiries/narrow', may: 'enquiries.worklist', handle: asked => narrow(asked, deps) },
  ...columnRoutes,
  ...savedRoutes(),
  ...seenRoutes,
  ...keyRoutes,
]

/** The list of an address; without one, the list this person wants to begin with. */
async function showWork(asked: Asked, deps: EnquiryPages): Promise<Answer> {
  const query = queryOf(asked.path)
  const list = await readWork(asked, deps, narrowingOf(asked, query), query.get('filters') === 'open')
  // read along with the list: few begin with another one, and they wait for it once a day
  if (query.size === 0 && list.beginsWith) return redirect(`/enquiries?${list.beginsWith}`)
  return page(workListPage(list))
}

export const narrowingOf = ({ viewer }: Pick<Asked, 'viewer'>, query: URLSearchParams): Narrowing =>
  narrowingIn(query, narrowed => usualView(whoIs(viewer), narrowed))

const whoIs = (viewer: Viewer) => ({
  named: viewer.roles.some(role => ['responder', 'owner', 'proper-officer'].includes(role)),
  allocates: mayDo(viewer, 'enquiries.allocate'),
})

/**
 * The list and its counts, side by side on two connections: PostgreSQL works on both at once, and somebody waits only for
 * the longer of them. A count may be one ahead of its list, or one behind.
 */
async function readWork(
  asked: Asked,
  deps: EnquiryPages,
  narrowing: Narrowing,
  filters: boolean,
): Promise<WorkList & Pick<OwnList, 'beginsWith'>> {
  const [found, counted] = await Promise.all([
    // drawn while the others are still counted
    asked
      .transact(tx => findWork(tx, asked, deps.house, narrowing, filters))
      .then(it => ({ ...it, table: tableOf({ ...it, narrowing }) })),
    asked.transact(tx => countWork(tx, asked, deps.house, narrowing)),
  ])
  const { counts, matches, saved } = counted
  return { ...found, counts, saved, matches: matches ?? counts[narrowing.view], narrowing, filters, csrf: asked.csrf }
}

async function findWork(tx: Tx, asked: Asked, house: House, narrowing: Narrowing, filters: boolean) {
  const [me, own, books, registers] = await Promise.all([
    meIn(tx, asked, house),
    ownList(tx, asked.viewer.person!),
    nameBooks(tx),
    filters ? allRegisters(tx, asked.now.today) : registersFor(tx, narrowing, asked.now.today),
  ])
  const columns = own.columns ? knownColumns(own.columns) : usualColumns
  const { filter, order } = filterOf(narrowing, me)
  const found = await listEnquiries(tx, filter, order, pageLength + 1, narrowing.after, books)
  const lines = found.slice(0, pageLength)
  const next = found.length > pageLength ? afterOf(lines.at(-1)!, order) : undefined
  const [takes, picks] = [mayDo(asked.viewer, 'enquiries.take'), mayDo(asked.viewer, 'enquiries.bulk')]
  const { keys, beginsWith } = own
  return {
    me,
    calendar: me.calendar,
    order,
    columns,
    lines,
    next,
    registers,
    wardName: books.council.place,
    takes,
    picks,
    keys,
    beginsWith,
  }
}

/** For whom the list is drawn; what is due soon needs the calendar. */
export async function meIn(
  tx: Tx,
  { viewer, now: { today } }: Asked,
  house: House,
): Promise<Me & { readonly calendar: Calendar }> {
  const calendar = await house.calendar(tx)
  return { person: viewer.person!, today, soon: addWorkingDays(calendar, today, 2), calendar }
}

/** Every view, the saved ones, and the matches where the list is no view as it stands. */
async function countWork(tx: Tx, asked: Asked, house: House, narrowing: Narrowing) {
  const [me, views] = await Promise.all([meIn(tx, asked, house), savedNames(tx, mostSaved)])
  const lists = views.map(it => narrowingOf(asked, queryOf(`?${it.address}`)))
  const filters = [...lists, ...(isNarrowed(narrowing) ? [narrowing] : [])].map(it => filterOf(it, me).filter)
  const counts = await countViews(tx, me, filters)
  return {
    counts,
    matches: counts.found[views.length],
    saved: views.map((it, at) => ({ ...it, n: counts.found[at]! })),
  }
}

/** So many saved views stand above the list; the others are on their own page. */
const mostSaved = 12

/** What was chosen in the panel becomes an address to keep; a date that is none comes back with what was typed. */
async function narrow(asked: Asked, deps: EnquiryPages): Promise<Answer> {
  const query = queryOf(asked.path)
  const dates = Object.entries(dateFields).map(([name, [text]]) => typedDate(query.get(name) ?? '', name, text))
  const known = new URLSearchParams([...query].filter(([name]) => !(name in dateFields)))
  for (const it of dates) if (it.ok && it.value.on) known.set(it.value.name, it.value.on)
  const narrowing = narrowingOf(asked, known)
  const refusal = refuseAll(dates.flatMap(it => (it.ok ? [] : [it.refusal])))?.refusal
  if (!refusal) return redirect(addressOf(narrowing))
  const list = await readWork(asked, deps, narrowing, true)
  return pageAgain(workListPage({ ...list, refusal, typed: name => query.get(name) ?? undefined }))
}

/** `1/6/2026` or `2026-06-01`; nothing typed is no date. */
function typedDate(text: string, name: string, called: string): Result<{ name: string; on: Day | undefined }> {
  const [, date = '', month = '', year = ''] = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(text) ?? []
  const on = parseDay(year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text.trim())
  if (on || text.trim() === '') return allow({ name, on })
  return refuse('no-such-day', `${called} must be a real date, like 27/3/2026`, name)
}
