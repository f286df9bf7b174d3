import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'
import { isOfficer } from '../page/officer.ts'

export const disagreePage: ActPage = {
  act: 'disagree',
  title: 'This does not answer it',
  fields: drawing => {
    const onBehalf = isOfficer(drawing.opened.asked.viewer)
    return html`<p class="govuk-body">
        A second round begins with a due date of its own${onBehalf && `, on behalf of ${drawing.opened.names.member}`}.
        It stays with whoever answered.
      </p>
      ${wordsField(drawing, {
        label: 'What is missing or wrong?',
        ...(onBehalf && { hint: 'In the member’s own words, as far as you have them' }),
      })}`
  },
  given: typed => ({ text: typed.text('text') }),
  submit: 'Start a second round',
  done: 'A second round has begun',
  keepsDraft: true,
}
