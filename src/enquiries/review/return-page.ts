import { html } from '#platform/views/html.ts'
import { whatWasAsked } from '../answer/answer-page.ts'
import type { ActPage } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'
import { ownAnswer } from './send-reviewed.ts'
import { submittedCard } from './submitted-card.ts'

export const returnPage: ActPage = {
  act: 'return',
  title: 'Return the answer with a note',
  fields: async drawing => {
    const { opened } = drawing
    const own = ownAnswer(opened.enquiry, opened.actor) !== undefined
    return html`${reader(
      own
        ? 'Your answer stands in your composer again, as you submitted it.'
        : `${opened.names.holder} gets your note by email. Their answer is kept, and they change it and submit it again.`,
    )}
    ${wordsField(drawing, {
      label: own ? 'Why do you take it back? (optional)' : 'What should be changed?',
      hint: 'The member does not see this',
      rows: 5,
    })}`
  },
  beside: async opened => html`${await submittedCard(opened)} ${await whatWasAsked(opened)}`,
  given: typed => ({ text: typed.text('text') }),
  submit: 'Return it',
  done: 'Returned',
  keepsDraft: true,
}
