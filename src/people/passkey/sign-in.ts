import { refuse } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import { page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { html } from '#platform/views/html.ts'
import type { PeopleDeps } from '../deps.ts'
import { enter, halfOf } from '../enter.ts'
import { noteSignIn } from '../note-sign-in.ts'
import { ownPath } from '../sign-in-link.ts'
import { signInPage } from '../sign-in-pages.ts'
import { askForPasskey, passkeyShown } from './passkey.ts'
import { passkeyForm } from './passkey-form.ts'

/** Signing in with a passkey: nobody types who they are, and no second step follows, because it is two in one. */
export const passkeySignInRoutes = (deps: PeopleDeps): Route[] => [
  { method: 'GET', path: '/sign-in/passkey', may: 'public', handle: asked => second(asked, deps) },
  { method: 'POST', path: '/sign-in/passkey', may: 'public', perMinute: 60, handle: asked => signIn(asked, deps) },
]

/** Where a link or a password was shown and one of their passkeys is still owed. */
function second(asked: Asked, deps: PeopleDeps): Answer {
  const half = halfOf(asked, deps)
  if (!half) return redirect('/sign-in')
  const body = html`
    <p class="govuk-body">One of your passkeys is asked for as well as the link or password.</p>
    ${passkeyForm({
      csrf: asked.csrf,
      action: '/sign-in/passkey',
      ceremony: askForPasskey(deps.secret, asked),
      text: 'Show my passkey',
      fields: html`<input type="hidden" name="wanted" value="${half.wanted}" />`,
    })}
    <p class="govuk-body">
      Lost it, or is there no button? Ask your administrator to reset how you sign in. See
      <a class="govuk-link" href="/contact">how to reach member services</a>.
    </p>
  `
  const shown: Page = { title: 'Show your passkey', body, current: '/sign-in' }
  return page(shown)
}

async function signIn(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const wanted = ownPath(asked.form.text('wanted'))
  const passkey = await passkeyShown(deps.secret, asked, asked.form.text('response'))
  if (passkey)
    return inTransaction(asked.db, 'system', tx =>
      enter(tx, asked, deps, { person: passkey.personId, wanted, by: 'passkey' }),
    )
  await noteSignIn(asked, deps, { act: 'people.sign-in-failed', by: 'passkey', whose: { typed: 'passkey' } })
  const refusal = refuse('no-passkey', 'We do not know this passkey. Try again, or use another way').refusal
  return pageAgain(
    signInPage({ csrf: asked.csrf, email: '', wanted, passkey: askForPasskey(deps.secret, asked), refusal }),
  )
}
