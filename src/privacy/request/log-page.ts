import type { Now } from '#kernel/day.ts'
import { inWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Calendar } from '#clock/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { dayBoxes } from '#platform/http/typed-day.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { table } from '#platform/views/components/table.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import { referenceOf } from '../disclosure/acts.ts'
import { dueOnOf, type Disclosure } from '../disclosure/disclosure.ts'
import { addressOf, stateTag } from '../disclosure/overview-page.ts'

export type RequestsShown = {
  readonly all: readonly Disclosure[]
  readonly calendar: Calendar
  readonly now: Now
  readonly keeps: boolean
}

/** Everybody who asked for their own data, with how long there is. */
export const requestsPage = ({ all, calendar, now, keeps }: RequestsShown): Page => ({
  title: 'Requests for personal data',
  current: '/privacy/desk',
  back: { href: keeps ? '/privacy/desk' : '/', text: keeps ? 'Data protection' : 'Home' },
  body: html`<p class="govuk-body-l">People may ask what the council holds about them, and have it within a month.</p>
    ${keeps && button({ text: 'Log a request', href: '/privacy/requests/new' })}
    ${all.length === 0
      ? emptyState({
          heading: { text: 'No requests' },
          text: keeps ? 'Requests that you log stand here.' : 'Requests with something in your mailboxes stand here.',
        })
      : scrolling(
          table({
            head: [{ text: 'Request' }, { text: 'By' }, { text: 'State' }],
            rows: all.map(it => {
              const due = dueOnOf(it, calendar)
              return [
                {
                  html: html`<a class="govuk-link" href="${addressOf(it)}">${referenceOf(it)}</a>
                    <bdi>${it.about.names[0] ?? ''}</bdi>`,
                },
                { text: due ? inWords(due) : 'Identity to be checked' },
                { html: stateTag({ it, due, now }) },
              ]
            }),
          }),
        )}`,
})

export type LogShown = {
  readonly csrf: string
  readonly form: Form
  readonly refusal?: Refusal | undefined
  readonly now: Now
}

/** The form for a new request: everything the person is known by. */
export const logPage = ({ csrf, form, refusal, now }: LogShown): Page => ({
  title: 'Log a request',
  current: '/privacy/desk',
  back: { href: '/privacy/requests', text: 'Requests' },
  invalid: Boolean(refusal),
  body: html`${errorSummaryFor(refusal, { receivedOn: 'receivedOn-day', from: 'from-day', until: 'until-day' })}
    <form method="post" action="/privacy/requests/new" novalidate>
      ${csrfField(csrf)}
      ${lines(
        form,
        refusal,
        'names',
        'Names',
        'Their full name first, then other names they are or were known by, one on each line. Nicknames, accents and other spellings are found by themselves',
      )}
      ${lines(form, refusal, 'emails', 'Email addresses', 'One on each line')}
      ${lines(form, refusal, 'phones', 'Telephone numbers', 'One on each line')}
      ${lines(
        form,
        refusal,
        'addresses',
        'Addresses',
        'Where they live or lived, one on each line, such as 14 Mill Lane, TS1 2AB',
      )}
      ${days(form, refusal, 'from', 'From (if they said so)')}
      ${days(form, refusal, 'until', 'Until (if they said so)')}
      ${dateInput({
        id: 'receivedOn',
        namePrefix: 'receivedOn',
        values: { ...dayBoxes('receivedOn', now.today), ...form.typed },
        fieldset: { legend: { text: 'When did it reach the council?', classes: 'govuk-fieldset__legend--s' } },
        errorMessage: errorFor(refusal, 'receivedOn'),
      })}
      ${radios({
        name: 'identity',
        fieldset: { legend: { text: 'Do we know who asks?', classes: 'govuk-fieldset__legend--s' } },
        items: [
          { value: 'known', text: 'Yes', hint: { text: 'The time runs from the day it came' } },
          { value: 'asked', text: 'No, we asked for proof', hint: { text: 'The time runs from the day we know' } },
        ],
        value: form.text('identity'),
        errorMessage: errorFor(refusal, 'identity'),
      })}
      ${button({ text: 'Log the request', preventDoubleClick: true })}
    </form>`,
})

const lines = (form: Form, refusal: Refusal | undefined, name: string, label: string, hint: string): Html =>
  textarea({
    name,
    rows: 3,
    label: { text: label },
    hint: { text: hint },
    value: form.text(name),
    errorMessage: errorFor(refusal, name),
  })

const days = (form: Form, refusal: Refusal | undefined, id: string, legend: string): Html =>
  dateInput({
    id,
    namePrefix: id,
    values: form.typed,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorFor(refusal, id),
  })
