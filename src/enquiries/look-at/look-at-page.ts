import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'

export const lookAtPage: ActPage = {
  act: 'look-at',
  title: 'Nothing more is needed',
  fields: () =>
    html`<p class="govuk-body">
      The member wrote after the answer. If it was a thank-you or the like, the enquiry stays answered. If they asked
      for more, record that the answer did not answer it instead.
    </p>`,
  given: () => ({}),
  submit: 'Nothing more is needed',
  done: 'Looked at',
}
