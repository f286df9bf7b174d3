import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { otherMembersField } from '../together/other-field.ts'

export const addToSetPage: ActPage = {
  act: 'add-to-set',
  title: 'Put it into a set with another member’s enquiry',
  fields: async drawing =>
    html`<p class="govuk-body">Several members asked about one matter, so the work is done once:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>One enquiry leads. ${leads(drawing.opened.enquiry.setLeadId !== null)}</li>
        <li>Each keeps its own date and gets its own answer.</li>
        <li>No member is told that others asked.</li>
        <li>You can take it out, or let another one lead, at any time.</li>
      </ul>
      ${await otherMembersField(drawing, 'Which enquiry is about the same matter?', 'add-to-set')}`,
  given: typed => ({ other: typed.text('other') }),
  submit: 'Put them into a set',
  done: 'Put into a set',
}

const leads = (inSet: boolean): string =>
  inSet ? 'The other one comes to the set of this one.' : 'It is the other one, or whichever leads its set already.'
