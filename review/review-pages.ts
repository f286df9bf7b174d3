import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { answerPreview } from '../answer/answer-preview.ts'
import { answerPage } from '../answer/answer-page.ts'
import type { ActPage } from '../page/act-page.ts'
import { wordsField } from '../page/fields.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'
import { ownAnswer } from './review.ts'
import { lastSubmission } from './submission.sql.ts'

export const submitPage: ActPage = {
  ...answerPage,
  act: 'submit',
  title: 'Submit the answer for review',
  fields: async drawing =>
    html`${await answerPage.fields(drawing)}
    ${drawing.opened.secondPerson &&
    insetText({ text: 'A second person reads this answer before it goes. Until they send it the clock runs.' })}`,
  submit: 'Submit for review',
  done: 'Submitted for review',
}

export const sendReviewedPage: ActPage = {
  act: 'send-reviewed',
  title: 'Read the answer and send it',
  fields: async ({ opened }) =>
    html`${await submitted(opened)}
    ${ownAnswer(opened.enquiry, opened.actor)
      ? insetText({ text: 'You wrote this answer: somebody else has to send it.' })
      : html`<p class="govuk-body">
          Something should be different?
          <a class="govuk-link" href="${addressOf(opened.enquiry)}/return">Return it with a note</a>.
        </p>`}`,
  beside: answerPage.beside!,
  given: () => ({}),
  submit: 'Send the answer',
  done: 'Answer sent',
}

export const returnPage: ActPage = {
  act: 'return',
  title: 'Return it with a note',
  fields: async drawing =>
    html`${await submitted(drawing.opened)}
    ${wordsField(drawing, {
      label: 'What should be changed?',
      hint: 'An internal note for whoever wrote it. Their answer is kept for them to work on',
      rows: 5,
    })}`,
  given: typed => ({ text: typed.text('text') }),
  submit: 'Return it',
  done: 'Returned',
  keepsDraft: true,
}

/** The answer as the member would read it. */
async function submitted(opened: Opened): Promise<Html | false> {
  const submission = await lastSubmission(opened.tx, opened.enquiry.id, opened.enquiry.round)
  return submission !== undefined && answerPreview(opened, submission.answer, opened.names.holder ?? undefined)
}
