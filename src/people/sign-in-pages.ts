import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html } from '#platform/views/html.ts'
import type { Ceremony } from './passkey/passkey.ts'
import { passkeyForm } from './passkey/passkey-form.ts'

export type AskedFor = {
  readonly csrf: string
  readonly email: string
  readonly wanted: string
  readonly passkey: Ceremony
  readonly refusal?: Refusal
}

export function signInPage({ csrf, email, wanted, passkey, refusal }: AskedFor): Page {
  const hidden = html`<input type="hidden" name="wanted" value="${wanted}" />`
  const body = html`
    ${errorSummaryFor(refusal)}
    <p class="govuk-body">You need no password. We email you a link that signs you in.</p>
    <form method="post" action="/sign-in" novalidate>
      ${csrfField(csrf)} ${hidden}
      ${textInput({
        name: 'email',
        type: 'email',
        label: { text: 'Your email address' },
        hint: { text: 'The one the council has for you' },
        autocomplete: 'email',
        spellcheck: false,
        value: email,
        errorMessage: errorFor(refusal, 'email'),
      })}
      ${button({ text: 'Email me a link', preventDoubleClick: true })}
    </form>
    <h2 class="govuk-heading-m">Other ways</h2>
    ${passkeyForm({
      csrf,
      action: '/sign-in/passkey',
      ceremony: passkey,
      text: 'Sign in with a passkey',
      classes: 'govuk-button--secondary',
      fields: hidden,
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="/sign-in/password?wanted=${encodeURIComponent(wanted)}">Sign in with a password</a>,
      if you have set one
    </p>
  `
  return { title: 'Sign in', body, current: '/sign-in' }
}

/** The same whether the address is known or not: who works here is nobody's business. */
export function linkSentPage(minutes: number): Page {
  const body = html`
    <p class="govuk-body">
      If we know the address you gave, a link is on its way to it. It works once, for ${minutes} minutes.
    </p>
    <h2 class="govuk-heading-m">If nothing arrives</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>look in your junk mail</li>
      <li>make sure it is the address the council has for you</li>
      <li>ask member services or your administrator to check it</li>
    </ul>
    <p class="govuk-body"><a class="govuk-link" href="/sign-in">Try again</a></p>
  `
  return { title: 'Check your email', body, current: '/sign-in' }
}

export function confirmPage(it: { csrf: string; path: string; name: string; email: string }): Page {
  const body = html`
    <p class="govuk-body">You are about to sign in with the address ${it.email}.</p>
    <form method="post" action="${it.path}">
      ${csrfField(it.csrf)} ${button({ text: `Sign in as ${it.name}`, preventDoubleClick: true })}
    </form>
    <p class="govuk-body">Not you? Close this page and delete the mail.</p>
  `
  return { title: 'Sign in to One Stop', body, current: '/sign-in' }
}

/** Used, run out, mistyped or taken back: which of them is not said. */
export const linkOverPage: Page = {
  title: 'This link no longer works',
  body: html`
    <p class="govuk-body">A sign-in link works once and for a short time. It may have been used already.</p>
    ${button({ text: 'Get a new link', href: '/sign-in' })}
  `,
  current: '/sign-in',
}
