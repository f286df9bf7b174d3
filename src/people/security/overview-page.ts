import { instantInWords } from '#kernel/day.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { under } from '../pieces.ts'
import type { Ways } from './ways.ts'

/** Every way of signing in on one page, each with what can be done about it. */
export function overviewPage(ways: Ways, csrf: string): Page {
  const body = html`
    <p class="govuk-body">
      A link by email always works. The ways below are quicker, and some make it harder for others to get in as you.
    </p>
    ${ways.mustHaveSecond &&
    insetText({ text: 'Your council asks you for a passkey, or for an app that makes codes, when you sign in.' })}
    ${password(ways, csrf)} ${passkeys(ways)} ${app(ways, csrf)} ${recoveryCodes(ways, csrf)}
    <h2 class="govuk-heading-m">Devices</h2>
    <form method="post" action="/people/me/sessions/end-others">
      ${csrfField(csrf)}
      <p class="govuk-body">
        <a class="govuk-link" href="/people/me#sessions">See where you are signed in</a>, or end all of it but here.
      </p>
      ${button({ text: 'Sign out everywhere else', classes: 'govuk-button--secondary' })}
    </form>
  `
  return {
    title: 'How you sign in',
    body,
    current: '/people/me',
    back: { href: '/people/me', text: 'Your profile' },
  }
}

const post = (csrf: string, action: string, text: string, of: string): Html =>
  html`<form method="post" action="${action}">
    ${csrfField(csrf)}
    ${button({
      html: html`${text}<span class="govuk-visually-hidden"> ${of}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    })}
  </form>`

const password = ({ hasPassword }: Ways, csrf: string): Html => html`
  <h2 class="govuk-heading-m" id="password">Password</h2>
  <p class="govuk-body">
    ${hasPassword ? 'You can sign in with a password.' : 'You have none, and need none.'}
    <a class="govuk-link" href="/people/me/password">${hasPassword ? 'Change it' : 'Set a password'}</a>
  </p>
  ${hasPassword && post(csrf, '/people/me/password/remove', 'Remove', 'your password')}
`

const passkeys = ({ passkeys }: Ways): Html => html`
  <h2 class="govuk-heading-m" id="passkeys">Passkeys</h2>
  <p class="govuk-body">
    With a passkey you sign in by your finger, face or the number of your phone or computer. It is the safest way, and
    nobody can trick you into telling it.
  </p>
  ${passkeys.length > 0 &&
  summaryList({
    rows: passkeys.map(it => ({
      key: {
        html: html`${it.name}${under(`Added ${instantInWords(it.createdAt)}`)}`,
      },
      value: { text: it.lastUsedAt ? `Last used ${instantInWords(it.lastUsedAt)}` : 'Not used yet' },
      actions: {
        items: [{ href: `/people/me/passkeys/${it.id}/remove`, text: 'Remove', visuallyHiddenText: it.name }],
      },
    })),
  })}
  ${button({ text: 'Add a passkey', href: '/people/me/passkeys/add', classes: 'govuk-button--secondary' })}
`

const app = ({ authenticatorSetAt }: Ways, csrf: string): Html => html`
  <h2 class="govuk-heading-m" id="authenticator">App that makes codes</h2>
  ${authenticatorSetAt
    ? html`<p class="govuk-body">
          Set up ${instantInWords(authenticatorSetAt)}. After a link or a password we ask for a code of the app.
          <a class="govuk-link" href="/people/me/authenticator">Set up another app in its place</a>
        </p>
        ${post(csrf, '/people/me/authenticator/remove', 'Remove', 'the app')}`
    : html`<p class="govuk-body">
        Not set up. With it, a link or a password alone lets nobody in: we ask for a code of your phone too.
        <a class="govuk-link" href="/people/me/authenticator">Set up an app</a>
      </p>`}
`

const recoveryCodes = ({ authenticatorSetAt, recoveryCodes: left }: Ways, csrf: string): Html => {
  if (!authenticatorSetAt) return nothing
  const few = left === 0 ? 'You have none.' : `You have ${left} left.`
  return html`
    <h2 class="govuk-heading-m" id="recovery-codes">Recovery codes</h2>
    <p class="govuk-body">${few} Each stands in once for the code of your app. New ones end the old ones.</p>
    ${post(csrf, '/people/me/recovery-codes', 'Make recovery codes', '')}
  `
}
