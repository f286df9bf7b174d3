import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'

export const closeAsErrorPage: ActPage = {
  act: 'close-as-error',
  title: 'It was recorded in error',
  fields: drawing =>
    html`${reader(`${drawing.opened.names.member} is told why.`)}
      <p class="govuk-body">
        Only for what should never have been an enquiry: recorded twice, or for the wrong member. It does not count in
        the figures.
      </p>
      ${wordsField(drawing, { label: 'Why should it never have been recorded?', rows: 4 })}`,
  given: typed => ({ text: typed.text('text') }),
  submit: 'Close as recorded in error',
  warning: true,
  done: 'Closed as recorded in error',
}
