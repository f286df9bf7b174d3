import { refuse, type Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { passwordInput } from '#platform/views/components/password-input.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html } from '#platform/views/html.ts'
import type { Ceremony } from '../passkey/passkey.ts'
import { passkeyForm } from '../passkey/passkey-form.ts'
import type { Passkey } from '../passkey/passkey.sql.ts'
import { passwordAtLeast } from '../password/choose.ts'
import type { Ways } from './ways.ts'

const around = { current: '/people/me', back: { href: '/people/me/sign-in', text: 'How you sign in' } }

export function passwordPage(csrf: string, { hasPassword, person }: Ways, refusal?: Refusal): Page {
  const body = html`
    ${errorSummaryFor(refusal)}
    <form method="post" action="/people/me/password" novalidate>
      ${csrfField(csrf)}
      <input
        class="govuk-visually-hidden"
        type="text"
        name="username"
        value="${person.email}"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        readonly
      />
      ${passwordInput({
        name: 'password',
        label: { text: 'New password' },
        hint: {
          text: `At least ${passwordAtLeast} characters. Three words that have nothing to do with each other are good, and easy to remember`,
        },
        autocomplete: 'new-password',
        errorMessage: errorFor(refusal, 'password'),
      })}
      ${button({ text: 'Set password', preventDoubleClick: true })}
    </form>
    <p class="govuk-body">You are signed out everywhere else, and get a mail that says so.</p>
  `
  return { ...around, title: hasPassword ? 'Change your password' : 'Set a password', body, invalid: Boolean(refusal) }
}

export function newPasskeyPage(csrf: string, ceremony: Ceremony, device: string, failed: boolean): Page {
  const refusal = failed
    ? refuse('no-passkey', 'Try again: your device did not give us a new passkey').refusal
    : undefined
  const body = html`
    ${errorSummaryFor(refusal)}
    <p class="govuk-body">
      Your phone, computer or security key keeps the passkey. It asks for your finger, face or number, which we never
      see.
    </p>
    ${passkeyForm({
      csrf,
      action: '/people/me/passkeys/add',
      ceremony,
      text: 'Make a passkey',
      fields: textInput({
        name: 'name',
        label: { text: 'A name for it' },
        hint: { text: 'So that you know it again, such as “My phone”' },
        classes: 'govuk-input--width-20',
        value: device,
      }),
    })}
    <noscript>
      <p class="govuk-body">Passkeys need JavaScript, which is switched off in your browser. All other ways work.</p>
    </noscript>
  `
  return { ...around, title: 'Add a passkey', body, invalid: failed }
}

export const removePasskeyPage = (csrf: string, { id, name }: Passkey): Page => ({
  ...around,
  title: `Remove the passkey “${name}”?`,
  body: html`
    <p class="govuk-body">It no longer signs you in. A link by email still does.</p>
    <form method="post" action="/people/me/passkeys/${id}/remove">
      ${csrfField(csrf)} ${button({ text: 'Remove it', classes: 'govuk-button--warning', preventDoubleClick: true })}
    </form>
  `,
})

export const recoveryCodesPage = (codes: readonly string[]): Page => ({
  ...around,
  title: 'Your recovery codes',
  body: html`
    ${warningText({ text: 'Print these or write them down now. They are not shown again.' })}
    ${insetText({
      html: html`<ol class="govuk-list os-codes">
        ${codes.map(code => html`<li><code>${code}</code></li>`)}
      </ol>`,
    })}
    <p class="govuk-body">
      Each signs you in once where we ask for the code of your app. Keep them apart from your phone. Codes made before
      no longer work.
    </p>
    ${button({ text: 'I have kept them', href: '/people/me/sign-in' })}
  `,
})
