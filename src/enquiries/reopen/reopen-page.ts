import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { addressOf } from '../page/open-enquiry.ts'
import { wordsField } from '../page/fields.ts'

export const reopenPage: ActPage = {
  act: 'reopen',
  title: 'Open it again',
  fields: drawing =>
    html`<p class="govuk-body">
        A new round begins with a due date of its own. It goes back to whoever had it last, if they are still there. If
        it closed too long ago,
        <a class="govuk-link" href="${addressOf(drawing.opened.enquiry)}/follow-up"
          >raise a new enquiry that follows on</a
        >.
      </p>
      ${wordsField(drawing, {
        label: 'Why does it have to be opened again?',
        hint: 'Everybody on this enquiry can read it',
        rows: 5,
      })}`,
  given: typed => ({ text: typed.text('text') }),
  submit: 'Open it again',
  done: 'Opened again',
  keepsDraft: true,
}
