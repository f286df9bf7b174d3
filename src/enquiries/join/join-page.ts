import { inWords } from '#kernel/day.ts'
import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'
import { otherField } from '../together/other-field.ts'

export const joinPage: ActPage = {
  act: 'join',
  title: 'Join it to another enquiry',
  fields: async drawing => {
    const { enquiry, names } = drawing.opened
    return html`<p class="govuk-body">
        <bdi>${names.member}</bdi> asked about the same matter twice. The other enquiry leads: it is answered once,
        there.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          The lead counts from the earlier receipt and by the stricter date.
          ${enquiry.dueOn && `This one is due ${inWords(enquiry.dueOn)}.`}
        </li>
        <li>This one closes and points to the lead. Mail to it goes there.</li>
        <li>Whoever sees the lead sees this one, and nobody else.</li>
        <li>You can separate them again at any time: each is then as it was.</li>
      </ul>
      ${await otherField(drawing, 'Which enquiry leads?', 'join')}
      ${wordsField(drawing, {
        name: 'why',
        label: 'Why do they belong together? (optional)',
        hint: 'An internal note',
        rows: 3,
      })}`
  },
  given: typed => ({ other: typed.text('other'), why: typed.text('why') }),
  submit: 'Join them',
  done: 'Joined',
}
