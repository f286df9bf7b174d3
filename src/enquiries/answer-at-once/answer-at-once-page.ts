import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'

export const answerAtOncePage: ActPage = {
  act: 'answer-at-once',
  title: 'Answered in the conversation',
  fields: drawing =>
    html`${reader(
      `${drawing.opened.names.member} gets this note of what was said and can say whether it answers the enquiry.`,
    )}
    ${wordsField(drawing, {
      label: 'What was said',
      hint: 'What they asked, what you told them, and what happens next',
    })}`,
  given: typed => ({ text: typed.text('text') }),
  submit: 'Send the note and mark as answered',
  done: 'Answered',
  keepsDraft: true,
}
