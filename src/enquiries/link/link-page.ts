import { radios } from '#platform/views/components/radios.ts'
import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { otherField } from '../together/other-field.ts'

export const linkPage: ActPage = {
  act: 'link',
  title: 'Link it to another enquiry',
  fields: async drawing =>
    html`<p class="govuk-body">
        Each keeps its own work, date and answer. The link is shown to whoever may see the other enquiry.
      </p>
      ${await otherField(drawing, 'Which enquiry?', 'link')}
      ${radios({
        name: 'as',
        value: drawing.typed.text('as'),
        fieldset: { legend: { text: 'How do they belong together?', classes: 'govuk-fieldset__legend--m' } },
        errorMessage: drawing.error('as'),
        items: [
          { value: 'follows', text: 'This one follows on from it' },
          { value: 'related', text: 'They are about related matters' },
        ],
      })}`,
  given: typed => ({ other: typed.text('other'), as: typed.text('as') || undefined }),
  submit: 'Link them',
  done: 'Linked',
}
