import type { Refusal, Result } from '#kernel/result.ts'
import { isId, personNames, presentPersons } from '#people/door.ts'
import { namedPeople } from '#mailboxes/door.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm, type Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { House } from '../house.ts'
import { addressOf, openEnquiry, type Opened } from '../page/open-enquiry.ts'
import { exclude, lift, mayExclude, mayExcludeFrom, mightSee } from './exclude.ts'
import { exclusionsOf } from './exclusion.sql.ts'
import { exclusionsPage } from './exclusions-page.ts'

const path = '/enquiries/:reference/exclusions'

/** Keeping one officer out of one enquiry, and letting them in again. */
export const exclusionRoutes = ({ house }: { readonly house: House }): Route[] => [
  { method: 'GET', path, may: mayExclude, handle: asked => opened(asked, house, async it => page(await drawn(it))) },
  { method: 'POST', path, may: mayExclude, handle: asked => opened(asked, house, keepOut) },
  { method: 'POST', path: `${path}/lift`, may: mayExclude, handle: asked => opened(asked, house, letIn) },
]

function opened(asked: Asked, house: House, work: (it: Opened) => Promise<Answer>): Promise<Answer> {
  return asked.transact(async tx => {
    const it = await openEnquiry(tx, asked, house)
    return it && mayExcludeFrom(it.actor.parts, asked.viewer) ? work(it) : missing
  })
}

async function drawn(it: Opened, form: Form = emptyForm, refusal?: Refusal): Promise<Page> {
  const { tx, enquiry, asked } = it
  const [exclusions, people, inMailbox] = await Promise.all([
    exclusionsOf(tx, enquiry.id),
    presentPersons(tx),
    enquiry.mailboxId ? namedPeople(tx, enquiry.mailboxId, asked.now.today) : [],
  ])
  const ids = exclusions.flatMap(one => [one.personId, one.byPerson, one.liftedBy ?? []].flat())
  const names = await personNames(tx, [...new Set(ids)])
  const possible = people.filter(mightSee)
  const isNamed = (id: string) => inMailbox.some(named => named.personId === id)
  return exclusionsPage({
    opened: it,
    exclusions,
    nameOf: id => names.get(id) ?? 'Somebody who has left',
    named: possible.filter(({ id }) => isNamed(id)),
    others: possible.filter(({ id }) => !isNamed(id)),
    form,
    refusal,
  })
}

async function keepOut(it: Opened): Promise<Answer> {
  const { form, viewer } = it.asked
  const person = isId(form.text('person')) ? form.text('person') : ''
  const done = await exclude(it, { person, why: form.text('why') })
  if (!done.ok) return again(it, done)
  return done.value.id === viewer.person
    ? redirect('/enquiries', `You do not see ${it.enquiry.reference} any more`)
    : redirect(`${addressOf(it.enquiry)}/exclusions`, `${done.value.name} does not see it any more`)
}

async function letIn(it: Opened): Promise<Answer> {
  const { form } = it.asked
  const done = await lift(it, {
    id: isId(form.text('id')) ? form.text('id') : crypto.randomUUID(),
    why: form.text('why'),
  })
  return done.ok ? redirect(`${addressOf(it.enquiry)}/exclusions`, 'They may see it again') : again(it, done)
}

async function again(it: Opened, { refusal }: Extract<Result<unknown>, { ok: false }>): Promise<Answer> {
  return pageAgain(await drawn(it, it.asked.form, refusal))
}
