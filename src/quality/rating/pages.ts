import { inWords, type Day } from '#kernel/day.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import { mayRate, ratings, ratingWords, type Ratable } from './rating.ts'

/** One line of choices, each a button of the same form: one tap is enough, with or without scripts. */
const taps = (action: string, csrf: string, chosen: number | undefined): Html =>
  html`<form method="post" action="${action}">
    ${csrfField(csrf)}
    <div class="govuk-button-group govuk-!-margin-bottom-0">
      ${ratings.map(({ value, text }) =>
        button({
          text,
          name: 'rating',
          value: String(value),
          classes: `${value === chosen ? '' : 'govuk-button--secondary '}govuk-!-margin-bottom-2`,
          preventDoubleClick: true,
        }),
      )}
    </div>
  </form>`

type Rating = { readonly action: string; readonly csrf: string; readonly ratable: Ratable; readonly today: Day }

/** The member’s rating on the page on which they follow the enquiry: quiet, below the answer. */
export function ratingRow({ action, csrf, ratable, today }: Rating): Html | false {
  const open = mayRate(ratable, today).ok
  const given = ratable.rating?.rating
  if (given === undefined)
    return (
      open &&
      html`<div class="os-rating os-no-print" id="rating">
        <h2 class="govuk-heading-s govuk-!-margin-bottom-2">How good was this answer?</h2>
        ${taps(action, csrf, undefined)}
      </div>`
    )
  return html`<div class="os-rating" id="rating">
    <p class="govuk-body govuk-!-margin-bottom-2">You rated this answer: <strong>${ratingWords(given)}</strong>.</p>
    ${open &&
    html`<details class="govuk-details govuk-!-margin-bottom-2 os-no-print">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Change it, until ${inWords(ratable.until)}</span>
      </summary>
      <div class="govuk-details__text">${taps(action, csrf, given)}</div>
    </details>`}
  </div>`
}

type ByLink = Rating & {
  readonly reference: string
  /** empty for a restricted matter */
  readonly subject: string
  /** which link of the letter was opened: suggested, never done */
  readonly chosen: number | undefined
}

/** The page behind a letter's link: opening it does nothing, a button says it. */
export function rateByLinkPage({ action, csrf, ratable, today, reference, subject, chosen }: ByLink): Page {
  const given = ratable.rating?.rating
  const may = mayRate(ratable, today)
  return {
    title: 'How good was this answer?',
    body: html`<p class="govuk-body-l" dir="auto"><span class="os-reference">${reference}</span> ${subject}</p>
      ${given !== undefined &&
      html`<p class="govuk-body">You said: <strong>${ratingWords(given)}</strong>. Thank you.</p>`}
      ${may.ok
        ? html`<p class="govuk-body">
              ${given === undefined ? 'Press one of these:' : `You can change it until ${inWords(ratable.until)}:`}
            </p>
            ${taps(action, csrf, chosen ?? given)}`
        : given === undefined && html`<p class="govuk-body">${may.refusal.words}.</p>`}`,
  }
}

export const rateLinkOverPage: Page = {
  title: 'This link no longer holds',
  body: html`<p class="govuk-body">
    The answer can no longer be rated here. If it did not help, reply to the email or open the enquiry.
  </p>`,
}
