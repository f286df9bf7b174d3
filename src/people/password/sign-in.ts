import { refuse, refuseAll, type Refusal } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import { page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { passwordInput } from '#platform/views/components/password-input.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html } from '#platform/views/html.ts'
import { isAddress } from '../address.ts'
import type { PeopleDeps } from '../deps.ts'
import { passFirst } from '../enter.ts'
import { noteSignIn } from '../note-sign-in.ts'
import { ownPath } from '../sign-in-link.ts'
import { attempt } from '../throttle.ts'
import { hashPassword, isOutdated, isPassword } from './hash.ts'
import { readPasswordByAddress, renewPassword } from './password.sql.ts'

/** Signing in with a password. Whoever has none, or is unknown, gets the same answer after the same work. */
export const passwordSignInRoutes = (deps: PeopleDeps): Route[] => [
  {
    method: 'GET',
    path: '/sign-in/password',
    may: 'public',
    handle: asked => (asked.viewer.via === 'session' ? redirect(wantedBy(asked)) : page(formPage(asked))),
  },
  {
    method: 'POST',
    path: '/sign-in/password',
    may: 'public',
    perMinute: 60,
    handle: asked => signIn(asked, deps),
  },
]

const wantedBy = (asked: Asked): string => ownPath(asked.form.text('wanted') || (asked.query.wanted ?? '/'))

async function signIn(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const [email, password] = [asked.form.text('email'), asked.form.text('password')]
  const refusal = missingFrom(email, password)
  if (refusal) return pageAgain(formPage(asked, refusal))
  const allowed = await attempt(asked.db, { kind: 'password', whose: email, from: asked.address }, asked.now.at)
  if (!allowed) {
    await noteSignIn(asked, deps, { act: 'people.sign-in-locked', by: 'password', whose: { typed: email } })
    return page(formPage(asked, tooOften), 429)
  }
  const found = await inTransaction(asked.db, 'system', tx => readPasswordByAddress(tx, email))
  const kept = found && !found.disabled ? (found.hash ?? undefined) : undefined
  if (!(await isPassword(password, kept)) || !found || !kept) {
    const whose = found ? { person: found.personId } : { typed: email }
    await noteSignIn(asked, deps, { act: 'people.sign-in-failed', by: 'password', whose })
    return pageAgain(formPage(asked, wrong))
  }
  await allowed.worked()
  const renewed = isOutdated(kept) ? await hashPassword(password) : undefined
  return inTransaction(asked.db, 'system', async tx => {
    if (renewed) await renewPassword(tx, found.personId, kept, renewed)
    return passFirst(tx, asked, deps, { person: found.personId, wanted: wantedBy(asked), by: 'password' })
  })
}

function missingFrom(email: string, password: string): Refusal | undefined {
  const wrongs = [
    !isAddress(email) &&
      refuse('not-an-address', 'Enter an email address in the right form, like name@council.example', 'email').refusal,
    password === '' && refuse('no-password', 'Enter your password', 'password').refusal,
  ].filter(it => it !== false)
  return refuseAll(wrongs)?.refusal
}

const wrong = refuse('wrong', 'Enter the right email address and password. One of the two is wrong', 'email').refusal
const tooOften = refuse(
  'too-many',
  'Wait 15 minutes, or have a link emailed to you: there were too many wrong passwords',
  'email',
).refusal

function formPage(asked: Asked, refusal?: Refusal): Page {
  const form = refusal ? asked.form : emptyForm
  const body = html`
    ${errorSummaryFor(refusal)}
    <form method="post" action="/sign-in/password" novalidate>
      ${csrfField(asked.csrf)}
      <input type="hidden" name="wanted" value="${wantedBy(asked)}" />
      ${textInput({
        name: 'email',
        type: 'email',
        label: { text: 'Your email address' },
        autocomplete: 'username',
        spellcheck: false,
        value: form.text('email'),
        errorMessage: errorFor(refusal, 'email'),
      })}
      ${passwordInput({
        name: 'password',
        label: { text: 'Your password' },
        errorMessage: errorFor(refusal, 'password'),
      })}
      ${button({ text: 'Sign in', preventDoubleClick: true })}
    </form>
    <p class="govuk-body">
      Forgotten it, or never had one?
      <a class="govuk-link" href="/sign-in?wanted=${encodeURIComponent(wantedBy(asked))}">Have a link emailed to you</a
      >. Once you are in you can set a new password.
    </p>
  `
  return { title: 'Sign in with a password', body, current: '/sign-in', invalid: Boolean(refusal) }
}
