import type { Refusal } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import { page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorSummaryFor } from '#platform/views/components/form.ts'
import { html } from '#platform/views/html.ts'
import type { PeopleDeps } from '../deps.ts'
import { deviceOf, enter, halfOf, type Half } from '../enter.ts'
import { readPersons } from '../person.sql.ts'
import type { Person } from '../person.ts'
import { secondStepOf } from '../second-step.ts'
import { keepAuthenticator, offerFor } from './set-up.ts'
import { codeInput, setUpPage } from './set-up-page.ts'
import { showCode } from './show-code.ts'

/** The second step of signing in: a code, or setting an app up where the council asks for one. */
export const codeSignInRoutes = (deps: PeopleDeps): Route[] => [
  { method: 'GET', path: '/sign-in/code', may: 'public', handle: asked => show(asked, deps) },
  { method: 'POST', path: '/sign-in/code', may: 'public', perMinute: 60, handle: asked => signIn(asked, deps) },
  { method: 'GET', path: '/sign-in/set-up', may: 'public', handle: asked => showSetUp(asked, deps) },
  { method: 'POST', path: '/sign-in/set-up', may: 'public', perMinute: 60, handle: asked => setUp(asked, deps) },
]

const tooLate = redirect('/sign-in', 'That took longer than 10 minutes. Please begin again')

const show = (asked: Asked, deps: PeopleDeps): Answer => (halfOf(asked, deps) ? page(codePage(asked)) : tooLate)

async function signIn(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const half = halfOf(asked, deps)
  if (!half) return tooLate
  const shown = await showCode(asked, deps, half.person, asked.form.text('code'))
  if (!shown.ok) return pageAgain(codePage(asked, shown.refusal))
  return inTransaction(asked.db, 'system', async tx => {
    const [person] = await readPersons(tx, [half.person])
    return person && !person.disabled ? enter(tx, asked, deps, { ...half, by: shown.by }) : tooLate
  })
}

function codePage(asked: Asked, refusal?: Refusal): Page {
  const body = html`
    ${errorSummaryFor(refusal)}
    <form method="post" action="/sign-in/code" novalidate>
      ${csrfField(asked.csrf)}
      ${codeInput('The six digits in your app', refusal, 'Or one of your recovery codes, such as ABCD-EFGH-JKMN-PQRS')}
      ${button({ text: 'Sign in', preventDoubleClick: true })}
    </form>
    <p class="govuk-body">
      Neither app nor recovery codes at hand? If you have a passkey,
      <a class="govuk-link" href="/sign-in">sign in with that</a>. Otherwise ask your administrator to reset how you
      sign in: <a class="govuk-link" href="/contact">how to reach member services</a>.
    </p>
  `
  return { title: 'Enter your code', body, current: '/sign-in', invalid: Boolean(refusal) }
}

async function showSetUp(asked: Asked, deps: PeopleDeps, refusal?: Refusal): Promise<Answer> {
  const owed = await owesSetUp(asked, deps)
  if (!owed) return tooLate
  const offer = await offerFor(asked, deps.secret, owed.person.id)
  const intro = html`<p class="govuk-body">
    Your council asks for a second thing besides a link or a password. You set it up once, now.
  </p>`
  const account = owed.person.email
  const shown = await setUpPage({ csrf: asked.csrf, action: '/sign-in/set-up', account, offer, intro, refusal })
  return refusal ? pageAgain(shown) : page(shown)
}

async function setUp(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const owed = await owesSetUp(asked, deps)
  if (!owed) return tooLate
  const { half, person } = owed
  const offer = await offerFor(asked, deps.secret, person.id)
  const done = await inTransaction(asked.db, 'system', async tx => {
    const { at } = asked.now
    const kept = await keepAuthenticator(tx, deps.secret, person.id, offer, asked.form.text('code'), at)
    if (!kept.ok) return kept
    const what = 'An app that makes sign-in codes was set up.'
    await deps.notify(tx, { to: person, what, device: deviceOf(asked), at })
    const subject = { kind: 'person', id: person.id }
    await deps.record(tx, { at, actor: person.id, act: 'people.authenticator-set', subject })
    const entered = await enter(tx, asked, deps, { ...half, wanted: '/people/me/sign-in', by: 'new-app' })
    return { ok: true as const, value: { ...entered, flash: 'Your app is set up. Now make recovery codes to keep' } }
  })
  return done.ok ? (done.value as Answer) : showSetUp(asked, deps, done.refusal)
}

/** Only who has nothing yet sets an app up this way: it must not put itself in the place of another one. */
async function owesSetUp(asked: Asked, deps: PeopleDeps): Promise<{ half: Half; person: Person } | undefined> {
  const half = halfOf(asked, deps)
  if (!half) return undefined
  return inTransaction(asked.db, 'system', async tx => {
    const [step, [person]] = await Promise.all([secondStepOf(tx, half.person), readPersons(tx, [half.person])])
    return step === 'set-up' && person && !person.disabled ? { half, person } : undefined
  })
}
