import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'

export const leaveSetPage: ActPage = {
  act: 'leave-set',
  title: 'Take it out of its set',
  fields: drawing =>
    html`<p class="govuk-body">
        Its work, date and answer stay as they are.
        ${drawing.opened.enquiry.setLeadId === drawing.opened.enquiry.id &&
        'It leads the set: the earliest of the others leads after it.'}
      </p>
      ${wordsField(drawing, {
        name: 'why',
        label: 'Why is it another matter? (optional)',
        hint: 'An internal note',
        rows: 3,
      })}`,
  given: typed => ({ why: typed.text('why') }),
  submit: 'Take it out',
  done: 'Taken out of its set',
}
