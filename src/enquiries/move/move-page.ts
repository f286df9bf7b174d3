import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'
import { mailboxSelect } from './mailbox-select.ts'

export const movePage: ActPage = {
  act: 'move',
  title: 'Move it to another mailbox',
  fields: async drawing =>
    html`<p class="govuk-body">
        ${drawing.opened.names.mailbox
          ? `It is in ${drawing.opened.names.mailbox} now.`
          : html`<strong>Not placed yet.</strong> It is in no mailbox: nobody but member services knows of it.`}
        Its history goes with it and the due date stays as it is.
      </p>
      ${await mailboxSelect(drawing)}
      ${wordsField(drawing, {
        name: 'why',
        label: 'Why does it belong there?',
        hint: 'An internal note for whoever gets it',
        rows: 4,
      })}`,
  given: typed => ({ mailbox: typed.text('mailbox'), why: typed.text('why') }),
  submit: 'Move it',
  done: 'Moved',
  keepsDraft: false,
}
