import { instantInWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Mailbox } from '#mailboxes/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Referral } from './referral.sql.ts'

export const dangerPath = '/enquiries/danger'

/** The answer that leads here; the others are kinds of matters. */
export const inDangerNow = 'now'

export type DangerView = {
  readonly csrf: string
  /** what the council says at once */
  readonly words: string
  /** the mailboxes of those who protect children and adults */
  readonly protectors: readonly Mailbox[]
  readonly referrals: readonly (Referral & { readonly by: string })[]
  readonly refusal?: Refusal
}

/** Somebody is in danger now: whom to call, and afterwards that it was done. There is no place to write anything. */
export function dangerPage(it: DangerView): Page {
  return {
    title: 'Somebody is in danger now',
    current: '/enquiries/new',
    back: { href: '/enquiries/new', text: 'New enquiry' },
    invalid: it.refusal !== undefined,
    body: html`${errorSummaryFor(it.refusal)} ${warningText({ text: it.words, iconFallbackText: 'Danger' })}
      <h2 class="govuk-heading-m">Call now</h2>
      <ul class="govuk-list govuk-list--spaced">
        <li><strong>Police, fire, ambulance:</strong> ${call('999')}</li>
        ${it.protectors.map(
          ({ name, phone, purpose }) =>
            html`<li>
              <strong>${name}:</strong> ${phone ? call(phone) : 'the number is in your directory'}${purpose &&
              html`<br /><span class="os-quiet">${purpose}</span>`}
            </li>`,
        )}
      </ul>
      <p class="govuk-body">
        Say who is in danger, where they are, and what you saw or heard. Do not write it here: nobody would read it in
        time.
      </p>
      ${afterwards(it)} ${past(it)}`,
  }
}

/** A number that a telephone can call with one press, not broken over two lines. */
const call = (phone: string): Html =>
  html`<a class="govuk-link govuk-!-font-weight-bold" href="tel:${phone.replace(/[^+\d]/g, '')}"
    >${phone.replaceAll(' ', '\u00a0')}</a
  >`

const afterwards = ({ csrf, protectors, refusal }: DangerView): Html => html`
  <form method="post" action="${dangerPath}" novalidate>
    ${csrfField(csrf)}
    ${radios({
      name: 'called',
      fieldset: { legend: { text: 'After your call: whom did you reach?', classes: 'govuk-fieldset__legend--m' } },
      hint: { text: 'We keep only when you called, and whom' },
      errorMessage: errorFor(refusal, 'called'),
      items: [
        { value: '999', text: 'Police, fire or ambulance' },
        ...protectors.map(({ id, name }) => ({ value: id, text: name })),
      ],
    })}
    ${button({ text: 'Keep that I called', preventDoubleClick: true })}
  </form>
`

const past = ({ referrals, protectors }: DangerView): Html | undefined =>
  referrals.length === 0
    ? undefined
    : html`<h2 class="govuk-heading-m">Calls that were kept</h2>
        <ul class="govuk-list">
          ${referrals.map(
            ({ at, by, mailboxId }) =>
              html`<li>
                ${instantInWords(at)}: <bdi>${by}</bdi> reached
                ${protectors.find(it => it.id === mailboxId)?.name ?? 'police, fire or ambulance'}
              </li>`,
          )}
        </ul>`
