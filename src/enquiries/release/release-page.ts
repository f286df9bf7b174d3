import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'

export const releasePage: ActPage = {
  act: 'release',
  title: 'Give it back to the mailbox',
  fields: ({ opened }) =>
    html`<p class="govuk-body">
      It becomes unassigned in ${opened.names.mailbox ?? 'its mailbox'}, for somebody else to take. The due date stays
      as it is.
    </p>`,
  given: () => ({}),
  submit: 'Give it back',
  done: 'Given back',
}
