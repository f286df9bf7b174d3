import { details } from '#platform/views/components/details.ts'
import { radios } from '#platform/views/components/radios.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import type { Form } from '#platform/http/form.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { contributionsToInsert, withContribution } from '../contribution/insert-contribution.ts'
import { messagesOf } from '../message.sql.ts'
import type { ActPage, Drawing } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { questionsOf, type Question } from '../question.sql.ts'
import { unanswered } from './answer.ts'
import { answerPreview } from './answer-preview.ts'
import { draftIn } from './draft.ts'
import { givenPromises, promiseDates, promiseFields } from './promise-fields.ts'
import { questionFields, typedAnswers } from './question-fields.ts'
import { answerOfLead, copyOffer, leadsWordsBelow } from '../answer-set/lead-answer.ts'

export const answerPage: ActPage = {
  act: 'answer',
  title: 'Answer the enquiry',
  usual: ({ asked, names }) => ({ contact: [asked.viewer.name, names.mailboxPhone].filter(Boolean).join(', ') }),
  copied: leadsWordsBelow,
  fields: drawing => composer(drawing, 'Sending it stops the clock.'),
  beside: async opened => {
    const [asked, examples] = await Promise.all([whatWasAsked(opened), opened.house.beside?.examples(opened)])
    return html`${asked} ${examples}`
  },
  advice: async ({ opened, typed }) =>
    (await opened.house.beside?.writing(opened, draftIn(typed, await questionsOfRound(opened)))) ?? nothing,
  alsoWrong: async ({ opened, typed }) =>
    unanswered({ questions: await questionsOfRound(opened), answers: typedAnswers(typed) }),
  given: typed => ({
    text: typed.text('text'),
    answers: typedAnswers(typed),
    promises: givenPromises(typed),
    contact: typed.text('contact'),
    mayShare: sharingIn(typed),
  }),
  filled: withContribution,
  dates: promiseDates,
  preview: (drawing, given) => answerPreview(drawing, given),
  submit: 'Send the answer',
  done: 'Answer sent',
  keepsDraft: true,
  takesFiles: true,
  takesCanned: true,
}

/** All that an answer is made of; `then` says what becomes of it. */
export async function composer(drawing: Drawing, then: string): Promise<Html> {
  const { names, tx, enquiry } = drawing.opened
  const [questions, leads] = await Promise.all([questionsOfRound(drawing.opened), answerOfLead(tx, enquiry)])
  return html`${reader(`${names.member} gets this by email. ${then}`)} ${await contributionsToInsert(drawing.opened)}
  ${leads && copyOffer(enquiry, leads)}
  ${wordsField(drawing, {
    label: 'Your answer',
    hint: 'The decision or the answer first, then the reason',
    rows: 12,
  })}
  ${questions.length > 0 && questionFields(drawing, questions)} ${promiseFields(drawing)} ${contactField(drawing)}
  ${sharingField(drawing)}`
}

export const questionsOfRound = async ({ tx, enquiry }: Opened): Promise<Question[]> =>
  (await questionsOf(tx, enquiry.id)).filter(it => it.round === enquiry.round)

export const contactField = ({ typed, error }: Drawing): Html =>
  textInput({
    name: 'contact',
    label: { text: 'Whom can the member contact about it?', classes: 'govuk-label--m' },
    hint: { text: 'A name and a telephone number or an address' },
    value: typed.text('contact'),
    errorMessage: error('contact'),
  })

/** Not asked for by force: only an unanswered question bars an answer (domain, section 8). What is chosen is told. */
export const sharingField = ({ typed, error }: Drawing): Html =>
  radios({
    name: 'mayShare',
    classes: 'govuk-radios--inline',
    fieldset: {
      legend: { text: 'May the member share it with the resident?', classes: 'govuk-fieldset__legend--m' },
    },
    hint: { text: 'The member is told. “No” when it names other people or says more than a resident may know' },
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    value: typed.text('mayShare'),
    errorMessage: error('mayShare'),
  })

export const sharingIn = (typed: Form): boolean | undefined => {
  const chosen = typed.text('mayShare')
  return chosen === 'yes' || chosen === 'no' ? chosen === 'yes' : undefined
}

/** The member's own words of this round, so that nobody answers from memory. */
export async function whatWasAsked({ tx, enquiry }: Opened): Promise<Html> {
  const asking = ['enquiry', 'disagreement', 'reopening', 'reply', 'addition']
  const messages = (await messagesOf(tx, enquiry.id)).filter(it => asking.includes(it.kind) && !it.internal)
  return details({
    summaryText: 'What the member wrote',
    open: true,
    html: html`${messages.map(it => html`<p class="govuk-body os-plain-text" dir="auto">${it.words}</p>`)}`,
  })
}
