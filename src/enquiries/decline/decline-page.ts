import { radios } from '#platform/views/components/radios.ts'
import { html, type Html } from '#platform/views/html.ts'
import { declineReasons, declineWords } from '../enquiry.ts'
import { mailboxSelect } from '../move/mailbox-select.ts'
import type { ActPage, Drawing } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'

export const declinePage: ActPage = {
  act: 'decline',
  title: 'Decline this enquiry',
  fields: async drawing =>
    html`<p class="govuk-body">
        It goes back to ${drawing.opened.names.mailbox ?? 'its mailbox'}, and its owner is told. The due date stays as
        it is.
      </p>
      ${reasons(drawing)} ${await mailboxSelect(drawing, { name: 'rightMailbox', empty: 'I don’t know' })}
      ${wordsField(drawing, {
        name: 'why',
        label: 'What should whoever gets it next know?',
        hint: 'An internal note. The member does not see it',
        rows: 4,
      })}`,
  given: typed => ({
    because: typed.text('because') || undefined,
    rightMailbox: typed.text('rightMailbox') || undefined,
    why: typed.text('why'),
  }),
  submit: 'Decline it',
  done: 'Declined',
}

const reasons = ({ typed, error }: Drawing): Html =>
  radios({
    name: 'because',
    value: typed.text('because'),
    fieldset: { legend: { text: 'Why do you decline it?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: error('because'),
    items: declineReasons.map(value => ({ value, text: declineWords[value] })),
  })
