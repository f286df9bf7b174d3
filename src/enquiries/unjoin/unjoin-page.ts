import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'

export const unjoinPage: ActPage = {
  act: 'unjoin',
  title: 'Separate it from the other enquiry',
  fields: drawing =>
    html`<p class="govuk-body">
        Each is again what it would be had they never been joined: this one with its status, holder and date, the other
        with its own clock. <bdi>${drawing.opened.names.member}</bdi> is told.
      </p>
      ${wordsField(drawing, {
        name: 'why',
        label: 'Why are they not one matter? (optional)',
        hint: 'An internal note',
        rows: 3,
      })}`,
  given: typed => ({ why: typed.text('why') }),
  submit: 'Separate them',
  done: 'Separated',
}
