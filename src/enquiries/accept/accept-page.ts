import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { takePage } from '../take/take-page.ts'

export const acceptPage: ActPage = {
  ...takePage,
  act: 'accept',
  title: 'Accept this enquiry',
  fields: async drawing =>
    html`${await takePage.fields(drawing)}
      <p class="govuk-body">
        Not yours to answer?
        <a class="govuk-link" href="/enquiries/${drawing.opened.enquiry.reference}/decline">Decline it</a> and say where
        it belongs.
      </p>`,
  submit: 'Accept it',
  done: 'You have accepted it',
}
