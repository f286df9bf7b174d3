import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'

export const leadSetPage: ActPage = {
  act: 'lead-set',
  title: 'Let this one lead its set',
  fields: () =>
    html`<p class="govuk-body">
      The work for all of the set is done here from now on. Every enquiry keeps its own date and answer, and no member
      is told.
    </p>`,
  given: () => ({}),
  submit: 'Let it lead',
  done: 'It leads the set now',
}
