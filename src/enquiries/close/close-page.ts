import { radios } from '#platform/views/components/radios.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ActPage, Drawing } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'
import { line } from '../reroute/reroute-page.ts'

export const closePage: ActPage = {
  act: 'close',
  title: 'Close without an answer',
  fields: drawing =>
    html`${reader(`${drawing.opened.names.member} is told why, and can have it opened again for a while.`)}
    ${why(drawing)}
    ${line(
      drawing,
      'route',
      'Where can they go next?',
      'Such as the next stage of complaints, or an ombudsman, with an address',
    )}
    ${wordsField(drawing, { label: 'What the member is told', hint: 'What was done, and why it ends here', rows: 6 })}`,
  given: typed => ({
    outcome: typed.text('outcome') || undefined,
    route: typed.text('route'),
    text: typed.text('text'),
  }),
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
        value: 'unsatisfied',
        text: 'We cannot do more',
        hint: { text: 'The member is not satisfied and is told where to go next' },
      },
      {
        value: 'no-response',
        text: 'The member cannot be reached',
        hint: { text: 'We tried more than one way and heard nothing' },
      },
    ],
  })
