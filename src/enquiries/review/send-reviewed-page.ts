import { formOf } from '#platform/http/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import { questionsOfRound, whatWasAsked } from '../answer/answer-page.ts'
import { draftIn } from '../answer/draft.ts'
import type { ActPage } from '../page/act-page.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'
import { fieldsOf } from './fields-of-submission.ts'
import { lastSubmission } from './submission.sql.ts'
import { submittedCard } from './submitted-card.ts'

export const sendReviewedPage: ActPage = {
  act: 'send-reviewed',
  title: 'Read the answer and send it',
  fields: async ({ opened }) =>
    html`<p class="govuk-body">
        <bdi>${opened.names.holder}</bdi> wrote this answer. It goes as it stands here, in their name, and stops the
        clock.
      </p>
      ${await submittedCard(opened)}
      <p class="govuk-body">
        Should something be different?
        <a class="govuk-link" href="${addressOf(opened.enquiry)}/return">Return it with a note</a>.
      </p>`,
  beside: async opened => html`${await judged(opened)} ${await whatWasAsked(opened)}`,
  given: () => ({}),
  submit: 'Send the answer',
  done: 'Answer sent',
}

/** The standard, checked against what was submitted, as its writer saw it. */
async function judged(opened: Opened): Promise<Html | false> {
  const { tx, enquiry, house } = opened
  const [submission, questions] = await Promise.all([
    lastSubmission(tx, enquiry.id, enquiry.round),
    questionsOfRound(opened),
  ])
  if (!submission || !house.beside) return false
  return house.beside.writing(opened, draftIn(formOf(fieldsOf(submission.answer)), questions))
}
