import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'

export const followUpPage: ActPage = {
  act: 'follow-up',
  title: 'Raise a new enquiry that follows on',
  fields: drawing =>
    html`<p class="govuk-body">
        This one closed too long ago to be opened again. The new enquiry gets a number and a date of its own, is linked
        to this one, and goes to whoever had it last, if they are still there.
      </p>
      ${wordsField(drawing, {
        label: 'What is asked now?',
        hint: 'Left empty, it is what the member wrote since this one closed',
        rows: 6,
      })}`,
  given: typed => ({ text: typed.text('text') }),
  submit: 'Raise the new enquiry',
  done: 'New enquiry raised, following on from',
  keepsDraft: true,
}
