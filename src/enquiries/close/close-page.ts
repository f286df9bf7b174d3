import { radios } from '#platform/views/components/radios.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ActPage, Drawing } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'

export const closePage: ActPage = {
  act: 'close',
  title: 'Close without an answer',
  fields: drawing =>
    html`${reader(`${drawing.opened.names.member} is told why. They can have it opened again for 20 working days.`)}
    ${why(drawing)}
    ${wordsField(drawing, {
      label: 'What the member is told',
      hint: 'Say where it has gone or what they can do next, with a name or an address',
      rows: 6,
    })}`,
  given: typed => ({ outcome: typed.text('outcome') || undefined, text: typed.text('text') }),
  submit: 'Close the enquiry',
  warning: true,
  done: 'Closed',
  keepsDraft: true,
}

const why = ({ typed, error }: Drawing): Html =>
  radios({
    name: 'outcome',
    value: typed.text('outcome'),
    fieldset: { legend: { text: 'Why is it closed?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: error('outcome'),
    items: [
      {
        value: 'rerouted',
        text: 'Another procedure fits',
        hint: { text: 'A freedom of information request, a complaint, a subject access request, an online form' },
      },
      {
        value: 'transferred',
        text: 'Somebody outside the council has taken it over',
        hint: { text: 'They have agreed to, and the member knows' },
      },
      {
        value: 'unsatisfied',
        text: 'We cannot do more',
        hint: { text: 'The member is not satisfied and is told where to go next' },
      },
      { value: 'recorded-in-error', text: 'It was recorded in error' },
    ],
  })
