import { inTransaction, type Tx } from '#platform/db/database.ts'
import { missing, page, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { html } from '#platform/views/html.ts'
import { deleteAuthenticator } from '../authenticator/authenticator.sql.ts'
import type { PeopleDeps } from '../deps.ts'
import { isId } from '../given-id.ts'
import { deletePasskeysOf } from '../passkey/passkey.sql.ts'
import { deletePassword } from '../password/password.sql.ts'
import { readPersons } from '../person.sql.ts'
import type { Person } from '../person.ts'
import { updateSessionsEnded } from '../session.sql.ts'
import { endLinksOf } from '../sign-in.sql.ts'
import { wayChanged } from './changed.ts'

/** For somebody who lost phone and codes: an administrator takes every way of signing in away but the mailed link. */
export const resetRoutes = (deps: PeopleDeps): Route[] => {
  const may = 'people.administer'
  return [
    { method: 'GET', path: '/people/:id/reset-sign-in', may, handle: ask },
    { method: 'POST', path: '/people/:id/reset-sign-in', may, handle: asked => reset(asked, deps) },
  ]
}

/** Not oneself: that would be a way around one's own second step. */
async function other(tx: Tx, { params, viewer }: Asked): Promise<Person | undefined> {
  const id = params.id ?? ''
  return isId(id) && id !== viewer.person ? (await readPersons(tx, [id]))[0] : undefined
}

async function ask(asked: Asked): Promise<Answer> {
  const person = await asked.transact(tx => other(tx, asked))
  if (!person) return missing
  const body = html`
    <p class="govuk-body">
      For somebody who lost their phone. Talk to them first, in person or on a number you already had: an email that
      asks for this may be from somebody else.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>their password, passkeys, app and recovery codes stop working</li>
      <li>they are signed out everywhere</li>
      <li>they get an email that says so, and sign in by a link sent to ${person.email}</li>
    </ul>
    <form method="post" action="/people/${person.id}/reset-sign-in">
      ${csrfField(asked.csrf)}
      ${button({ text: 'Reset how they sign in', classes: 'govuk-button--warning', preventDoubleClick: true })}
    </form>
  `
  return page({
    title: `Reset how ${person.name} signs in?`,
    body,
    current: '/people',
    back: { href: `/people/${person.id}`, text: person.name },
  })
}

const reset = (asked: Asked, deps: PeopleDeps): Promise<Answer> =>
  inTransaction(asked.db, 'system', async tx => {
    const person = await other(tx, asked)
    if (!person) return missing
    await deletePassword(tx, person.id)
    await deletePasskeysOf(tx, person.id)
    await deleteAuthenticator(tx, person.id)
    await updateSessionsEnded(tx, person.id, asked.now.at)
    await endLinksOf(tx, person.id, asked.now.at)
    const what = 'An administrator reset how you sign in: only a link by email signs you in now.'
    await wayChanged(tx, asked, deps, { person: person.id, act: 'people.sign-in-reset', what })
    return redirect(`/people/${person.id}`, `${person.name} signs in by a mailed link now`)
  })
