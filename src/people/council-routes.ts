import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { emptyForm, formOf, type Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { kinds, savePart, type Kind, type Part, type PartDraft } from './council-kinds.ts'
import { capital, partFormPage, partsPage } from './council-pages.ts'
import { readDirectorates } from './council.sql.ts'
import type { PeopleDeps } from './deps.ts'
import { readPresentPersons } from './person.sql.ts'

/** Wards, groups, directorates, services and partners: for each kind a list, a form to add and a form to change. */
export const councilRoutes = (deps: PeopleDeps): Route[] => kinds.flatMap(kind => routesOf(kind, deps))

function routesOf(kind: Kind, deps: PeopleDeps): Route[] {
  const may = 'people.administer'
  const path = `/people/${kind.path}`
  return [
    {
      method: 'GET',
      path,
      may,
      handle: asked => asked.transact(async tx => page(partsPage(kind, await kind.read(tx)))),
    },
    { method: 'GET', path: `${path}/new`, may, handle: asked => asked.transact(tx => show(tx, asked, kind)) },
    { method: 'POST', path: `${path}/new`, may, handle: asked => asked.transact(tx => save(tx, asked, kind, deps)) },
    {
      method: 'GET',
      path: `${path}/:id`,
      may,
      handle: asked => withKnown(asked, kind, (tx, known) => show(tx, asked, kind, known)),
    },
    {
      method: 'POST',
      path: `${path}/:id`,
      may,
      handle: asked => withKnown(asked, kind, (tx, known) => save(tx, asked, kind, deps, known)),
    },
  ]
}

const withKnown = (asked: Asked, kind: Kind, then: (tx: Tx, known: Part) => Promise<Answer>): Promise<Answer> =>
  asked.transact(async tx => {
    const known = (await kind.read(tx)).find(part => part.id === asked.params.id)
    return known ? then(tx, known) : missing
  })

async function show(tx: Tx, asked: Asked, kind: Kind, known?: Part, refusal?: Refusal): Promise<Answer> {
  const people = kind.head ? await readPresentPersons(tx) : []
  const directorates = kind.inDirectorate ? await readDirectorates(tx) : []
  const form = refusal ? asked.form : filled(known)
  const shown = partFormPage({ csrf: asked.csrf, form, kind, people, directorates, refusal, known })
  return refusal ? pageAgain(shown) : page(shown)
}

const filled = (known: Part | undefined): Form =>
  known
    ? formOf({ name: known.name, headId: known.headId ?? undefined, directorateId: known.directorateId })
    : emptyForm

async function save(tx: Tx, asked: Asked, kind: Kind, deps: PeopleDeps, known?: Part): Promise<Answer> {
  const wanted = await draftIn(tx, asked.form, kind, known)
  if (!wanted.ok) return show(tx, asked, kind, known, wanted.refusal)
  const id = await savePart(tx, kind, known?.id, wanted.value, asked.viewer.person)
  const act = known ? 'people.council-changed' : 'people.council-added'
  await deps.record(tx, {
    at: asked.now.at,
    actor: asked.viewer.person,
    act,
    subject: { kind: kind.one, id },
    details: wanted.value,
  })
  return redirect(`/people/${kind.path}`, `${wanted.value.name} is ${known ? 'changed' : 'added'}`)
}

async function draftIn(tx: Tx, form: Form, kind: Kind, known: Part | undefined): Promise<Result<PartDraft>> {
  const draft = {
    name: oneLine(form.text('name')),
    headId: form.text('headId') || null,
    directorateId: form.text('directorateId'),
  }
  const wrong: Refusal[] = []
  const say = (code: string, words: string, field: string) => wrong.push(refuse(code, words, field).refusal)
  const same = (await kind.read(tx)).find(
    part => part.name.toLowerCase() === draft.name.toLowerCase() && part.id !== known?.id,
  )
  if (draft.name === '') say('no-name', `Enter the name of the ${kind.one}`, 'name')
  else if (draft.name.length > 200) say('long-name', 'Enter a name of at most 200 characters', 'name')
  else if (same) say('name-taken', `Enter another name: ${capital(kind.one)} ${same.name} is there already`, 'name')
  if (kind.inDirectorate && !(await readDirectorates(tx)).some(it => it.id === draft.directorateId)) {
    say('no-directorate', 'Select the directorate it belongs to', 'directorateId')
  }
  if (kind.head && draft.headId && !(await readPresentPersons(tx)).some(it => it.id === draft.headId)) {
    say('no-person', 'Select somebody from the list, or nobody yet', 'headId')
  }
  return refuseAll(wrong) ?? allow(draft)
}
