import { radios } from '#platform/views/components/radios.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { procedures, procedureWords } from '../enquiry.ts'
import type { ActPage, Drawing } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'

export const reroutePage: ActPage = {
  act: 'reroute',
  title: 'Send it to the procedure that fits',
  fields: drawing =>
    html`${reader(`${drawing.opened.names.member} is told where it went and how to find it. This enquiry closes.`)}
    ${radios({
      name: 'procedure',
      value: drawing.typed.text('procedure'),
      fieldset: { legend: { text: 'Where has it gone?', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: drawing.error('procedure'),
      items: procedures.map(value => ({ value, text: procedureWords[value] })),
    })}
    ${line(drawing, 'who', 'Who has it now?', 'A name or a team, so that the member can ask after it')}
    ${line(drawing, 'theirReference', 'Their reference (optional)')}
    ${line(drawing, 'link', 'Where the member finds it (optional)', 'The address of a page or a form')}
    ${wordsField(drawing, {
      label: 'What the member is told',
      hint: 'Why it belongs there and what happens next',
      rows: 5,
    })}`,
  given: typed => ({
    procedure: typed.text('procedure') || undefined,
    who: typed.text('who'),
    theirReference: typed.text('theirReference'),
    link: typed.text('link'),
    text: typed.text('text'),
  }),
  submit: 'Close and tell the member',
  done: 'Sent on and closed',
  keepsDraft: true,
}

/** A line that the member is told. */
export const line = ({ typed, error }: Drawing, name: string, label: string, hint?: string): Html =>
  textInput({
    name,
    label: { text: label, classes: 'govuk-label--s' },
    ...(hint && { hint: { text: hint } }),
    value: typed.text(name),
    errorMessage: error(name),
  })
