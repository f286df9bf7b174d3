import { allow, refuse, type Refusal, type Result } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import { page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { passwordInput } from '#platform/views/components/password-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { codeInput } from '../authenticator/set-up-page.ts'
import { showCode } from '../authenticator/show-code.ts'
import type { PeopleDeps } from '../deps.ts'
import { askForPasskey, passkeyShown } from '../passkey/passkey.ts'
import { passkeyForm } from '../passkey/passkey-form.ts'
import { isPassword } from '../password/hash.ts'
import { readPassword } from '../password/password.sql.ts'
import type { Shown } from '../enter.ts'
import { updateProved, updateSecondShown } from '../session.sql.ts'
import { ownPath } from '../sign-in-link.ts'
import { attempt } from '../throttle.ts'
import { waysOf, type Ways } from './ways.ts'

/** Showing again who one is, before something about signing in is changed. */
export const confirmRoutes = (deps: PeopleDeps): Route[] => {
  const may = 'people.profile'
  return [
    { method: 'GET', path: '/people/me/confirm', may, handle: asked => show(asked, deps) },
    { method: 'POST', path: '/people/me/confirm', may, perMinute: 60, handle: asked => confirm(asked, deps) },
  ]
}

const wantedBy = (asked: Asked): string => ownPath(asked.form.text('wanted') || (asked.query.wanted ?? '/people/me'))

async function show(asked: Asked, deps: PeopleDeps, refusal?: Refusal): Promise<Answer> {
  const shown = confirmPage(asked, deps, await waysOf(asked), refusal)
  return refusal ? pageAgain(shown) : page(shown)
}

async function confirm(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const shown = await showAgain(asked, deps)
  if (!shown.ok) return show(asked, deps, shown.refusal)
  const { session, person } = asked.viewer
  if (session && person)
    await inTransaction(asked.db, 'system', async tx => {
      await updateProved(tx, session, person, asked.now.at)
      if (shown.value !== 'password') await updateSecondShown(tx, session, person)
    })
  return redirect(wantedBy(asked))
}

/** Whoever has an app set up shows its code: their password alone is half of what lets them in. */
async function showAgain(asked: Asked, deps: PeopleDeps): Promise<Result<Shown>> {
  const person = asked.viewer.person ?? ''
  const response = asked.form.text('response')
  if (response) {
    const passkey = await passkeyShown(deps.secret, asked, response)
    return passkey?.personId === person ? allow('passkey') : refuse('no-passkey', 'Show one of your own passkeys')
  }
  const { authenticatorSetAt } = await waysOf(asked)
  if (!authenticatorSetAt) return showPassword(asked, person)
  const shown = await showCode(asked, deps, person, asked.form.text('code'))
  return shown.ok ? allow(shown.by) : shown
}

async function showPassword(asked: Asked, person: string): Promise<Result<Shown>> {
  const allowed = await attempt(asked.db, { kind: 'password', whose: person, from: asked.address }, asked.now.at)
  if (!allowed) return refuse('too-many', 'Wait 15 minutes: there were too many wrong passwords', 'password')
  const kept = await inTransaction(asked.db, 'system', tx => readPassword(tx, person))
  if (!(await isPassword(asked.form.text('password'), kept))) return refuse('wrong', 'Enter your password', 'password')
  await allowed.worked()
  return allow('password')
}

function confirmPage(asked: Asked, deps: PeopleDeps, ways: Ways, refusal?: Refusal): Page {
  const { csrf } = asked
  const wanted = html`<input type="hidden" name="wanted" value="${wantedBy(asked)}" />`
  const body = html`
    ${errorSummaryFor(refusal)}
    <p class="govuk-body">
      You are about to change something that others must not change for you. Show that it is you at this device.
    </p>
    ${ways.passkeys.length > 0 &&
    passkeyForm({
      csrf,
      action: '/people/me/confirm',
      ceremony: askForPasskey(deps.secret, asked),
      text: 'Show my passkey',
      fields: wanted,
    })}
    ${(ways.authenticatorSetAt || ways.hasPassword) &&
    html`<form method="post" action="/people/me/confirm" novalidate>
      ${csrfField(csrf)} ${wanted}
      ${ways.authenticatorSetAt
        ? codeInput('The six digits in your app, or a recovery code', refusal)
        : passwordInput({
            name: 'password',
            label: { text: 'Your password' },
            errorMessage: errorFor(refusal, 'password'),
          })}
      ${button({ text: 'Continue', preventDoubleClick: true })}
    </form>`}
    ${byLink(csrf, ways, wanted)}
  `
  return { title: 'Show that it is you', body, current: '/people/me', invalid: Boolean(refusal) }
}

/** Signing in anew by a mailed link shows it too, and is there for everybody. */
const byLink = (csrf: string, { person }: Ways, wanted: Html): Html => html`
  <form method="post" action="/sign-in">
    ${csrfField(csrf)} ${wanted}
    <input type="hidden" name="email" value="${person.email}" />
    ${button({ text: 'Email me a link instead', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>
`
