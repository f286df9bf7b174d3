import { html } from '#platform/views/html.ts'
import { personFields } from '../allocate/allocate-page.ts'
import type { ActPage } from '../page/act-page.ts'

export const reassignPage: ActPage = {
  act: 'reassign',
  title: 'Give it to somebody else',
  fields: async drawing =>
    html`<p class="govuk-body">${drawing.opened.names.holder ?? 'Nobody'} has it now. The due date stays as it is.</p>
      ${await personFields(drawing)}`,
  given: typed => ({ to: typed.text('to'), why: typed.text('why') }),
  submit: 'Give it to them',
  done: 'Passed on',
}
