import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'

export const takeBackPage: ActPage = {
  act: 'take-back',
  title: 'Take it back from the partner',
  fields: drawing =>
    html`<p class="govuk-body">${drawing.opened.names.partner} no longer works on it. The due date stays as it is.</p>
      ${wordsField(drawing, { label: 'Why do you take it back?', hint: 'An internal note', rows: 3 })}`,
  given: typed => ({ text: typed.text('text') }),
  submit: 'Take it back',
  done: 'Taken back',
}
