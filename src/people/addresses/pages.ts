import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'

export type Addresses = {
  /** where mail goes to */
  readonly first: string
  readonly further: readonly string[]
  /** a mail went there that nobody has answered yet */
  readonly claimed: readonly string[]
}

const back = { href: '/people/me', text: 'Your profile' }

/** The addresses somebody writes from, and the form to add one. */
export function addressesPage(it: Addresses, { csrf, form }: Asked, refusal?: Refusal): Page {
  const body = html`
    ${errorSummaryFor(refusal)}
    <p class="govuk-body">Email from each of these counts as yours. Email to you goes to the first.</p>
    ${summaryList({
      classes: 'os-wide-keys',
      rows: [
        row(it.first, html`Email to you goes here`),
        ...it.further.map(address => row(address, removing(address, csrf))),
        ...it.claimed.map(address => row(address, html`Not confirmed yet. Open the link in the email we sent there`)),
      ],
    })}
    <form method="post" action="/people/me/addresses" novalidate>
      ${csrfField(csrf)}
      ${textInput({
        id: 'address',
        name: 'address',
        type: 'email',
        autocomplete: 'email',
        spellcheck: false,
        label: { text: 'Add an address', classes: 'govuk-label--m' },
        hint: { text: 'We send an email there. It counts once you have opened its link and confirmed it' },
        value: form.text('address'),
        classes: 'govuk-!-width-two-thirds',
        errorMessage: errorFor(refusal, 'address'),
      })}
      ${button({ text: 'Send the email' })}
    </form>
  `
  return { title: 'Addresses you write from', body, current: '/people/me', back, invalid: Boolean(refusal) }
}

const row = (address: string, what: Html) => ({ key: { html: html`<bdi>${address}</bdi>` }, value: { html: what } })

const removing = (address: string, csrf: string): Html =>
  html`<form method="post" action="/people/me/addresses/remove">
    ${csrfField(csrf)} <input type="hidden" name="address" value="${address}" />
    ${button({
      html: html`Remove<span class="govuk-visually-hidden"> ${address}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    })}
  </form>`

/** Opening the link does nothing: scanners of mail open every link. */
export const confirmPage = (address: string, { csrf, path }: Asked): Page => ({
  title: 'Is this your address?',
  current: '/people/me',
  back,
  body: html`<p class="govuk-body">
      From now on email from <strong><bdi>${address}</bdi></strong> would count as yours.
    </p>
    <form method="post" action="${path}">${csrfField(csrf)} ${button({ text: 'Yes, it is mine' })}</form>
    <p class="govuk-body">If you did not ask for this, close this page. Nothing happens.</p>`,
})

export const noLinkPage = (): Page => ({
  title: 'This link does not work any more',
  current: '/people/me',
  back: { href: '/people/me/addresses', text: 'Addresses you write from' },
  body: html`<p class="govuk-body">
    It works once, for a day, and only for whoever asked for it. Add the address again to get another one.
  </p>`,
})
