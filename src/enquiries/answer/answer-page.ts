import { mailboxById } from '#mailboxes/door.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { messagesOf } from '../message.sql.ts'
import type { ActPage } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { questionsOf, type Question } from '../question.sql.ts'
import { unanswered } from './answer.ts'
import { answerPreview } from './answer-preview.ts'
import { givenPromises, promiseDates, promiseFields } from './promise-fields.ts'
import { questionFields, typedAnswers } from './question-fields.ts'

export const answerPage: ActPage = {
  act: 'answer',
  title: 'Answer the enquiry',
  fields: async drawing => {
    const { names } = drawing.opened
    const questions = await questionsOfRound(drawing.opened)
    return html`${reader(`${names.member} gets this by email. Sending it stops the clock.`)}
    ${wordsField(drawing, {
      label: 'Your answer',
      hint: 'The decision or the answer first, then the reason and what happens next',
      rows: 12,
    })}
    ${questions.length > 0 && questionFields(drawing, questions)} ${promiseFields(drawing)}`
  },
  beside: async opened => html`${await standard(opened)}${await whatWasAsked(opened)}`,
  alsoWrong: async ({ opened, typed }) =>
    unanswered({ questions: await questionsOfRound(opened), answers: typedAnswers(typed) }),
  given: typed => ({ text: typed.text('text'), answers: typedAnswers(typed), promises: givenPromises(typed) }),
  dates: promiseDates,
  preview: (drawing, given) => answerPreview(drawing.opened, given),
  submit: 'Send the answer',
  done: 'Answer sent',
  keepsDraft: true,
}

const questionsOfRound = async ({ tx, enquiry }: Opened): Promise<Question[]> =>
  (await questionsOf(tx, enquiry.id)).filter(it => it.round === enquiry.round)

/** The standard this mailbox keeps, beside whoever writes (domain, section 8). */
async function standard({ tx, enquiry }: Opened): Promise<Html> {
  const mailbox = enquiry.mailboxId ? await mailboxById(tx, enquiry.mailboxId) : undefined
  return card({
    classes: 'os-card--quiet',
    heading: { text: 'A good answer says' },
    html: html`<ul class="govuk-list govuk-list--bullet">
        <li>the decision, or the answer to each question</li>
        <li>the reason</li>
        <li>what happens next, who does it and by when</li>
        <li>whom to contact</li>
        <li>whether it may be shared with the resident</li>
      </ul>
      ${mailbox?.standard
        ? html`<p class="govuk-body os-plain-text"><strong>${mailbox.name}:</strong> ${mailbox.standard}</p>`
        : nothing}`,
  })
}

/** The member's own words of this round, so that nobody answers from memory. */
async function whatWasAsked({ tx, enquiry }: Opened): Promise<Html> {
  const asking = ['enquiry', 'disagreement', 'reopening', 'reply', 'addition']
  const messages = (await messagesOf(tx, enquiry.id)).filter(it => asking.includes(it.kind) && !it.internal)
  return details({
    summaryText: 'What the member wrote',
    open: true,
    html: html`${messages.map(it => html`<p class="govuk-body os-plain-text" dir="auto">${it.words}</p>`)}`,
  })
}
