import { refuse, type Refusal, type Result } from '#kernel/result.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { emptyForm } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { addPeople, changePerson, refuseTakenAddresses } from './appoint.ts'
import { readGroups, readOrganisationOf, readOrganisations, readWards, savePartnerPerson } from './council.sql.ts'
import type { PeopleDeps } from './deps.ts'
import { isId } from './given-id.ts'
import { readMember, saveMembers } from './member.sql.ts'
import { appointmentIn, filledForm, type Appointment, type Offers } from './person-form.ts'
import { personFormPage } from './person-form-page.ts'
import { readAddresses, readPersons } from './person.sql.ts'
import type { Person } from './person.ts'
import { endLinksOf } from './sign-in.sql.ts'

/** Adding people and changing what is known of them. */
export function personRoutes(deps: PeopleDeps): Route[] {
  const may = 'people.administer'
  return [
    { method: 'GET', path: '/people/new', may, handle: asked => showNew(asked) },
    { method: 'POST', path: '/people/new', may, handle: asked => add(asked, deps) },
    { method: 'GET', path: '/people/:id/edit', may, handle: showKnown },
    { method: 'POST', path: '/people/:id/edit', may, handle: asked => change(asked, deps) },
  ]
}

const offersNow = async (tx: Tx): Promise<Offers> => {
  const [wards, groups, organisations] = await Promise.all([readWards(tx), readGroups(tx), readOrganisations(tx)])
  return { wards, groups, organisations }
}

async function showNew(asked: Asked, refusal?: Refusal): Promise<Answer> {
  const offers = await asked.transact(offersNow)
  const shown = personFormPage({ csrf: asked.csrf, form: refusal ? asked.form : emptyForm, offers, refusal })
  return refusal ? pageAgain(shown) : page(shown)
}

async function add(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const added = await asked.transact(async tx => {
    const wanted = appointmentIn(asked.form, await offersNow(tx))
    if (!wanted.ok) return wanted
    const taken = await refuseTakenAddresses(tx, wanted.value.person, null)
    if (taken) return taken
    const [id = ''] = await addPeople(tx, [wanted.value.person], asked.viewer.person)
    await place(tx, id, wanted.value)
    await note(tx, asked, deps, 'people.added', id, wanted.value)
    return { ok: true as const, value: { id, name: wanted.value.person.name } }
  })
  return added.ok
    ? redirect(`/people/${added.value.id}`, `${added.value.name} is added`)
    : showNew(asked, added.refusal)
}

async function showKnown(asked: Asked): Promise<Answer> {
  const id = asked.params.id ?? ''
  if (!isId(id)) return missing
  return asked.transact(async tx => {
    const [person] = await readPersons(tx, [id])
    if (!person) return missing
    const known = {
      member: await readMember(tx, id),
      organisationId: (await readOrganisationOf(tx, id))?.id,
      otherAddresses: await readAddresses(tx, id),
    }
    return page(
      personFormPage({ csrf: asked.csrf, form: filledForm(person, known), offers: await offersNow(tx), known: person }),
    )
  })
}

async function change(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const id = asked.params.id ?? ''
  if (!isId(id)) return missing
  // as the system: a changed address ends sign-in links, which an administrator does not see
  return inTransaction(asked.db, 'system', async tx => {
    const [person] = await readPersons(tx, [id])
    if (!person) return missing
    const offers = await offersNow(tx)
    const done = await settle(tx, asked, deps, person, offers)
    if (done.ok) return redirect(`/people/${id}`, `${done.value.person.name} is changed`)
    return pageAgain(
      personFormPage({ csrf: asked.csrf, form: asked.form, offers, refusal: done.refusal, known: person }),
    )
  })
}

async function settle(
  tx: Tx,
  asked: Asked,
  deps: PeopleDeps,
  before: Person,
  offers: Offers,
): Promise<Result<Appointment>> {
  const wanted = appointmentIn(asked.form, offers)
  if (!wanted.ok) return wanted
  const refused =
    refuseGivingUp(asked, before, wanted.value) ?? (await refuseTakenAddresses(tx, wanted.value.person, before.id))
  if (refused) return refused
  await changePerson(tx, before.id, wanted.value.person, asked.viewer.person)
  await place(tx, before.id, wanted.value)
  if (wanted.value.person.email !== before.email) await endLinksOf(tx, before.id, asked.now.at)
  await note(tx, asked, deps, 'people.changed', before.id, wanted.value, before)
  return wanted
}

/** Nobody takes the administrator's role from themselves, so that one is always left to give it. */
function refuseGivingUp(asked: Asked, before: Person, { person }: Appointment) {
  const givesUp = before.id === asked.viewer.person && !person.roles.includes('admin')
  return givesUp
    ? refuse('last-administrator', 'Ask another administrator to take the administrator role from you', 'roles')
    : undefined
}

async function place(tx: Tx, id: string, { seat, organisationId }: Appointment): Promise<void> {
  if (seat) await saveMembers(tx, [{ personId: id, ...seat }])
  await savePartnerPerson(tx, id, organisationId)
}

const note = (
  tx: Tx,
  asked: Asked,
  deps: PeopleDeps,
  act: string,
  id: string,
  { person }: Appointment,
  before?: Person,
): Promise<void> =>
  deps.record(tx, {
    at: asked.now.at,
    actor: asked.viewer.person,
    act,
    subject: { kind: 'person', id },
    details: {
      roles: person.roles,
      ...(before && { rolesBefore: before.roles, ...(before.email !== person.email && { emailChanged: true }) }),
    },
  })
