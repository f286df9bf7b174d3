import { inWords } from '#kernel/day.ts'
import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'

export const askPage: ActPage = {
  act: 'ask',
  title: 'Ask the member',
  fields: drawing => {
    const { enquiry, names } = drawing.opened
    return html`${reader(`${names.member} gets your question by email and can simply reply.`)}
      <p class="govuk-body">
        The clock stands still from the day after you ask until the day of the reply.
        ${enquiry.dueOn && `It is due ${inWords(enquiry.dueOn)} now.`}
      </p>
      ${wordsField(drawing, {
        label: 'Your question',
        hint: 'Ask for everything you need at once: after two pauses only the mailbox owner can ask',
      })}`
  },
  given: typed => ({ text: typed.text('text') }),
  submit: 'Send the question',
  done: 'Question sent',
  keepsDraft: true,
  takesCanned: true,
}
