import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import type { Offer } from './set-up.ts'
import { base32, keyAddress } from './totp.ts'

type SetUp = {
  readonly csrf: string
  readonly action: string
  readonly account: string
  readonly offer: Offer
  readonly intro?: Piece
  readonly refusal?: Refusal
}

/** The picture to scan, the same as letters to type, and a box for the first code. */
export async function setUpPage({ csrf, action, account, offer, intro, refusal }: SetUp): Promise<Page> {
  const body = html`
    ${errorSummaryFor(refusal)} ${intro}
    <p class="govuk-body">
      You need an app that makes sign-in codes, on your phone or in your password manager. Any such app will do.
    </p>
    <h2 class="govuk-heading-m">1. Show the app this picture</h2>
    ${await picture(keyAddress(offer.issuer, account, offer.secret))}
    <p class="govuk-body">Or type this into the app:</p>
    <p class="govuk-body">
      <code class="os-secret"
        >${base32(offer.secret)
          .match(/.{1,4}/g)!
          .join(' ')}</code
      >
    </p>
    <h2 class="govuk-heading-m">2. Tell us what it shows</h2>
    <form method="post" action="${action}" novalidate>
      ${csrfField(csrf)}
      <input type="hidden" name="offer" value="${offer.sealed}" />
      ${codeInput('The six digits in the app', refusal)} ${button({ text: 'Continue', preventDoubleClick: true })}
    </form>
  `
  return { title: 'Set up an app that makes codes', body, current: '/people/me', invalid: Boolean(refusal) }
}

export const codeInput = (label: string, refusal?: Refusal, hint?: string): Html =>
  textInput({
    name: 'code',
    label: { text: label },
    ...(hint && { hint: { text: hint } }),
    classes: 'govuk-input--width-10',
    autocomplete: 'one-time-code',
    spellcheck: false,
    errorMessage: errorFor(refusal, 'code'),
  })

/** The QR code as one path: no style of its own, and sharp at any size. The library is loaded with the first one. */
async function picture(text: string): Promise<Html> {
  const { encode } = await import('uqr')
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return html`<svg
    class="os-qr"
    viewBox="0 0 ${size} ${size}"
    width="232"
    height="232"
    role="img"
    aria-label="QR code for your app"
    shape-rendering="crispEdges"
  >
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${squares.join('')}" fill="#000" />
  </svg>`
}
