import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import type { Day } from '#kernel/day.ts'
import { oneLine, shortened } from '#kernel/text.ts'
import { textOfCsv, type WrongLine } from '#platform/csv.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { dayBoxes, typedDay } from '#platform/http/typed-day.ts'
import type { PeopleDeps } from '../deps.ts'
import { isId } from '../given-id.ts'
import { keepPlaces, planPlaces, type PlacesAsked } from './import-places.ts'
import { mapRoutes } from './map-page.ts'
import { placeListPage, placesPage } from './pages.ts'
import {
  confirmPlaceList,
  placeKinds,
  readPlaceList,
  readPlaceLists,
  wardsWithout,
  withdrawPlaceList,
  type PlaceList,
} from './place-list.sql.ts'

const may = 'people.administer'

/** Importing postcodes and boundaries: choose a file, see what it tells, let it hold, and withdraw it. */
export const placeRoutes = (deps: PeopleDeps): Route[] => [
  { method: 'GET', path: '/people/places', may, handle: asked => asked.transact(tx => show(tx, asked)) },
  { method: 'POST', path: '/people/places', may, mostBytes: 12 * 1024 * 1024, handle: look },
  { method: 'GET', path: '/people/places/:id', may, handle: one },
  { method: 'POST', path: '/people/places/:id/confirm', may, handle: asked => confirm(asked, deps) },
  { method: 'POST', path: '/people/places/:id/withdraw', may, handle: asked => withdraw(asked, deps) },
  ...mapRoutes,
]

type Wrong = { readonly refusal?: Refusal; readonly errors?: readonly WrongLine[] }

async function show(tx: Tx, { csrf, form, now }: Asked, wrong: Wrong = {}): Promise<Answer> {
  const lists = await readPlaceLists(tx)
  const isAgain = Boolean(wrong.refusal ?? wrong.errors)
  const typed = isAgain ? form : formOf(dayBoxes('fromOn', now.today))
  const shown = placesPage({ csrf, form: typed, lists, today: now.today, ...wrong })
  return isAgain ? pageAgain(shown) : page(shown)
}

const look = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const given = givenIn(asked)
    if (!given.ok) return show(tx, asked, given)
    const plan = await planPlaces(tx, given.value)
    if (plan.errors.length > 0)
      return show(tx, asked, {
        refusal: refuse('wrong-lines', 'Select the file again when what is listed below is mended', 'file').refusal,
        errors: plan.errors,
      })
    return redirect(`/people/places/${await keepPlaces(tx, plan, given.value)}`)
  })

function givenIn({ form, viewer, now }: Asked): Result<PlacesAsked> {
  const [file] = form.files('file')
  const kind = placeKinds.find(it => it === form.text('kind'))
  const fromOn = typedDay(form, 'fromOn', 'Day from which it holds')
  const refused = refuseAll([
    ...(kind ? [] : [refuse('no-kind', 'Select what is in the file', 'kind').refusal]),
    ...(file && !file.unread ? [] : [refuse('no-file', 'Select a file of at most 10 MB', 'file').refusal]),
    ...(fromOn.ok ? [] : [fromOn.refusal]),
  ])
  if (refused) return refused
  return allow({
    kind: kind!,
    text: textOfCsv(file!.bytes).replaceAll('\0', ''),
    fileName: shortened(oneLine(file!.name) || 'file', 200),
    fromOn: (fromOn as { value: Day }).value,
    by: viewer.person,
    at: now.at,
  })
}

const found = async (tx: Tx, { params }: Asked): Promise<PlaceList | undefined> =>
  isId(params.id ?? '') ? readPlaceList(tx, params.id!) : undefined

const one = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const it = await found(tx, asked)
    if (!it) return missing
    return page(placeListPage({ csrf: asked.csrf, it, without: await wardsWithout(tx, it) }))
  })

const confirm = (asked: Asked, deps: PeopleDeps): Promise<Answer> =>
  asked.transact(async tx => {
    const it = await found(tx, asked)
    if (!it) return missing
    if (!(await confirmPlaceList(tx, it, asked.now.at))) return redirect(`/people/places/${it.id}`)
    await noted(tx, asked, deps, 'people.places-imported', it)
    return redirect('/people/places', `${it.fileName} holds`)
  })

const withdraw = (asked: Asked, deps: PeopleDeps): Promise<Answer> =>
  asked.transact(async tx => {
    const it = await found(tx, asked)
    if (!it) return missing
    if (!(await withdrawPlaceList(tx, it.id, asked.now.at))) return redirect(`/people/places/${it.id}`)
    await noted(tx, asked, deps, 'people.places-withdrawn', it)
    return redirect('/people/places', `${it.fileName} is withdrawn`)
  })

const noted = (tx: Tx, { now, viewer }: Asked, deps: PeopleDeps, act: string, it: PlaceList): Promise<void> =>
  deps.record(tx, {
    at: now.at,
    actor: viewer.person,
    act,
    subject: { kind: 'place-list', id: it.id },
    details: { kind: it.kind, fromOn: it.fromOn },
  })
